/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *interview_moment_text_date (gint64 time, GTimeZone *zone, const char *language);
char *interview_moment_text_time (gint64 time, GTimeZone *zone);
char *interview_moment_text_zone (gint64 time, GTimeZone *zone);
char *interview_moment_text_minutes (gint64 minutes, const char *language);

G_END_DECLS
