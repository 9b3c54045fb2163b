/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ENTRANCE_REQUEST (interview_entrance_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEntranceRequest,
                      interview_entrance_request,
                      INTERVIEW,
                      ENTRANCE_REQUEST,
                      InterviewRecord)

InterviewRoomEntrance interview_entrance_request_get_seen (InterviewEntranceRequest *self);
InterviewRoomEntrance interview_entrance_request_get_entrance (InterviewEntranceRequest *self);
const char *interview_entrance_request_get_reason (InterviewEntranceRequest *self);

G_END_DECLS
