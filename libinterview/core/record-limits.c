/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/record-private.h"

#include <math.h>

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"

/* The limits of records: what the reader accepts and what a program may send. */
gboolean
interview_record_set_field_error (GError **error, const InterviewField *field, const char *what)
{
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, "“%s” %s", field->name, what);
  return FALSE;
}

static gboolean
validate_string (const InterviewField *field, const char *text, GError **error)
{
  glong length;

  if (text == NULL)
    return !field->required || interview_record_set_field_error (error, field, "is missing");
  if (field->kind == INTERVIEW_FIELD_ID)
    return interview_id_is_valid (text) ||
           interview_record_set_field_error (error, field, "is not an identifier");
  length = g_utf8_strlen (text, -1);
  if (length < field->minimum)
    return interview_record_set_field_error (error, field, "is too short");
  if (field->maximum > 0 && length > field->maximum)
    return interview_record_set_field_error (error, field, "is too long");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (g_unichar_iscntrl (u) && u != '\n' && u != '\t' && u != '\r')
        return interview_record_set_field_error (error, field, "has a control character");
    }
  return TRUE;
}

static gboolean
validate_list (const InterviewField *field, const GValue *value, GError **error)
{
  guint length = 0;

  if (field->kind == INTERVIEW_FIELD_STRINGS)
    {
      const InterviewField item = { field->name, INTERVIEW_FIELD_STRING, TRUE,
                                    0,           INTERVIEW_LIMIT_TEXT,   NULL };
      const char *const *strings = g_value_get_boxed (value);

      for (; strings != NULL && strings[length] != NULL; length++)
        {
          if (!validate_string (&item, strings[length], error))
            return FALSE;
        }
    }
  else if (g_value_get_boxed (value) != NULL)
    length = ((GPtrArray *) g_value_get_boxed (value))->len;

  if (length < field->minimum)
    return interview_record_set_field_error (error, field, "has too few items");
  if (length > (field->maximum > 0 ? field->maximum : INTERVIEW_LIMIT_ITEMS))
    return interview_record_set_field_error (error, field, "has too many items");
  return TRUE;
}

static gboolean
validate_field (const InterviewField *field, const GValue *value, GError **error)
{
  gboolean limited = field->minimum != 0 || field->maximum != 0;
  double number;

  switch (field->kind)
    {
    case INTERVIEW_FIELD_STRING:
    case INTERVIEW_FIELD_ID:
      return validate_string (field, g_value_get_string (value), error);
    case INTERVIEW_FIELD_TIME:
      return !field->required || g_value_get_int64 (value) != 0 ||
             interview_record_set_field_error (error, field, "is missing");
    case INTERVIEW_FIELD_INTEGER:
      if (limited && (g_value_get_int64 (value) < field->minimum ||
                      g_value_get_int64 (value) > field->maximum))
        return interview_record_set_field_error (error, field, "is outside of its range");
      return TRUE;
    case INTERVIEW_FIELD_DOUBLE:
      number = g_value_get_double (value);
      if (!isfinite (number) || (limited && (number < field->minimum || number > field->maximum)))
        return interview_record_set_field_error (error, field, "is outside of its range");
      return TRUE;
    case INTERVIEW_FIELD_STRINGS:
    case INTERVIEW_FIELD_RECORDS:
      return validate_list (field, value, error);
    case INTERVIEW_FIELD_RECORD:
      return !field->required || g_value_get_object (value) != NULL ||
             interview_record_set_field_error (error, field, "is missing");
    default:
      return TRUE;
    }
}

/**
 * interview_record_validate:
 * @error: return location; %INTERVIEW_ERROR_INVALID with a message that names the member
 *
 * Checks the limits, for a record that was made from what a person entered before it is sent.
 *
 * Returns: whether every field is inside of its limits
 */
gboolean
interview_record_validate (InterviewRecord *self, GError **error)
{
  InterviewRecordClass *klass;

  g_return_val_if_fail (INTERVIEW_IS_RECORD (self), FALSE);

  klass = INTERVIEW_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!validate_field (&klass->fields[i], interview_record_peek_value (self, i), error))
        return FALSE;
    }
  return TRUE;
}
