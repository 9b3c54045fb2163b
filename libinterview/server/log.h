/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean interview_log_start (const char *format, const char *level, GError **error);
char *interview_log_format_json (GLogLevelFlags level, const GLogField *fields, gsize n_fields);

G_END_DECLS
