/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_STATS (interview_call_stats_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallStats, interview_call_stats, INTERVIEW, CALL_STATS, GObject)

InterviewCallStats *interview_call_stats_new (void);

void interview_call_stats_add_packet (InterviewCallStats *self, gsize bytes);
void interview_call_stats_add_frame (InterviewCallStats *self);
void interview_call_stats_add_key_frame_request (InterviewCallStats *self);
void interview_call_stats_add_link (InterviewCallStats *self);

guint64 interview_call_stats_get_packets (InterviewCallStats *self);
guint64 interview_call_stats_get_bytes (InterviewCallStats *self);
guint64 interview_call_stats_get_frames (InterviewCallStats *self);
guint64 interview_call_stats_get_key_frame_requests (InterviewCallStats *self);
guint64 interview_call_stats_get_links (InterviewCallStats *self);
gint64 interview_call_stats_get_last_packet (InterviewCallStats *self);
gint64 interview_call_stats_get_first_frame (InterviewCallStats *self);
gint64 interview_call_stats_get_last_frame (InterviewCallStats *self);

G_END_DECLS
