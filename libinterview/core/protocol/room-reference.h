/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_REFERENCE (interview_room_reference_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomReference,
                      interview_room_reference,
                      INTERVIEW,
                      ROOM_REFERENCE,
                      InterviewRecord)

const char *interview_room_reference_get_room_id (InterviewRoomReference *self);

G_END_DECLS
