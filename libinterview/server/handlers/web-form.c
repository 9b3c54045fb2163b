/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/web-form.h"

#include <libsoup/soup.h>
#include <string.h>

#include "core/error.h"

/*
 * What an HTML form sends, as a record whose fields are all texts or choices: it is read with the
 * same strictness as JSON.
 */

/**
 * interview_web_form_read:
 * @type: a class of records
 * @text: (array length=size): application/x-www-form-urlencoded
 * @size: bytes of @text
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_TOO_LARGE
 *
 * Returns: (transfer full): the record, or %NULL
 */
gpointer
interview_web_form_read (GType type, const char *text, gsize size, GError **error)
{
  g_autofree char *body = g_strndup (text != NULL ? text : "", size);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GHashTable) fields = NULL;
  GHashTableIter iter;
  gpointer name, value;
  gboolean valid = strlen (body) == size;

  json_node_take_object (node, object);
  fields = soup_form_decode (body);
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      valid = valid && g_utf8_validate (name, -1, NULL) && g_utf8_validate (value, -1, NULL);
      if (valid)
        json_object_set_string_member (object, name, value);
    }
  if (valid)
    return interview_record_from_json (type, node, error);
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, "the form is not text");
  return NULL;
}
