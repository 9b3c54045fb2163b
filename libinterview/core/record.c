/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/record-private.h"

/*
 * InterviewRecord is a value of the protocol: a room, a question, a message. A subclass is a table
 * of fields; from it come the GObject properties, the strict reader, the writer and the checks, so
 * that what is accepted, what is sent and what the documentation is tested against cannot differ.
 *
 * A record is made with g_object_new() or by the reader and is not changed after it was handed to
 * anybody else; from then on it may be read from any thread.
 */
typedef struct
{
  GValue *values;
} InterviewRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (InterviewRecord, interview_record, G_TYPE_OBJECT)

static InterviewRecordPrivate *
get_private (InterviewRecord *self)
{
  return interview_record_get_instance_private (self);
}

static GType
field_value_type (const InterviewField *field)
{
  switch (field->kind)
    {
    case INTERVIEW_FIELD_STRING:
    case INTERVIEW_FIELD_ID:
      return G_TYPE_STRING;
    case INTERVIEW_FIELD_TIME:
    case INTERVIEW_FIELD_INTEGER:
      return G_TYPE_INT64;
    case INTERVIEW_FIELD_DOUBLE:
      return G_TYPE_DOUBLE;
    case INTERVIEW_FIELD_BOOLEAN:
      return G_TYPE_BOOLEAN;
    case INTERVIEW_FIELD_STRINGS:
      return G_TYPE_STRV;
    case INTERVIEW_FIELD_RECORDS:
      return G_TYPE_PTR_ARRAY;
    case INTERVIEW_FIELD_CHOICE:
    case INTERVIEW_FIELD_RECORD:
    default:
      return field->type ();
    }
}

static void
interview_record_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  InterviewRecordPrivate *priv = get_private (INTERVIEW_RECORD (object));

  g_value_copy (value, &priv->values[prop_id - 1]);
}

static void
interview_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  InterviewRecordPrivate *priv = get_private (INTERVIEW_RECORD (object));

  g_value_copy (&priv->values[prop_id - 1], value);
}

static void
interview_record_finalize (GObject *object)
{
  InterviewRecordPrivate *priv = get_private (INTERVIEW_RECORD (object));
  InterviewRecordClass *klass = INTERVIEW_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);

  G_OBJECT_CLASS (interview_record_parent_class)->finalize (object);
}

static void
interview_record_class_init (InterviewRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = interview_record_finalize;
}

static void
interview_record_init (InterviewRecord *self)
{
}

/**
 * interview_record_allocate_fields:
 * @self: a record whose class is complete, in the init function of the final class
 *
 * Part of %INTERVIEW_DEFINE_RECORD: while the init function of the parent runs, the instance does
 * not yet show its final class.
 */
void
interview_record_allocate_fields (InterviewRecord *self)
{
  InterviewRecordPrivate *priv = get_private (self);
  InterviewRecordClass *klass = INTERVIEW_RECORD_GET_CLASS (self);

  priv->values = g_new0 (GValue, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    g_value_init (&priv->values[i], field_value_type (&klass->fields[i]));
}

static GParamSpec *
field_to_pspec (const InterviewField *field)
{
  /* Not G_PARAM_STATIC_NAME: GObject makes the dashes of the name in a copy. */
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case INTERVIEW_FIELD_STRING:
    case INTERVIEW_FIELD_ID:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case INTERVIEW_FIELD_TIME:
    case INTERVIEW_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case INTERVIEW_FIELD_DOUBLE:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case INTERVIEW_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case INTERVIEW_FIELD_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), 0, flags);
    case INTERVIEW_FIELD_RECORD:
      return g_param_spec_object (field->name, NULL, NULL, field->type (), flags);
    case INTERVIEW_FIELD_STRINGS:
    case INTERVIEW_FIELD_RECORDS:
    default:
      return g_param_spec_boxed (field->name, NULL, NULL, field_value_type (field), flags);
    }
}

/**
 * interview_record_class_set_fields:
 * @klass: class of a subclass, in its class_init
 * @fields: (array length=n_fields): static table
 * @n_fields: number of fields
 *
 * Installs one property per field. Every choice starts at its value 0.
 */
void
interview_record_class_set_fields (InterviewRecordClass *klass,
                                   const InterviewField *fields,
                                   guint n_fields)
{
  /* GObject does not inherit these two. */
  G_OBJECT_CLASS (klass)->get_property = interview_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = interview_record_set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, field_to_pspec (&fields[i]));
}

/**
 * interview_record_copy:
 *
 * Makes another one of the same class with the same fields, of which some may be set to something
 * else before it is handed to anybody. Records and lists in it are those of @self.
 *
 * Returns: (transfer full): the copy
 */
gpointer
interview_record_copy (InterviewRecord *self)
{
  InterviewRecord *copy;

  g_return_val_if_fail (INTERVIEW_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  for (guint i = 0; i < INTERVIEW_RECORD_GET_CLASS (self)->n_fields; i++)
    g_value_copy (interview_record_peek_value (self, i), interview_record_peek_value (copy, i));

  return copy;
}

GValue *
interview_record_peek_value (InterviewRecord *self, guint field)
{
  g_assert (field < INTERVIEW_RECORD_GET_CLASS (self)->n_fields);

  return &get_private (self)->values[field];
}

const char *
interview_record_get_string (InterviewRecord *self, guint field)
{
  return g_value_get_string (interview_record_peek_value (self, field));
}

gint64
interview_record_get_integer (InterviewRecord *self, guint field)
{
  return g_value_get_int64 (interview_record_peek_value (self, field));
}

double
interview_record_get_double (InterviewRecord *self, guint field)
{
  return g_value_get_double (interview_record_peek_value (self, field));
}

gboolean
interview_record_get_boolean (InterviewRecord *self, guint field)
{
  return g_value_get_boolean (interview_record_peek_value (self, field));
}

int
interview_record_get_choice (InterviewRecord *self, guint field)
{
  return g_value_get_enum (interview_record_peek_value (self, field));
}

const char *const *
interview_record_get_strings (InterviewRecord *self, guint field)
{
  static const char *const none[] = { NULL };
  const char *const *strings = g_value_get_boxed (interview_record_peek_value (self, field));

  return strings != NULL ? strings : none;
}

gpointer
interview_record_get_record (InterviewRecord *self, guint field)
{
  return g_value_get_object (interview_record_peek_value (self, field));
}

GPtrArray *
interview_record_get_records (InterviewRecord *self, guint field)
{
  return g_value_get_boxed (interview_record_peek_value (self, field));
}
