/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *interview_page_cursor_make (const char *key, const char *id);
gboolean interview_page_cursor_parse (const char *cursor, char **key, char **id, GError **error);
guint interview_page_cursor_limit (guint asked);

G_END_DECLS
