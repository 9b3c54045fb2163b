/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/json-list.h"

#include "core/protocol/json-text.h"
#include "core/record.h"

/* NULL, with a warning, if the column does not hold a list: the rest of the row is still good. */
static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  node = interview_json_parse (text != NULL ? text : "[]", -1, &error);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return g_steal_pointer (&node);
  g_warning ("A list in the store cannot be read: %s",
             error != NULL ? error->message : "it is no list");
  return NULL;
}

/**
 * interview_json_list_get_strings:
 * @text: (nullable): a JSON column
 *
 * Returns: (transfer full): its texts
 */
GStrv
interview_json_list_get_strings (const char *text)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  g_autoptr (JsonNode) node = parse (text);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING)
        g_strv_builder_add (strings, json_node_get_string (item));
    }
  return g_strv_builder_end (strings);
}

/**
 * interview_json_list_get_records:
 * @type: a class of records
 * @text: (nullable): a JSON column
 *
 * Returns: (transfer full) (element-type InterviewRecord): its records
 */
GPtrArray *
interview_json_list_get_records (GType type, const char *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) node = parse (text);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gpointer record = interview_record_from_json (type, json_array_get_element (array, i), NULL);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}
