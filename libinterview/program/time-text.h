/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *interview_time_text_clock (gint64 time);
char *interview_time_text_day (gint64 time, gint64 now);
char *interview_time_text_moment (gint64 time, gint64 now);
char *interview_time_text_zone (gint64 time, const char *planned);
char *interview_time_text_until (gint64 time, gint64 now);

G_END_DECLS
