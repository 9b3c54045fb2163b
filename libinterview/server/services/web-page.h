/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *interview_web_page_begin (gboolean chinese, const char *title);
void interview_web_page_add (GString *page,
                             const char *class_name,
                             const char *phrase,
                             const char *value);
char *interview_web_page_end (GString *page);

G_END_DECLS
