/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/janus-message.h"

/*
 * Reads and writes the parts of messages of Janus. What is not there, or of another type, is %NULL
 * or 0: nothing that Janus says can hurt.
 */

/**
 * interview_janus_message_find_object:
 * @object: (nullable): where to look
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the object there
 */
JsonObject *
interview_janus_message_find_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonNode *
find_value (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

/**
 * interview_janus_message_find_number:
 * @object: (nullable): where to look
 * @name: of a member
 *
 * Returns: the number there; those of Janus fit into 53 bits
 */
guint64
interview_janus_message_find_number (JsonObject *object, const char *name)
{
  JsonNode *node = find_value (object, name);

  return node != NULL ? (guint64) json_node_get_int (node) : 0;
}

/**
 * interview_janus_message_find_text:
 * @object: (nullable): where to look
 * @name: of a member
 *
 * Returns: (transfer none) (nullable): the text there
 */
const char *
interview_janus_message_find_text (JsonObject *object, const char *name)
{
  JsonNode *node = find_value (object, name);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/**
 * interview_janus_message_find_plugin_data:
 * @message: a message
 *
 * Returns: (transfer none) (nullable): what the plugin says in it
 */
JsonObject *
interview_janus_message_find_plugin_data (JsonObject *message)
{
  return interview_janus_message_find_object (interview_janus_message_find_object (message,
                                                                                   "plugindata"),
                                              "data");
}

/**
 * interview_janus_message_find_refusal:
 * @message: an answer
 *
 * Returns: (transfer none) (nullable): why it is none; Janus refuses by itself or by its plugin,
 *   each with words of its own
 */
const char *
interview_janus_message_find_refusal (JsonObject *message)
{
  JsonObject *error = interview_janus_message_find_object (message, "error");
  JsonObject *data = interview_janus_message_find_plugin_data (message);
  const char *reason = NULL;

  if (error != NULL)
    reason = interview_janus_message_find_text (error, "reason");
  else if (data != NULL && json_object_has_member (data, "error_code"))
    reason = interview_janus_message_find_text (data, "error");
  else
    return NULL;

  return reason != NULL ? reason : "refused";
}

/**
 * interview_janus_message_new_description:
 * @type: offer or answer
 * @sdp: the description
 *
 * Returns: (transfer full): what goes beside a request
 */
JsonObject *
interview_janus_message_new_description (const char *type, const char *sdp)
{
  JsonObject *description = json_object_new ();

  json_object_set_string_member (description, "type", type);
  json_object_set_string_member (description, "sdp", sdp);
  return description;
}

/**
 * interview_janus_message_new_candidate:
 * @media_line: of the description
 * @candidate: a way to a program
 *
 * Returns: (transfer full): what is trickled
 */
JsonObject *
interview_janus_message_new_candidate (gint64 media_line, const char *candidate)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "candidate", candidate);
  json_object_set_int_member (object, "sdpMLineIndex", media_line);
  return object;
}
