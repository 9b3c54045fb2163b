/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/room-recruiter.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_CHOICE (interview_room_choice_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomChoice,
                      interview_room_choice,
                      INTERVIEW,
                      ROOM_CHOICE,
                      InterviewRecord)

const char *interview_room_choice_get_room_id (InterviewRoomChoice *self);
gboolean interview_room_choice_get_may_choose (InterviewRoomChoice *self);
gint64 interview_room_choice_get_scale (InterviewRoomChoice *self);
GPtrArray *interview_room_choice_get_recruiters (InterviewRoomChoice *self);

G_END_DECLS
