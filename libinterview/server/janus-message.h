/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *interview_janus_message_find_object (JsonObject *object, const char *name);
guint64 interview_janus_message_find_number (JsonObject *object, const char *name);
const char *interview_janus_message_find_text (JsonObject *object, const char *name);
JsonObject *interview_janus_message_find_plugin_data (JsonObject *message);
const char *interview_janus_message_find_refusal (JsonObject *message);

JsonObject *interview_janus_message_new_description (const char *type, const char *sdp);
JsonObject *interview_janus_message_new_candidate (gint64 media_line, const char *candidate);

G_END_DECLS
