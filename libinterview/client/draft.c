/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/draft.h"

#include "client/draft-table.h"
#include "client/spool-private.h"

/* Milliseconds from a key to the disk: a crash costs no more than that. */
#define WRITE_DELAY 400

/*
 * InterviewDraft is what somebody is writing at one place and has not sent. It is kept in the file
 * of the spool while they write, a moment after each key, so that it is there again when the
 * program was killed; an empty text is not kept. Who writes makes one, loads it once and tells it
 * of each change. Nobody is told when it cannot be kept: the text is still before their eyes. On
 * the default main context.
 *
 * Signal `loaded` (text): what was kept; not emitted for nothing.
 */
struct _InterviewDraft
{
  GObject parent_instance;

  InterviewSpool *spool;
  char *person_id;
  char *place;
  char *room_id;
  char *unwritten;
  guint write_id;
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDraft, interview_draft, G_TYPE_OBJECT)

/* One unit of work on the store. */
typedef struct
{
  char *person_id;
  char *place;
  char *room_id;
  char *text;
  gint64 written_at;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->person_id);
  g_free (job->place);
  g_free (job->room_id);
  g_free (job->text);
  g_free (job);
}

static Job *
job_new (InterviewDraft *self)
{
  Job *job = g_new0 (Job, 1);

  job->person_id = g_strdup (self->person_id);
  job->place = g_strdup (self->place);
  job->room_id = g_strdup (self->room_id);
  return job;
}

static gboolean
put (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  const Job *job = data;
  InterviewDraftKey key = { job->person_id, job->place, job->room_id };

  return interview_draft_table_put (connection, &key, job->text, job->written_at, error);
}

static gboolean
get (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;
  InterviewDraftKey key = { job->person_id, job->place, job->room_id };

  g_clear_pointer (&job->text, g_free);
  return interview_draft_table_get (connection, &key, &job->text, error);
}

static gboolean
remove_room (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  return interview_draft_table_remove_room (connection, data, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result, &error))
    g_message ("A draft was not kept: %s", error->message);
}

static void
write_now (InterviewDraft *self)
{
  InterviewDatabaseThread *thread = interview_spool_get_thread (self->spool);
  Job *job;

  g_clear_handle_id (&self->write_id, g_source_remove);
  if (thread == NULL || self->unwritten == NULL)
    return;
  job = job_new (self);
  job->text = g_steal_pointer (&self->unwritten);
  job->written_at = g_get_real_time ();
  interview_database_thread_submit_async (thread, put, job, job_free, NULL, on_done, NULL);
}

static gboolean
on_write (gpointer user_data)
{
  InterviewDraft *self = user_data;

  self->write_id = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

static void
interview_draft_dispose (GObject *object)
{
  InterviewDraft *self = INTERVIEW_DRAFT (object);

  if (self->spool != NULL)
    write_now (self);
  g_clear_object (&self->spool);
  G_OBJECT_CLASS (interview_draft_parent_class)->dispose (object);
}

static void
interview_draft_finalize (GObject *object)
{
  InterviewDraft *self = INTERVIEW_DRAFT (object);

  g_free (self->person_id);
  g_free (self->place);
  g_free (self->room_id);
  g_free (self->unwritten);
  G_OBJECT_CLASS (interview_draft_parent_class)->finalize (object);
}

static void
interview_draft_class_init (InterviewDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_draft_dispose;
  object_class->finalize = interview_draft_finalize;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", INTERVIEW_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
interview_draft_init (InterviewDraft *self)
{
}

/**
 * interview_draft_new:
 * @spool: where it is kept
 * @person_id: who writes
 * @place: what they write, such as "chat"
 * @room_id: (nullable): the room it is about
 *
 * Returns: (transfer full): a draft that is not loaded
 */
InterviewDraft *
interview_draft_new (InterviewSpool *spool,
                     const char *person_id,
                     const char *place,
                     const char *room_id)
{
  InterviewDraft *self;

  g_return_val_if_fail (INTERVIEW_IS_SPOOL (spool), NULL);
  g_return_val_if_fail (person_id != NULL && place != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_DRAFT, NULL);
  self->spool = g_object_ref (spool);
  self->person_id = g_strdup (person_id);
  self->place = g_strdup (place);
  self->room_id = g_strdup (room_id != NULL ? room_id : "");
  return self;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewDraft *self = g_task_get_source_object (task);
  const Job *job = g_task_get_task_data (task);

  on_done (source, result, NULL);
  if (job->text != NULL && self->spool != NULL)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0, job->text);
}

/**
 * interview_draft_load:
 *
 * Emits `loaded` if something was kept. To be called once.
 */
void
interview_draft_load (InterviewDraft *self)
{
  InterviewDatabaseThread *thread;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_DRAFT (self));

  thread = interview_spool_get_thread (self->spool);
  if (thread == NULL)
    return;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, job_new (self), job_free);
  interview_database_thread_submit_async (thread, get, g_task_get_task_data (task), NULL, NULL,
                                          on_loaded, task);
}

/**
 * interview_draft_set_text:
 * @text: what is written now; the first %INTERVIEW_DRAFT_LIMIT characters are kept
 *
 * To be called at each change.
 */
void
interview_draft_set_text (InterviewDraft *self, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_DRAFT (self));
  g_return_if_fail (text != NULL);

  g_free (self->unwritten);
  if (g_utf8_strlen (text, -1) > INTERVIEW_DRAFT_LIMIT)
    self->unwritten = g_utf8_substring (text, 0, INTERVIEW_DRAFT_LIMIT);
  else
    self->unwritten = g_strdup (text);
  /* What is written without a pause is kept all the same. */
  if (self->write_id == 0)
    self->write_id = g_timeout_add (WRITE_DELAY, on_write, self);
}

/**
 * interview_draft_forget_room:
 * @spool: where drafts are kept
 * @room_id: a room that is over
 *
 * Removes what was being written there.
 */
void
interview_draft_forget_room (InterviewSpool *spool, const char *room_id)
{
  InterviewDatabaseThread *thread;

  g_return_if_fail (INTERVIEW_IS_SPOOL (spool));
  g_return_if_fail (room_id != NULL);

  thread = interview_spool_get_thread (spool);
  if (thread != NULL)
    interview_database_thread_submit_async (thread, remove_room, g_strdup (room_id), g_free, NULL,
                                            on_done, NULL);
}
