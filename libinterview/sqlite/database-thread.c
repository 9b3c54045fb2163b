/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "sqlite/database-thread.h"

#include "core/error.h"

/* Enough to share the cost of a sync to disk; the first of them does not wait long for the last. */
#define MAX_BATCH 128

/* Units that may wait; past it the store cannot keep up and says so at once. */
#define MAX_WAITING 10000

/*
 * InterviewDatabaseThread runs units of work on one connection, in the order in which they were
 * submitted. Units that wait together are committed together, since a commit costs a sync to disk:
 * each runs in a savepoint, so that one that fails undoes nothing of another. An answer is given
 * only when the commit is on disk. If the common commit fails, each unit runs again by itself and
 * gets its own answer.
 *
 * Whoever makes it owns it and closes it. Units may be submitted from any thread; answers come in
 * the main context of the thread that submitted.
 */
struct _InterviewDatabaseThread
{
  GObject parent_instance;

  InterviewSqliteConnection *connection;
  GThread *thread;
  GAsyncQueue *queue;
  GMutex mutex;
  gboolean closed;
};

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean done;
  GError *error;
} Waiter;

/* One unit: answered through @task, or through @waiter for a caller that blocks. */
typedef struct
{
  InterviewDatabaseFunc func;
  gpointer data;
  GDestroyNotify destroy;
  GTask *task;
  Waiter *waiter;
  gboolean stop;
  gboolean kept;
  GError *error;
} Unit;

G_DEFINE_FINAL_TYPE (InterviewDatabaseThread, interview_database_thread, G_TYPE_OBJECT)

static void
free_unit_data (gpointer data)
{
  Unit *unit = data;

  if (unit->destroy != NULL)
    unit->destroy (unit->data);
  g_clear_error (&unit->error);
  g_free (unit);
}

static gboolean
on_answer (gpointer data)
{
  GTask *task = data;
  Unit *unit = g_task_get_task_data (task);

  if (unit->error != NULL)
    g_task_return_error (task, g_steal_pointer (&unit->error));
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/*
 * Ends the unit: its answer goes to whoever submitted it. What the submitter gave is also freed
 * over there and not on the database thread.
 */
static void
answer (Unit *unit)
{
  Waiter *waiter = unit->waiter;

  if (waiter != NULL)
    {
      g_mutex_lock (&waiter->mutex);
      waiter->error = g_steal_pointer (&unit->error);
      waiter->done = TRUE;
      g_cond_signal (&waiter->cond);
      g_mutex_unlock (&waiter->mutex);
      free_unit_data (unit);
    }
  else
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_priority (source, g_task_get_priority (unit->task));
      g_source_set_callback (source, on_answer, unit->task, g_object_unref);
      g_source_attach (source, g_task_get_context (unit->task));
    }
}

static void
run_unit (InterviewDatabaseThread *self, Unit *unit)
{
  GCancellable *cancellable = unit->task != NULL ? g_task_get_cancellable (unit->task) : NULL;

  unit->kept = FALSE;
  g_clear_error (&unit->error);
  if (g_cancellable_set_error_if_cancelled (cancellable, &unit->error))
    return;
  if (!interview_sqlite_connection_execute (self->connection, "SAVEPOINT unit", &unit->error))
    return;
  unit->kept = unit->func (self->connection, unit->data, &unit->error);
  if (!unit->kept && unit->error == NULL)
    g_set_error_literal (&unit->error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                         "a unit of work failed without a reason");
  if (!interview_sqlite_connection_in_transaction (self->connection))
    return;
  if (!unit->kept)
    interview_sqlite_connection_execute (self->connection, "ROLLBACK TO unit", NULL);
  if (!interview_sqlite_connection_execute (self->connection, "RELEASE unit",
                                            unit->kept ? &unit->error : NULL))
    unit->kept = FALSE;
}

/* Runs the units in one transaction. FALSE if nothing of it is in the store. */
static gboolean
run_together (InterviewDatabaseThread *self, GPtrArray *units, GError **error)
{
  if (!interview_sqlite_connection_execute (self->connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      Unit *unit = g_ptr_array_index (units, i);

      run_unit (self, unit);
      if (!interview_sqlite_connection_in_transaction (self->connection))
        {
          g_propagate_error (error,
                             unit->error != NULL
                                 ? g_error_copy (unit->error)
                                 : g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                                                        "the transaction was rolled back"));
          return FALSE;
        }
    }
  if (interview_sqlite_connection_execute (self->connection, "COMMIT", error))
    return TRUE;
  if (interview_sqlite_connection_in_transaction (self->connection))
    interview_sqlite_connection_execute (self->connection, "ROLLBACK", NULL);
  return FALSE;
}

static void
run_alone (InterviewDatabaseThread *self, Unit *unit)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (one, unit);
  if (run_together (self, one, &error))
    return;
  g_clear_error (&unit->error);
  unit->error = g_steal_pointer (&error);
}

static void
run_batch (InterviewDatabaseThread *self, GPtrArray *units)
{
  g_autoptr (GError) error = NULL;

  if (units->len == 1)
    run_alone (self, g_ptr_array_index (units, 0));
  else if (!run_together (self, units, &error))
    {
      g_message ("Running %u units of work one by one: %s", units->len, error->message);
      for (guint i = 0; i < units->len; i++)
        run_alone (self, g_ptr_array_index (units, i));
    }
  for (guint i = 0; i < units->len; i++)
    answer (g_ptr_array_index (units, i));
}

static gpointer
run_thread (gpointer data)
{
  InterviewDatabaseThread *self = data;
  gboolean stop = FALSE;

  while (!stop)
    {
      g_autoptr (GPtrArray) units = g_ptr_array_new ();
      Unit *unit = g_async_queue_pop (self->queue);

      while (unit != NULL && !unit->stop)
        {
          g_ptr_array_add (units, unit);
          unit = units->len < MAX_BATCH ? g_async_queue_try_pop (self->queue) : NULL;
        }
      if (units->len > 0)
        run_batch (self, units);
      if (unit != NULL)
        {
          stop = TRUE;
          g_free (unit);
        }
    }
  return NULL;
}

static void
interview_database_thread_finalize (GObject *object)
{
  InterviewDatabaseThread *self = INTERVIEW_DATABASE_THREAD (object);

  interview_database_thread_close (self);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_object (&self->connection);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_database_thread_parent_class)->finalize (object);
}

static void
interview_database_thread_class_init (InterviewDatabaseThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_database_thread_finalize;
}

static void
interview_database_thread_init (InterviewDatabaseThread *self)
{
  g_mutex_init (&self->mutex);
  self->queue = g_async_queue_new ();
}

/**
 * interview_database_thread_new:
 * @connection: (transfer none): used by nobody else from now on
 *
 * Returns: (transfer full): a running thread
 */
InterviewDatabaseThread *
interview_database_thread_new (InterviewSqliteConnection *connection)
{
  InterviewDatabaseThread *self;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (connection), NULL);

  self = g_object_new (INTERVIEW_TYPE_DATABASE_THREAD, NULL);
  self->connection = g_object_ref (connection);
  self->thread = g_thread_new ("database", run_thread, self);
  return self;
}

/**
 * interview_database_thread_close:
 *
 * Waits for the units that were submitted and ends the thread; later ones are refused. Their
 * answers still come. Not to be called from a unit.
 */
void
interview_database_thread_close (InterviewDatabaseThread *self)
{
  Unit *stop;

  g_return_if_fail (INTERVIEW_IS_DATABASE_THREAD (self));

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);
  if (self->thread == NULL)
    return;
  stop = g_new0 (Unit, 1);
  stop->stop = TRUE;
  g_async_queue_push (self->queue, stop);
  g_thread_join (g_steal_pointer (&self->thread));
}

static gboolean
push (InterviewDatabaseThread *self, Unit *unit, GError **error)
{
  gboolean accepted = FALSE;

  g_mutex_lock (&self->mutex);
  if (self->closed)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY, "the store is closed");
  else if (g_async_queue_length (self->queue) >= MAX_WAITING)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY,
                         "too many requests wait for the store");
  else
    {
      g_async_queue_push (self->queue, unit);
      accepted = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return accepted;
}

/**
 * interview_database_thread_submit_async:
 * @func: the unit of work
 * @data: given to @func; valid until @callback has returned
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): leaves the unit out if it has not started; afterwards the answer tells
 *   what happened, since what is on disk cannot be cancelled
 * @callback: called in this thread's main context when the unit is on disk or has failed
 * @user_data: for @callback
 *
 * Submits a unit of work. From any thread.
 */
void
interview_database_thread_submit_async (InterviewDatabaseThread *self,
                                        InterviewDatabaseFunc func,
                                        gpointer data,
                                        GDestroyNotify destroy,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Unit *unit;

  g_return_if_fail (INTERVIEW_IS_DATABASE_THREAD (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_database_thread_submit_async);
  g_task_set_check_cancellable (task, FALSE);
  unit = g_new0 (Unit, 1);
  unit->func = func;
  unit->data = data;
  unit->destroy = destroy;
  unit->task = g_object_ref (task);
  g_task_set_task_data (task, unit, free_unit_data);
  if (!push (self, unit, &error))
    {
      g_clear_object (&unit->task);
      g_task_return_error (task, error);
    }
}

/**
 * interview_database_thread_submit_finish:
 * @result: from the callback
 * @error: return location: what the unit said, or why the store could not keep it
 *
 * Returns: whether the unit's changes are on disk
 */
gboolean
interview_database_thread_submit_finish (InterviewDatabaseThread *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_database_thread_run:
 * @func: the unit of work
 * @data: given to @func
 * @error: return location
 *
 * Like interview_database_thread_submit_async(), but blocks: for programs that do one thing, such
 * as setting up a store, and not for a thread with a main loop to run.
 *
 * Returns: whether the unit's changes are on disk
 */
gboolean
interview_database_thread_run (InterviewDatabaseThread *self,
                               InterviewDatabaseFunc func,
                               gpointer data,
                               GError **error)
{
  Waiter waiter = { 0 };
  Unit *unit;

  g_return_val_if_fail (INTERVIEW_IS_DATABASE_THREAD (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  unit = g_new0 (Unit, 1);
  unit->func = func;
  unit->data = data;
  unit->waiter = &waiter;
  g_mutex_init (&waiter.mutex);
  g_cond_init (&waiter.cond);
  if (!push (self, unit, &waiter.error))
    free_unit_data (unit);
  else
    {
      g_mutex_lock (&waiter.mutex);
      while (!waiter.done)
        g_cond_wait (&waiter.cond, &waiter.mutex);
      g_mutex_unlock (&waiter.mutex);
    }
  g_mutex_clear (&waiter.mutex);
  g_cond_clear (&waiter.cond);
  if (waiter.error == NULL)
    return TRUE;
  g_propagate_error (error, waiter.error);
  return FALSE;
}
