/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/answer.h"

/*
 * InterviewAnswer is what a handler says: a status with JSON text, or the blob whose bytes are to
 * be sent. Part of an exchange, and used by whoever has that.
 */
struct _InterviewAnswer
{
  GObject parent_instance;

  guint status;
  char *text;
  InterviewBlobRow *blob;
  gint64 opens_at;
};

G_DEFINE_FINAL_TYPE (InterviewAnswer, interview_answer, G_TYPE_OBJECT)

static void
interview_answer_finalize (GObject *object)
{
  interview_answer_clear (INTERVIEW_ANSWER (object));

  G_OBJECT_CLASS (interview_answer_parent_class)->finalize (object);
}

static void
interview_answer_class_init (InterviewAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_answer_finalize;
}

static void
interview_answer_init (InterviewAnswer *self)
{
}

/**
 * interview_answer_new:
 *
 * Returns: (transfer full): an empty answer
 */
InterviewAnswer *
interview_answer_new (void)
{
  return g_object_new (INTERVIEW_TYPE_ANSWER, NULL);
}

/**
 * interview_answer_clear:
 *
 * Makes it empty again, for a unit of work that starts anew.
 */
void
interview_answer_clear (InterviewAnswer *self)
{
  g_return_if_fail (INTERVIEW_IS_ANSWER (self));

  self->status = 0;
  self->opens_at = 0;
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->blob, interview_blob_row_free);
}

/**
 * interview_answer_set_text:
 * @status: HTTP status
 * @text: (nullable): JSON
 */
void
interview_answer_set_text (InterviewAnswer *self, guint status, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_ANSWER (self));

  g_free (self->text);
  self->text = g_strdup (text);
  self->status = status;
}

/**
 * interview_answer_take_record:
 * @status: HTTP status
 * @record: (transfer full) (nullable): an #InterviewRecord, or %NULL if there was an error
 *
 * Returns: whether there was a record
 */
gboolean
interview_answer_take_record (InterviewAnswer *self, guint status, gpointer record)
{
  g_autoptr (GObject) owned = record;

  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), FALSE);

  if (owned == NULL)
    return FALSE;
  g_free (self->text);
  self->text = interview_record_to_text (INTERVIEW_RECORD (owned));
  self->status = status;
  return TRUE;
}

/**
 * interview_answer_take_list:
 * @records: (transfer full) (nullable) (element-type InterviewRecord): a page, or %NULL if there
 *   was an error
 * @next_cursor: (nullable): where the next page begins
 *
 * Returns: whether there was a page
 */
gboolean
interview_answer_take_list (InterviewAnswer *self, GPtrArray *records, const char *next_cursor)
{
  g_autoptr (GPtrArray) owned = records;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  JsonArray *items;

  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), FALSE);

  if (owned == NULL)
    return FALSE;
  items = json_array_sized_new (owned->len);
  for (guint i = 0; i < owned->len; i++)
    json_array_add_element (items, interview_record_to_json (g_ptr_array_index (owned, i)));
  object = json_object_new ();
  json_object_set_array_member (object, "items", items);
  if (next_cursor != NULL)
    json_object_set_string_member (object, "next_cursor", next_cursor);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, object);
  g_free (self->text);
  self->text = json_to_string (root, FALSE);
  self->status = 200;
  return TRUE;
}

/**
 * interview_answer_take_blob:
 * @row: (transfer full) (nullable): the blob to send, or %NULL if there was an error
 *
 * Returns: whether there was a blob
 */
gboolean
interview_answer_take_blob (InterviewAnswer *self, InterviewBlobRow *row)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), FALSE);

  if (row == NULL)
    return FALSE;
  self->blob = row;
  self->status = 200;
  return TRUE;
}

/**
 * interview_answer_set_opens_at:
 * @opens_at: microseconds since 1970, UTC: from when an early invitation can be used
 */
void
interview_answer_set_opens_at (InterviewAnswer *self, gint64 opens_at)
{
  g_return_if_fail (INTERVIEW_IS_ANSWER (self));

  self->opens_at = opens_at;
}

/**
 * interview_answer_get_status:
 *
 * Returns: HTTP status, 0 if there is no answer
 */
guint
interview_answer_get_status (InterviewAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), 0);

  return self->status;
}

/**
 * interview_answer_get_text:
 *
 * Returns: (transfer none) (nullable): JSON
 */
const char *
interview_answer_get_text (InterviewAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), NULL);

  return self->text;
}

/**
 * interview_answer_get_blob:
 *
 * Returns: (transfer none) (nullable): the blob to send
 */
const InterviewBlobRow *
interview_answer_get_blob (InterviewAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), NULL);

  return self->blob;
}

/**
 * interview_answer_get_opens_at:
 *
 * Returns: microseconds since 1970, UTC; 0 if not said
 */
gint64
interview_answer_get_opens_at (InterviewAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER (self), 0);

  return self->opens_at;
}
