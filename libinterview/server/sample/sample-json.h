/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *interview_sample_json_get_string (JsonObject *row, const char *member);
const char *
interview_sample_json_get_text (JsonObject *row, const char *member, const char *language);
JsonArray *interview_sample_json_get_array (JsonObject *row, const char *member);
JsonObject *interview_sample_json_get_item (JsonArray *array, guint index);
const char *interview_sample_json_get_item_string (JsonArray *array, guint index);
char *interview_sample_json_translate (JsonObject *row, const char *member, const char *language);

G_END_DECLS
