/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_RECRUITER (interview_room_recruiter_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomRecruiter,
                      interview_room_recruiter,
                      INTERVIEW,
                      ROOM_RECRUITER,
                      InterviewRecord)

const char *interview_room_recruiter_get_recruiter_id (InterviewRoomRecruiter *self);
const char *interview_room_recruiter_get_display_name (InterviewRoomRecruiter *self);
gint64 interview_room_recruiter_get_ratings (InterviewRoomRecruiter *self);
gboolean interview_room_recruiter_get_shown (InterviewRoomRecruiter *self);
double interview_room_recruiter_get_score (InterviewRoomRecruiter *self);
gboolean interview_room_recruiter_get_interviews (InterviewRoomRecruiter *self);

G_END_DECLS
