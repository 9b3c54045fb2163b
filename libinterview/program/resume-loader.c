/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/resume-loader.h"

#include "client/room-api.h"
#include "core/error.h"
#include "client/retry.h"

/*
 * InterviewResumeLoader loads the resume of a room's candidate and fetches its original. A failure
 * that may pass is tried again by itself; `resume` is %NULL until it is there, `missing` becomes
 * %TRUE if the server has none. Main thread; belongs to who shows it.
 */
struct _InterviewResumeLoader
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewBlobCache *cache;
  char *room_id;
  GCancellable *cancellable;
  InterviewRetry *retry;
  InterviewResume *resume;
  gboolean missing;
};

enum
{
  PROP_0,
  PROP_RESUME,
  PROP_MISSING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewResumeLoader, interview_resume_loader, G_TYPE_OBJECT)

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewResumeLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewResume) resume =
      interview_room_api_get_resume_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (resume != NULL)
    {
      interview_retry_reset (self->retry);
      g_set_object (&self->resume, resume);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESUME]);
    }
  else if (interview_retry_helps (error))
    interview_retry_plan (self->retry);
  else
    {
      g_debug ("There is no resume to show: %s", error->message);
      self->missing = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
    }
}

static void
on_channel_state (InterviewResumeLoader *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_retry_hurry (self->retry);
}

static void
interview_resume_loader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewResumeLoader *self = INTERVIEW_RESUME_LOADER (object);

  switch (id)
    {
    case PROP_RESUME:
      g_value_set_object (value, self->resume);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_resume_loader_dispose (GObject *object)
{
  InterviewResumeLoader *self = INTERVIEW_RESUME_LOADER (object);

  g_cancellable_cancel (self->cancellable);
  interview_retry_reset (self->retry);
  g_clear_object (&self->connection);
  g_clear_object (&self->cache);
  G_OBJECT_CLASS (interview_resume_loader_parent_class)->dispose (object);
}

static void
interview_resume_loader_finalize (GObject *object)
{
  InterviewResumeLoader *self = INTERVIEW_RESUME_LOADER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->retry);
  g_clear_object (&self->resume);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_resume_loader_parent_class)->finalize (object);
}

static void
interview_resume_loader_class_init (InterviewResumeLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_resume_loader_get_property;
  object_class->dispose = interview_resume_loader_dispose;
  object_class->finalize = interview_resume_loader_finalize;
  properties[PROP_RESUME] =
      g_param_spec_object ("resume", NULL, NULL, INTERVIEW_TYPE_RESUME, flags);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_resume_loader_init (InterviewResumeLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (interview_resume_loader_load), self,
                           G_CONNECT_SWAPPED);
}

/**
 * interview_resume_loader_new:
 * @account: who is signed in
 * @cache: where the original is kept
 * @room_id: the room whose candidate it is about
 *
 * Returns: (transfer full): a loader that has loaded nothing yet
 */
InterviewResumeLoader *
interview_resume_loader_new (InterviewAccount *account,
                             InterviewBlobCache *cache,
                             const char *room_id)
{
  InterviewResumeLoader *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (INTERVIEW_IS_BLOB_CACHE (cache), NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_RESUME_LOADER, NULL);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->cache = g_object_ref (cache);
  self->room_id = g_strdup (room_id);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_resume_loader_load:
 *
 * Loads the resume, the first time or again.
 */
void
interview_resume_loader_load (InterviewResumeLoader *self)
{
  g_return_if_fail (INTERVIEW_IS_RESUME_LOADER (self));

  interview_room_api_get_resume_async (self->connection, self->room_id, self->cancellable,
                                       on_loaded, g_object_ref (self));
}

/**
 * interview_resume_loader_get_resume:
 *
 * Returns: (nullable) (transfer none): the resume, %NULL until it is there
 */
InterviewResume *
interview_resume_loader_get_resume (InterviewResumeLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_LOADER (self), NULL);

  return self->resume;
}

/**
 * interview_resume_loader_get_missing:
 *
 * Returns: whether the server has no resume to show
 */
gboolean
interview_resume_loader_get_missing (InterviewResumeLoader *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_LOADER (self), FALSE);

  return self->missing;
}

static void
on_original (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = interview_blob_cache_fetch_finish (INTERVIEW_BLOB_CACHE (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * interview_resume_loader_fetch_original_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_resume_loader_fetch_original_finish()
 * @user_data: for @callback
 *
 * Fetches the document the resume was made from, to be opened by another program.
 */
void
interview_resume_loader_fetch_original_async (InterviewResumeLoader *self,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  const char *blob_id;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_RESUME_LOADER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_resume_loader_fetch_original_async);
  blob_id = self->resume != NULL ? interview_resume_get_original_blob_id (self->resume) : NULL;
  if (blob_id != NULL)
    {
      interview_blob_cache_fetch_async (self->cache, blob_id,
                                        interview_resume_get_original_name (self->resume),
                                        INTERVIEW_BLOB_LIMIT_DOCUMENT, cancellable, on_original,
                                        task);
      return;
    }
  g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                           "this resume has no original");
  g_object_unref (task);
}

/**
 * interview_resume_loader_fetch_original_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file, or %NULL
 */
GFile *
interview_resume_loader_fetch_original_finish (InterviewResumeLoader *self,
                                               GAsyncResult *result,
                                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
