/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CLOCK (interview_clock_get_type ())
G_DECLARE_FINAL_TYPE (InterviewClock, interview_clock, INTERVIEW, CLOCK, GObject)

InterviewClock *interview_clock_new_system (void);
InterviewClock *interview_clock_new_fixed (gint64 now);
gint64 interview_clock_now (InterviewClock *self);
void interview_clock_advance (InterviewClock *self, gint64 microseconds);

char *interview_time_format (gint64 time);
gboolean interview_time_parse (const char *text, gint64 *time);

G_END_DECLS
