/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/record-private.h"

#include "core/clock.h"
#include "core/error.h"
#include "core/protocol/json-text.h"
#include "core/protocol/limits.h"

/* The strict reader of records. */
static gboolean
read_scalar (const InterviewField *field, JsonNode *node, GValue *value, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  gint64 time;

  switch (field->kind)
    {
    case INTERVIEW_FIELD_STRING:
    case INTERVIEW_FIELD_ID:
      if (type != G_TYPE_STRING)
        return interview_record_set_field_error (error, field, "must be text");
      g_value_set_string (value, json_node_get_string (node));
      return TRUE;
    case INTERVIEW_FIELD_TIME:
      if (type != G_TYPE_STRING || !interview_time_parse (json_node_get_string (node), &time))
        return interview_record_set_field_error (error, field,
                                                 "must be a time such as 2030-01-31T09:00:00Z");
      g_value_set_int64 (value, time);
      return TRUE;
    case INTERVIEW_FIELD_INTEGER:
      if (type != G_TYPE_INT64)
        return interview_record_set_field_error (error, field, "must be a whole number");
      g_value_set_int64 (value, json_node_get_int (node));
      return TRUE;
    case INTERVIEW_FIELD_DOUBLE:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return interview_record_set_field_error (error, field, "must be a number");
      g_value_set_double (value, json_node_get_double (node));
      return TRUE;
    case INTERVIEW_FIELD_BOOLEAN:
      if (type != G_TYPE_BOOLEAN)
        return interview_record_set_field_error (error, field, "must be true or false");
      g_value_set_boolean (value, json_node_get_boolean (node));
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_choice (const InterviewField *field, JsonNode *node, GValue *value, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());
  GEnumValue *choice = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    choice = g_enum_get_value_by_nick (klass, json_node_get_string (node));
  if (choice == NULL)
    return interview_record_set_field_error (error, field, "is not one of the known values");
  g_value_set_enum (value, choice->value);
  return TRUE;
}

static gboolean
read_list (const InterviewField *field, JsonNode *node, GValue *value, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GStrvBuilder) strings = NULL;
  JsonArray *array;
  guint length;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return interview_record_set_field_error (error, field, "must be a list");
  array = json_node_get_array (node);
  length = json_array_get_length (array);
  if (length > INTERVIEW_LIMIT_ITEMS)
    return interview_record_set_field_error (error, field, "has too many items");

  records = g_ptr_array_new_with_free_func (g_object_unref);
  strings = g_strv_builder_new ();
  for (guint i = 0; i < length; i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (field->kind == INTERVIEW_FIELD_RECORDS)
        {
          gpointer record = interview_record_from_json (field->type (), item, error);

          if (record == NULL)
            {
              g_prefix_error (error, "“%s” item %u: ", field->name, i + 1);
              return FALSE;
            }
          g_ptr_array_add (records, record);
        }
      else
        {
          if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
            return interview_record_set_field_error (error, field, "must be a list of texts");
          g_strv_builder_add (strings, json_node_get_string (item));
        }
    }
  if (field->kind == INTERVIEW_FIELD_RECORDS)
    g_value_take_boxed (value, g_steal_pointer (&records));
  else
    g_value_take_boxed (value, g_strv_builder_end (strings));
  return TRUE;
}

static gboolean
read_field (const InterviewField *field, JsonNode *node, GValue *value, GError **error)
{
  gpointer record;

  switch (field->kind)
    {
    case INTERVIEW_FIELD_CHOICE:
      return read_choice (field, node, value, error);
    case INTERVIEW_FIELD_STRINGS:
    case INTERVIEW_FIELD_RECORDS:
      return read_list (field, node, value, error);
    case INTERVIEW_FIELD_RECORD:
      record = interview_record_from_json (field->type (), node, error);
      if (record == NULL)
        {
          g_prefix_error (error, "“%s”: ", field->name);
          return FALSE;
        }
      g_value_take_object (value, record);
      return TRUE;
    default:
      return read_scalar (field, node, value, error);
    }
}

static const InterviewField *
find_field (InterviewRecordClass *klass, const char *name, guint *index)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (g_str_equal (klass->fields[i].name, name))
        {
          *index = i;
          return &klass->fields[i];
        }
    }
  return NULL;
}

static gboolean
read_members (InterviewRecord *self, JsonObject *object, GError **error)
{
  InterviewRecordClass *klass = INTERVIEW_RECORD_GET_CLASS (self);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint index;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].required && !json_object_has_member (object, klass->fields[i].name))
        return interview_record_set_field_error (error, &klass->fields[i], "is missing");
    }
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    {
      const InterviewField *field = find_field (klass, name, &index);

      if (field == NULL)
        {
          g_autofree char *shown = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 40));

          g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "“%s” is not a known member", shown);
          return FALSE;
        }
      if (!read_field (field, member, interview_record_peek_value (self, index), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_record_from_json:
 * @type: a subclass of #InterviewRecord
 * @node: JSON from outside
 * @error: return location; %INTERVIEW_ERROR_INVALID with a message that names the member
 *
 * The strict reader: a missing required member, an unknown one, a wrong kind or a value outside
 * of its limits is an error.
 *
 * Returns: (transfer full): a new record, or %NULL
 */
gpointer
interview_record_from_json (GType type, JsonNode *node, GError **error)
{
  g_autoptr (InterviewRecord) self = NULL;

  g_return_val_if_fail (g_type_is_a (type, INTERVIEW_TYPE_RECORD), NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "an object was expected");
      return NULL;
    }
  self = g_object_new (type, NULL);
  if (!read_members (self, json_node_get_object (node), error))
    return NULL;
  if (!interview_record_validate (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * interview_record_from_text:
 * @type: a subclass of #InterviewRecord
 * @text: text from outside
 * @length: bytes, or -1 if terminated
 * @error: return location, as for interview_json_parse() and interview_record_from_json()
 *
 * Returns: (transfer full): a new record, or %NULL
 */
gpointer
interview_record_from_text (GType type, const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = interview_json_parse (text, length, error);

  return node != NULL ? interview_record_from_json (type, node, error) : NULL;
}
