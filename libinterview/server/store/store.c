/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/store.h"

#include "core/protocol/limits.h"
#include "server/store/store-resources.h"
#include "sqlite/database-thread.h"
#include "sqlite/migrator.h"

#define MIGRATIONS "/io/github/interview/store/migrations"
#define KEY_SUFFIX ".key"

/*
 * InterviewStore is the server's database: one SQLite file behind one database thread. Whoever
 * wants something of it submits a unit of work, and learns after the commit how it went and what
 * is to be told to others.
 *
 * The server owns it: open it, submit from any thread, close it when nothing more comes.
 */
struct _InterviewStore
{
  GObject parent_instance;

  InterviewClock *clock;
  InterviewSealer *sealer;
  guint panel_limit;
  InterviewDatabaseThread *thread;
};

/* One unit of work on its way through the database thread. */
typedef struct
{
  InterviewStore *store;
  InterviewWorkFunc func;
  gpointer data;
  GDestroyNotify destroy;
  GPtrArray *publications;
} Work;

G_DEFINE_FINAL_TYPE (InterviewStore, interview_store, G_TYPE_OBJECT)

static void
interview_store_finalize (GObject *object)
{
  InterviewStore *self = INTERVIEW_STORE (object);

  if (self->thread != NULL)
    interview_database_thread_close (self->thread);
  g_clear_object (&self->thread);
  g_clear_object (&self->sealer);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (interview_store_parent_class)->finalize (object);
}

static void
interview_store_class_init (InterviewStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_store_finalize;
}

static void
interview_store_init (InterviewStore *self)
{
}

static void
free_work (gpointer data)
{
  Work *work = data;

  if (work->destroy != NULL)
    work->destroy (work->data);
  g_clear_pointer (&work->publications, g_ptr_array_unref);
  g_object_unref (work->store);
  g_free (work);
}

/**
 * interview_store_open:
 * @path: the file of the store, made if it is missing
 * @clock: (transfer none): says what "now" is in a transaction
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT, %INTERVIEW_ERROR_STORE_FULL,
 *   %INTERVIEW_ERROR_STORE_NEWER
 *
 * Checks the file as a whole, brings it to the newest schema and starts its thread. Beside it lies
 * the key of its #InterviewSealer.
 *
 * Returns: (transfer full): the open store, or %NULL
 */
InterviewStore *
interview_store_open (const char *path, InterviewClock *clock, GError **error)
{
  g_autoptr (InterviewSqliteConnection) connection = NULL;
  g_autoptr (InterviewMigrator) migrator = NULL;
  g_autoptr (InterviewSealer) sealer = NULL;
  g_autofree char *key_path = NULL;
  InterviewStore *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (INTERVIEW_IS_CLOCK (clock), NULL);

  connection = interview_sqlite_connection_open (path, error);
  if (connection == NULL || !interview_sqlite_connection_check (connection, error))
    return NULL;
  migrator = interview_migrator_new (interview_store_get_resource (), MIGRATIONS);
  if (!interview_migrator_run (migrator, connection, error))
    return NULL;

  key_path = g_strconcat (path, KEY_SUFFIX, NULL);
  sealer = interview_sealer_open (key_path, error);
  if (sealer == NULL)
    return NULL;

  self = g_object_new (INTERVIEW_TYPE_STORE, NULL);
  self->clock = g_object_ref (clock);
  self->sealer = g_steal_pointer (&sealer);
  self->panel_limit = INTERVIEW_LIMIT_MESH - 1;
  self->thread = interview_database_thread_new (connection);
  return self;
}

/**
 * interview_store_close:
 *
 * Waits for the units that were submitted, whose answers still come; later ones are refused.
 */
void
interview_store_close (InterviewStore *self)
{
  g_return_if_fail (INTERVIEW_IS_STORE (self));

  interview_database_thread_close (self->thread);
}

/**
 * interview_store_set_panel_limit:
 * @limit: how many recruiters a room may have; as many as links between each two carry, if it is
 *   not set
 *
 * To be called before anything is submitted.
 */
void
interview_store_set_panel_limit (InterviewStore *self, guint limit)
{
  g_return_if_fail (INTERVIEW_IS_STORE (self));

  self->panel_limit = limit;
}

/**
 * interview_store_get_clock:
 *
 * Returns: (transfer none): the clock of the store
 */
InterviewClock *
interview_store_get_clock (InterviewStore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STORE (self), NULL);

  return self->clock;
}

static gboolean
run_work (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (InterviewTransaction) transaction =
      interview_transaction_new (connection, interview_clock_now (work->store->clock),
                                 work->store->sealer, work->store->panel_limit);

  g_clear_pointer (&work->publications, g_ptr_array_unref);
  if (!work->func (transaction, work->data, error))
    return FALSE;
  work->publications = g_ptr_array_ref (interview_transaction_get_publications (transaction));
  return TRUE;
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * interview_store_submit_async:
 * @func: the unit of work
 * @data: given to @func; valid until @callback has returned
 * @destroy: (nullable): frees @data, on this thread
 * @cancellable: (nullable): leaves the unit out if it has not started
 * @callback: called in this thread's main context when the unit is on disk or has failed
 * @user_data: for @callback
 *
 * Submits a unit of work; units run in the order of submission. From any thread.
 */
void
interview_store_submit_async (InterviewStore *self,
                              InterviewWorkFunc func,
                              gpointer data,
                              GDestroyNotify destroy,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (INTERVIEW_IS_STORE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_store_submit_async);
  g_task_set_check_cancellable (task, FALSE);
  work = g_new0 (Work, 1);
  work->store = g_object_ref (self);
  work->func = func;
  work->data = data;
  work->destroy = destroy;
  g_task_set_task_data (task, work, free_work);
  interview_database_thread_submit_async (self->thread, run_work, work, NULL, cancellable,
                                          on_submitted, task);
}

/**
 * interview_store_submit_finish:
 * @result: from the callback
 * @publications: (out) (optional) (transfer full) (element-type InterviewPublication): what is to
 *   be told to others now, oldest first
 * @error: return location: what the unit said, or why the store could not keep it
 *
 * Returns: whether the unit's changes are on disk
 */
gboolean
interview_store_submit_finish (InterviewStore *self,
                               GAsyncResult *result,
                               GPtrArray **publications,
                               GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  work = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (publications != NULL)
    *publications = g_steal_pointer (&work->publications);
  return TRUE;
}

/**
 * interview_store_run:
 * @func: the unit of work
 * @data: given to @func
 * @publications: (out) (optional) (transfer full) (element-type InterviewPublication): what is to
 *   be told to others now
 * @error: return location
 *
 * Like interview_store_submit_async(), but blocks: for programs that do one thing, such as setting
 * up a store, and not for a thread with a main loop to run.
 *
 * Returns: whether the unit's changes are on disk
 */
gboolean
interview_store_run (InterviewStore *self,
                     InterviewWorkFunc func,
                     gpointer data,
                     GPtrArray **publications,
                     GError **error)
{
  Work work = { self, func, data, NULL, NULL };
  g_autoptr (GPtrArray) kept = NULL;

  g_return_val_if_fail (INTERVIEW_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!interview_database_thread_run (self->thread, run_work, &work, error))
    {
      g_clear_pointer (&work.publications, g_ptr_array_unref);
      return FALSE;
    }
  kept = work.publications;
  if (publications != NULL)
    *publications = g_steal_pointer (&kept);
  return TRUE;
}
