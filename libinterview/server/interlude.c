/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/interlude.h"

/*
 * What a request needs between its two units of work, because it takes too long for the database
 * thread: comparing and hashing a password, or writing and checking bytes. The first unit has said
 * in the exchange what it is. On the main context of the caller; the work is done on other threads.
 */
typedef struct
{
  InterviewExchange *exchange;
  InterviewUploadStore *uploads;
} Interlude;

static void
interlude_free (gpointer data)
{
  Interlude *self = data;

  g_object_unref (self->exchange);
  g_object_unref (self->uploads);
  g_free (self);
}

static void
on_hashed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Interlude *self = g_task_get_task_data (task);
  InterviewPasswordCheck *check = interview_exchange_get_check (self->exchange);
  GError *error = NULL;

  check->replacement_secret =
      interview_password_hasher_hash_finish (INTERVIEW_PASSWORD_HASHER (source), result, &error);
  if (check->replacement_secret == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Interlude *self = g_task_get_task_data (task);
  InterviewPasswordCheck *check = interview_exchange_get_check (self->exchange);
  GError *error = NULL;

  if (!interview_password_hasher_verify_finish (INTERVIEW_PASSWORD_HASHER (source), result, &error))
    g_task_return_error (task, error);
  else if (check->replacement != NULL)
    interview_password_hasher_hash_async (INTERVIEW_PASSWORD_HASHER (source), check->replacement,
                                          NULL, on_hashed, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
work_on_upload (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Interlude *self = task_data;
  const InterviewUploadWork *work = interview_exchange_get_upload (self->exchange);
  GError *error = NULL;
  gboolean done;

  if (work->part != NULL)
    done = interview_upload_store_write (self->uploads, work->id, work->offset, work->part, &error);
  else
    done = interview_upload_store_check (self->uploads, work->id, work->size, work->hash, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * interview_interlude_run_async:
 * @exchange: a prepared exchange; nobody else uses it until the end
 * @hasher: (transfer none): compares passwords
 * @uploads: (transfer none): where parts of files go
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 */
void
interview_interlude_run_async (InterviewExchange *exchange,
                               InterviewPasswordHasher *hasher,
                               InterviewUploadStore *uploads,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  InterviewPasswordCheck *check = interview_exchange_get_check (exchange);
  Interlude *self = g_new0 (Interlude, 1);

  self->exchange = g_object_ref (exchange);
  self->uploads = g_object_ref (uploads);
  g_task_set_task_data (task, self, interlude_free);
  if (interview_exchange_get_upload (exchange)->id != NULL)
    g_task_run_in_thread (task, work_on_upload);
  else
    interview_password_hasher_verify_async (hasher, check->secret, check->password, NULL,
                                            on_verified, g_steal_pointer (&task));
}

/**
 * interview_interlude_run_finish:
 * @result: what the callback got
 * @error: return location: why the request cannot be served
 *
 * Returns: whether the second unit of work may run
 */
gboolean
interview_interlude_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
