/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/room.h"
#include "core/model/invitation.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CREATED_ROOM (interview_created_room_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCreatedRoom,
                      interview_created_room,
                      INTERVIEW,
                      CREATED_ROOM,
                      InterviewRecord)

InterviewRoom *interview_created_room_get_room (InterviewCreatedRoom *self);
InterviewInvitation *interview_created_room_get_invitation (InterviewCreatedRoom *self);

G_END_DECLS
