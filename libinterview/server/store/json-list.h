/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GStrv interview_json_list_get_strings (const char *text);
GPtrArray *interview_json_list_get_records (GType type, const char *text);

G_END_DECLS
