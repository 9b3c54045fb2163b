/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_REQUEST (interview_room_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomRequest,
                      interview_room_request,
                      INTERVIEW,
                      ROOM_REQUEST,
                      InterviewRecord)

const char *interview_room_request_get_candidate_id (InterviewRoomRequest *self);
const char *interview_room_request_get_position_id (InterviewRoomRequest *self);
const char *const *interview_room_request_get_recruiter_ids (InterviewRoomRequest *self);
gint64 interview_room_request_get_starts_at (InterviewRoomRequest *self);
gint64 interview_room_request_get_duration_minutes (InterviewRoomRequest *self);
const char *interview_room_request_get_time_zone (InterviewRoomRequest *self);
gboolean interview_room_request_get_interactive (InterviewRoomRequest *self);
gboolean interview_room_request_get_by_plan (InterviewRoomRequest *self);

G_END_DECLS
