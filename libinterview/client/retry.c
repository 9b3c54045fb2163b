/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/retry.h"

#include "client/backoff.h"
#include "core/error.h"

/*
 * InterviewRetry says when something that failed is to be tried again: after delays that grow, or
 * at once when the server is known to be back. Signal `due`: try now. On the main context of who
 * tries, to whom it belongs.
 */
struct _InterviewRetry
{
  GObject parent_instance;

  guint attempt;
  guint source_id;
};

enum
{
  SIGNAL_DUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewRetry, interview_retry, G_TYPE_OBJECT)

static gboolean
on_due (gpointer user_data)
{
  InterviewRetry *self = user_data;

  self->source_id = 0;
  g_signal_emit (self, signals[SIGNAL_DUE], 0);
  return G_SOURCE_REMOVE;
}

static void
interview_retry_dispose (GObject *object)
{
  g_clear_handle_id (&INTERVIEW_RETRY (object)->source_id, g_source_remove);
  G_OBJECT_CLASS (interview_retry_parent_class)->dispose (object);
}

static void
interview_retry_class_init (InterviewRetryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_retry_dispose;
  signals[SIGNAL_DUE] = g_signal_new ("due", INTERVIEW_TYPE_RETRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
}

static void
interview_retry_init (InterviewRetry *self)
{
}

/**
 * interview_retry_new:
 *
 * Returns: (transfer full): a retry with nothing planned
 */
InterviewRetry *
interview_retry_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RETRY, NULL);
}

/**
 * interview_retry_plan:
 *
 * An attempt failed: plans the next one, later than the last time.
 */
void
interview_retry_plan (InterviewRetry *self)
{
  g_return_if_fail (INTERVIEW_IS_RETRY (self));

  if (self->source_id != 0)
    return;
  self->attempt++;
  self->source_id =
      g_timeout_add (interview_backoff_delay (self->attempt, INTERVIEW_BACKOFF_FIRST,
                                              INTERVIEW_BACKOFF_LONGEST, g_random_double ()),
                     on_due, self);
}

/**
 * interview_retry_hurry:
 *
 * The server is back: if an attempt is planned, it is due now.
 */
void
interview_retry_hurry (InterviewRetry *self)
{
  g_return_if_fail (INTERVIEW_IS_RETRY (self));

  if (self->source_id == 0)
    return;
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_DUE], 0);
}

/**
 * interview_retry_reset:
 *
 * An attempt succeeded, or there is nothing to try any more.
 */
void
interview_retry_reset (InterviewRetry *self)
{
  g_return_if_fail (INTERVIEW_IS_RETRY (self));

  self->attempt = 0;
  g_clear_handle_id (&self->source_id, g_source_remove);
}

/**
 * interview_retry_is_planned:
 *
 * Returns: whether an attempt is planned
 */
gboolean
interview_retry_is_planned (InterviewRetry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RETRY (self), FALSE);

  return self->source_id != 0;
}

/**
 * interview_retry_helps:
 * @error: why it failed
 *
 * Returns: whether the same request may succeed later
 */
gboolean
interview_retry_helps (const GError *error)
{
  return g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);
}
