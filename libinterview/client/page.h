/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PAGE (interview_page_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPage, interview_page, INTERVIEW, PAGE, GObject)

InterviewPage *interview_page_from_json (GType item_type, JsonNode *node, GError **error);

GPtrArray *interview_page_get_items (InterviewPage *self);

const char *interview_page_get_next_cursor (InterviewPage *self);

G_END_DECLS
