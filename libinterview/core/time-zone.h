/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GTimeZone *interview_time_zone_load (const char *name);
char *interview_time_zone_get_local_name (void);
gboolean interview_time_zone_is_different (const char *name, gint64 time);

G_END_DECLS
