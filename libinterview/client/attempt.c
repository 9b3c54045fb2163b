/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/attempt.h"

#include "core/id.h"

/*
 * InterviewAttempt is what a form knows of the request that it last sent, so that pressing its
 * button again after an answer was lost does not make the thing twice: the same request has the
 * same Idempotency-Key, and one that was changed has another. A form has one for each thing that it
 * makes, and a new one when it is opened again.
 */
struct _InterviewAttempt
{
  GObject parent_instance;

  char *text;
  char *key;
};

G_DEFINE_FINAL_TYPE (InterviewAttempt, interview_attempt, G_TYPE_OBJECT)

static void
interview_attempt_finalize (GObject *object)
{
  InterviewAttempt *self = INTERVIEW_ATTEMPT (object);

  g_free (self->text);
  g_free (self->key);

  G_OBJECT_CLASS (interview_attempt_parent_class)->finalize (object);
}

static void
interview_attempt_class_init (InterviewAttemptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_attempt_finalize;
}

static void
interview_attempt_init (InterviewAttempt *self)
{
}

/**
 * interview_attempt_new:
 *
 * Returns: (transfer full): an attempt at something that was not asked for yet
 */
InterviewAttempt *
interview_attempt_new (void)
{
  return g_object_new (INTERVIEW_TYPE_ATTEMPT, NULL);
}

/**
 * interview_attempt_get_key:
 * @request: (transfer none): what the form asks for
 *
 * Returns: (transfer none): the Idempotency-Key that it carries
 */
const char *
interview_attempt_get_key (InterviewAttempt *self, InterviewRecord *request)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ATTEMPT (self), NULL);

  text = interview_record_to_text (request);
  if (g_strcmp0 (text, self->text) != 0)
    {
      g_free (self->text);
      g_free (self->key);
      self->text = g_steal_pointer (&text);
      self->key = interview_id_new ();
    }
  return self->key;
}
