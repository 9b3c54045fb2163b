/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/page.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/record.h"

/*
 * InterviewPage is one page of a list: records of one class, and where the next page begins.
 * Immutable.
 */
struct _InterviewPage
{
  GObject parent_instance;

  GPtrArray *items;
  char *next_cursor;
};

G_DEFINE_FINAL_TYPE (InterviewPage, interview_page, G_TYPE_OBJECT)

static void
interview_page_finalize (GObject *object)
{
  InterviewPage *self = INTERVIEW_PAGE (object);

  g_ptr_array_unref (self->items);
  g_free (self->next_cursor);

  G_OBJECT_CLASS (interview_page_parent_class)->finalize (object);
}

static void
interview_page_class_init (InterviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_page_finalize;
}

static void
interview_page_init (InterviewPage *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static InterviewPage *
fail (GError **error, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, message);
  return NULL;
}

/**
 * interview_page_from_json:
 * @item_type: class of the items, a subclass of #InterviewRecord
 * @node: JSON from a server
 * @error: return location; %INTERVIEW_ERROR_INVALID, for the log
 *
 * Returns: (transfer full): the page, or %NULL
 */
InterviewPage *
interview_page_from_json (GType item_type, JsonNode *node, GError **error)
{
  g_autoptr (InterviewPage) self = g_object_new (INTERVIEW_TYPE_PAGE, NULL);
  JsonObject *object;
  JsonNode *items;
  JsonNode *cursor;
  guint length;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "an object was expected");
  object = json_node_get_object (node);
  items = json_object_get_member (object, "items");
  cursor = json_object_get_member (object, "next_cursor");
  if (items == NULL || !JSON_NODE_HOLDS_ARRAY (items))
    return fail (error, "“items” must be a list");
  if (json_object_get_size (object) != (cursor != NULL ? 2u : 1u))
    return fail (error, "there is an unknown member");
  if (cursor != NULL)
    {
      if (!JSON_NODE_HOLDS_VALUE (cursor) || json_node_get_value_type (cursor) != G_TYPE_STRING)
        return fail (error, "“next_cursor” must be text");
      self->next_cursor = g_strdup (json_node_get_string (cursor));
    }
  length = json_array_get_length (json_node_get_array (items));
  if (length > INTERVIEW_LIMIT_ITEMS)
    return fail (error, "“items” has too many items");
  for (guint i = 0; i < length; i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (items), i);
      gpointer record = interview_record_from_json (item_type, item, error);

      if (record == NULL)
        {
          g_prefix_error (error, "item %u: ", i + 1);
          return NULL;
        }
      g_ptr_array_add (self->items, record);
    }
  return g_steal_pointer (&self);
}

/**
 * interview_page_get_items:
 *
 * Returns: (transfer none) (element-type InterviewRecord): the items, in the order of the server
 */
GPtrArray *
interview_page_get_items (InterviewPage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PAGE (self), NULL);

  return self->items;
}

/**
 * interview_page_get_next_cursor:
 *
 * Returns: (transfer none) (nullable): where the next page begins, %NULL at the end
 */
const char *
interview_page_get_next_cursor (InterviewPage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PAGE (self), NULL);

  return self->next_cursor;
}
