/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/sample/sample-json.h"

/*
 * Reading of the sample's files, whose texts may be in one language or in all. What is missing or
 * of another kind reads as nothing, so that the rows refuse it.
 */

/* The same as an empty object or array would say, for files that are not as they should be. */
static JsonObject *
no_object (void)
{
  static JsonObject *none;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, json_object_new ());
  return none;
}

static JsonArray *
no_array (void)
{
  static JsonArray *none;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, json_array_new ());
  return none;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static JsonNode *
choose (JsonNode *node, const char *language)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) ||
      !json_object_has_member (json_node_get_object (node), language))
    return node;
  return json_object_get_member (json_node_get_object (node), language);
}

/**
 * interview_sample_json_get_string:
 *
 * Returns: (transfer none) (nullable): a member that is plain text, or %NULL
 */
const char *
interview_sample_json_get_string (JsonObject *row, const char *member)
{
  return get_string (json_object_get_member (row, member));
}

/**
 * interview_sample_json_get_text:
 *
 * Returns: (transfer none) (nullable): a member that is text in every language, or %NULL
 */
const char *
interview_sample_json_get_text (JsonObject *row, const char *member, const char *language)
{
  return get_string (choose (json_object_get_member (row, member), language));
}

/**
 * interview_sample_json_get_array:
 *
 * Returns: (transfer none): a member that is a list; an empty one if there is none
 */
JsonArray *
interview_sample_json_get_array (JsonObject *row, const char *member)
{
  JsonNode *node = json_object_get_member (row, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : no_array ();
}

/**
 * interview_sample_json_get_item:
 *
 * Returns: (transfer none): an item that is an object; an empty one if it is not
 */
JsonObject *
interview_sample_json_get_item (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : no_object ();
}

/**
 * interview_sample_json_get_item_string:
 *
 * Returns: (transfer none) (nullable): an item that is text, or %NULL
 */
const char *
interview_sample_json_get_item_string (JsonArray *array, guint index)
{
  return get_string (json_array_get_element (array, index));
}

static JsonNode *
translate (JsonNode *node, const char *language)
{
  JsonNode *chosen = choose (node, language);

  if (JSON_NODE_HOLDS_ARRAY (chosen))
    {
      JsonArray *from = json_node_get_array (chosen);
      JsonArray *to = json_array_new ();
      JsonNode *result = json_node_new (JSON_NODE_ARRAY);

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (to, translate (json_array_get_element (from, i), language));
      json_node_take_array (result, to);
      return result;
    }
  if (JSON_NODE_HOLDS_OBJECT (chosen))
    {
      JsonObject *to = json_object_new ();
      JsonNode *result = json_node_new (JSON_NODE_OBJECT);
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (chosen));
      while (json_object_iter_next (&iter, &name, &member))
        json_object_set_member (to, name, translate (member, language));
      json_node_take_object (result, to);
      return result;
    }
  return json_node_copy (chosen);
}

/**
 * interview_sample_json_translate:
 *
 * Returns: (transfer full): a member that is a list, with every text in it in one language, as JSON
 */
char *
interview_sample_json_translate (JsonObject *row, const char *member, const char *language)
{
  g_autoptr (JsonNode) result = NULL;

  if (!json_object_has_member (row, member))
    return g_strdup ("[]");
  result = translate (json_object_get_member (row, member), language);
  return json_to_string (result, FALSE);
}
