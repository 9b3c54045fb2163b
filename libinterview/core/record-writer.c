/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/record-private.h"

#include "core/clock.h"

/* The writer of records. */
static JsonNode *
write_list (const InterviewField *field, const GValue *value)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  if (field->kind == INTERVIEW_FIELD_STRINGS)
    {
      const char *const *strings = g_value_get_boxed (value);

      for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
        json_array_add_string_element (array, strings[i]);
    }
  else
    {
      GPtrArray *records = g_value_get_boxed (value);

      for (guint i = 0; records != NULL && i < records->len; i++)
        json_array_add_element (array, interview_record_to_json (g_ptr_array_index (records, i)));
    }
  json_node_take_array (node, array);
  return node;
}

/* Returns NULL for a field that is not set and may be left out. */
static JsonNode *
write_field (const InterviewField *field, const GValue *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *time = NULL;

  switch (field->kind)
    {
    case INTERVIEW_FIELD_STRING:
    case INTERVIEW_FIELD_ID:
      if (g_value_get_string (value) == NULL)
        break;
      json_node_set_string (node, g_value_get_string (value));
      return node;
    case INTERVIEW_FIELD_TIME:
      if (g_value_get_int64 (value) == 0)
        break;
      time = interview_time_format (g_value_get_int64 (value));
      json_node_set_string (node, time);
      return node;
    case INTERVIEW_FIELD_INTEGER:
      json_node_set_int (node, g_value_get_int64 (value));
      return node;
    case INTERVIEW_FIELD_DOUBLE:
      json_node_set_double (node, g_value_get_double (value));
      return node;
    case INTERVIEW_FIELD_BOOLEAN:
      json_node_set_boolean (node, g_value_get_boolean (value));
      return node;
    case INTERVIEW_FIELD_CHOICE:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());

        json_node_set_string (node, g_enum_get_value (klass, g_value_get_enum (value))->value_nick);
        return node;
      }
    case INTERVIEW_FIELD_RECORD:
      json_node_unref (node);
      return g_value_get_object (value) != NULL
                 ? interview_record_to_json (g_value_get_object (value))
                 : NULL;
    case INTERVIEW_FIELD_STRINGS:
    case INTERVIEW_FIELD_RECORDS:
    default:
      json_node_unref (node);
      return write_list (field, value);
    }
  json_node_unref (node);
  return NULL;
}

/**
 * interview_record_to_json:
 *
 * Returns: (transfer full): an object that interview_record_from_json() reads back to an equal
 *   record; fields that are not set are left out
 */
JsonNode *
interview_record_to_json (InterviewRecord *self)
{
  InterviewRecordClass *klass;
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (INTERVIEW_IS_RECORD (self), NULL);

  klass = INTERVIEW_RECORD_GET_CLASS (self);
  object = json_object_new ();
  for (guint i = 0; i < klass->n_fields; i++)
    {
      JsonNode *member = write_field (&klass->fields[i], interview_record_peek_value (self, i));

      if (member != NULL)
        json_object_set_member (object, klass->fields[i].name, member);
    }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/**
 * interview_record_to_text:
 *
 * Returns: (transfer full): the record as compact JSON
 */
char *
interview_record_to_text (InterviewRecord *self)
{
  g_autoptr (JsonNode) node = interview_record_to_json (self);

  return json_to_string (node, FALSE);
}
