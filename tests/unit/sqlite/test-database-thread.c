/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sqlite/database-thread.h"
#include "support/await.h"
#include "support/folder.h"

#define N_UNITS 200

typedef struct
{
  TestFolder *folder;
  InterviewSqliteConnection *connection;
  InterviewDatabaseThread *thread;
} Fixture;

/* A unit of work of these tests, and what became of it. */
typedef struct
{
  Fixture *fixture;
  gint64 number;
  gboolean fail;
  guint runs;
  gboolean freed;
  guint *answered;
  guint place;
  gboolean kept;
  GError *error;
  GThread *freed_on;
} Job;

/* Holds the database thread, so that others wait together behind it. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean open;
} Gate;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->connection = interview_sqlite_connection_open (path, &error);
  g_assert_no_error (error);
  interview_sqlite_connection_execute (
      fixture->connection, "CREATE TABLE t (number INTEGER PRIMARY KEY, place INTEGER) STRICT",
      &error);
  g_assert_no_error (error);
  fixture->thread = interview_database_thread_new (fixture->connection);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  interview_database_thread_close (fixture->thread);
  test_clear_last (&fixture->thread);
  test_clear_last (&fixture->connection);
  test_folder_remove (fixture->folder);
}

static gboolean
insert (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "INSERT INTO t (number, place) SELECT $1, count(*) FROM t");

  job->runs++;
  interview_sqlite_statement_bind (statement, "i", job->number);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  if (job->fail)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN, "on purpose");
  return !job->fail;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;

  job->kept = interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result,
                                                       &job->error);
  job->place = (*job->answered)++;
}

static void
note_freed (gpointer data)
{
  Job *job = data;

  job->freed_on = g_thread_self ();
  job->freed = TRUE;
}

static gboolean
wait_at_gate (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return TRUE;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static gboolean
all_freed (gpointer data)
{
  GArray *jobs = data;

  for (guint i = 0; i < jobs->len; i++)
    {
      if (!g_array_index (jobs, Job, i).freed)
        return FALSE;
    }
  return TRUE;
}

static gboolean
count (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection, "SELECT count(*) FROM t");

  if (interview_sqlite_statement_next (statement))
    *(gint64 *) data = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static gint64
count_rows (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 rows = -1;

  interview_database_thread_run (fixture->thread, count, &rows, &error);
  g_assert_no_error (error);
  return rows;
}

/* Units that wait together: some fail, and take nothing of the others with them. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  Gate gate = { 0 };
  guint answered = 0;

  interview_database_thread_submit_async (fixture->thread, wait_at_gate, &gate, NULL, NULL, NULL,
                                          NULL);
  g_array_set_size (jobs, N_UNITS);
  for (guint i = 0; i < N_UNITS; i++)
    {
      Job *job = &g_array_index (jobs, Job, i);

      job->number = i;
      job->fail = i % 3 == 1;
      job->answered = &answered;
      interview_database_thread_submit_async (fixture->thread, insert, job, note_freed, NULL,
                                              on_done, job);
    }
  open_gate (&gate);
  test_await (all_freed, jobs);
  for (guint i = 0; i < N_UNITS; i++)
    {
      Job *job = &g_array_index (jobs, Job, i);

      g_assert_cmpuint (job->place, ==, i);
      g_assert_cmpuint (job->runs, ==, 1);
      g_assert_true (job->freed_on == g_thread_self ());
      g_assert_cmpint (job->kept, ==, !job->fail);
      if (job->fail)
        g_assert_error (job->error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN);
      g_clear_error (&job->error);
    }
  g_assert_cmpint (count_rows (fixture), ==, N_UNITS - (N_UNITS + 1) / 3);
}

static gboolean
roll_all_back (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  job->runs++;
  return interview_sqlite_connection_execute (connection, "ROLLBACK", error);
}

/* SQLite itself may roll the whole transaction back: then every unit is tried by itself. */
static void
test_lost_transaction (Fixture *fixture, gconstpointer data)
{
  InterviewDatabaseFunc funcs[] = { insert, roll_all_back, insert };
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  Gate gate = { 0 };
  guint answered = 0;

  interview_database_thread_submit_async (fixture->thread, wait_at_gate, &gate, NULL, NULL, NULL,
                                          NULL);
  g_array_set_size (jobs, G_N_ELEMENTS (funcs));
  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    {
      Job *job = &g_array_index (jobs, Job, i);

      job->number = i;
      job->answered = &answered;
      interview_database_thread_submit_async (fixture->thread, funcs[i], job, note_freed, NULL,
                                              on_done, job);
    }
  open_gate (&gate);
  test_await (all_freed, jobs);
  g_assert_true (g_array_index (jobs, Job, 0).kept);
  g_assert_false (g_array_index (jobs, Job, 1).kept);
  g_assert_true (g_array_index (jobs, Job, 2).kept);
  g_clear_error (&g_array_index (jobs, Job, 1).error);
  g_assert_cmpint (count_rows (fixture), ==, 2);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  Gate gate = { 0 };
  guint answered = 0;
  Job *job;

  g_array_set_size (jobs, 1);
  job = &g_array_index (jobs, Job, 0);
  job->answered = &answered;
  interview_database_thread_submit_async (fixture->thread, wait_at_gate, &gate, NULL, NULL, NULL,
                                          NULL);
  interview_database_thread_submit_async (fixture->thread, insert, job, note_freed, cancellable,
                                          on_done, job);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  test_await (all_freed, jobs);
  g_assert_error (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&job->error);
  g_assert_cmpuint (job->runs, ==, 0);
  g_assert_cmpint (count_rows (fixture), ==, 0);
}

/* What was submitted before the end is done; what comes after it is refused. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  guint answered = 0;
  Job *job;

  g_array_set_size (jobs, 2);
  for (guint i = 0; i < 2; i++)
    {
      job = &g_array_index (jobs, Job, i);
      job->number = i;
      job->answered = &answered;
      interview_database_thread_submit_async (fixture->thread, insert, job, note_freed, NULL,
                                              on_done, job);
      interview_database_thread_close (fixture->thread);
    }
  test_await (all_freed, jobs);
  g_assert_true (g_array_index (jobs, Job, 0).kept);
  job = &g_array_index (jobs, Job, 1);
  g_assert_error (job->error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY);
  g_clear_error (&job->error);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/sqlite/database-thread/together", test_together);
  add ("/sqlite/database-thread/lost-transaction", test_lost_transaction);
  add ("/sqlite/database-thread/cancelled", test_cancelled);
  add ("/sqlite/database-thread/closed", test_closed);
  return g_test_run ();
}
