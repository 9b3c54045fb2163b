/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sqlite/migrator.h"
#include "support/folder.h"

#include "test-steps.h"

static gint64
ask (InterviewSqliteConnection *connection, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection, sql);
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  if (interview_sqlite_statement_next (statement))
    answer = interview_sqlite_statement_get_integer (statement, 0);
  interview_sqlite_statement_finish (statement, &error);
  g_assert_no_error (error);
  return answer;
}

static InterviewSqliteConnection *
open_in (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  InterviewSqliteConnection *connection = interview_sqlite_connection_open (path, &error);

  g_assert_no_error (error);
  return connection;
}

static void
test_steps (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewSqliteConnection) connection = open_in (folder);
  g_autoptr (InterviewMigrator) migrator =
      interview_migrator_new (test_steps_get_resource (), "/steps/good");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (interview_migrator_get_newest (migrator), ==, 2);
  for (guint times = 0; times < 2; times++)
    {
      g_assert_true (interview_migrator_run (migrator, connection, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ask (connection, "PRAGMA user_version"), ==, 2);
      g_assert_cmpint (ask (connection, "SELECT count(*) FROM first"), ==, 1);
    }
}

/* A step that fails half way leaves what the step before it left. */
static void
test_failing_step (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewSqliteConnection) connection = open_in (folder);
  g_autoptr (InterviewMigrator) broken =
      interview_migrator_new (test_steps_get_resource (), "/steps/broken");
  g_autoptr (InterviewMigrator) mended =
      interview_migrator_new (test_steps_get_resource (), "/steps/good");
  g_autoptr (GError) error = NULL;

  g_assert_false (interview_migrator_run (broken, connection, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL);
  g_assert_true (g_str_has_prefix (error->message, "0002-second.sql"));
  g_clear_error (&error);
  g_assert_cmpint (ask (connection, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (connection,
                        "SELECT count(*) FROM sqlite_schema WHERE name IN ('first', 'second')"),
                   ==, 1);
  g_assert_true (interview_migrator_run (mended, connection, &error));
  g_assert_no_error (error);
}

static void
test_newer (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewSqliteConnection) connection = open_in (folder);
  g_autoptr (InterviewMigrator) migrator =
      interview_migrator_new (test_steps_get_resource (), "/steps/good");
  g_autoptr (GError) error = NULL;

  interview_sqlite_connection_execute (connection, "PRAGMA user_version = 3", &error);
  g_assert_no_error (error);
  g_assert_false (interview_migrator_run (migrator, connection, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_NEWER);
  g_assert_cmpint (ask (connection, "SELECT count(*) FROM sqlite_schema"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sqlite/migrator/steps", test_steps);
  g_test_add_func ("/sqlite/migrator/failing-step", test_failing_step);
  g_test_add_func ("/sqlite/migrator/newer", test_newer);
  return g_test_run ();
}
