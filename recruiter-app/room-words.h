/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

const char *recruiter_room_words_get_state (InterviewRoom *room, gint64 now);
const char *recruiter_room_words_get_answer (InterviewRoom *room);
char *recruiter_room_words_describe_answer (InterviewRoom *room, gint64 now);
const char *recruiter_room_words_get_icon_name (InterviewRoom *room);
gboolean recruiter_room_words_needs_attention (InterviewRoom *room);
gboolean recruiter_room_words_is_over (InterviewRoom *room);
gboolean recruiter_room_words_is_open (InterviewRoom *room, gint64 now);
char *recruiter_room_words_get_time (InterviewRoom *room, gint64 now);
char *recruiter_room_words_get_hours (InterviewRoom *room);
char *recruiter_room_words_get_recruiters (InterviewRoom *room);

G_END_DECLS
