/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sqlite/connection.h"
#include "support/await.h"
#include "support/folder.h"

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
execute (InterviewSqliteConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  interview_sqlite_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_values (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewSqliteConnection *connection = open_in (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GError) error = NULL;

  execute (connection, "CREATE TABLE t (s TEXT, i INTEGER, d REAL, y BLOB, n TEXT) STRICT");
  {
    g_autoptr (InterviewSqliteStatement) insert = interview_sqlite_connection_query (
        connection, "INSERT INTO t (n, y, d, i, s) VALUES ($5, $4, $3, $2, $1)");

    interview_sqlite_statement_bind (insert, "sidys", "面试’; DROP TABLE t", G_MAXINT64, 0.5, bytes,
                                     NULL);
    g_assert_true (interview_sqlite_statement_run (insert, &error));
    g_assert_no_error (error);
    g_assert_cmpint (interview_sqlite_connection_get_changes (connection), ==, 1);
  }
  {
    g_autoptr (InterviewSqliteStatement) select =
        interview_sqlite_connection_query (connection, "SELECT s, i, d, y, n FROM t");
    g_autoptr (GBytes) found = NULL;

    g_assert_true (interview_sqlite_statement_next (select));
    g_assert_cmpstr (interview_sqlite_statement_get_text (select, 0), ==, "面试’; DROP TABLE t");
    g_assert_cmpint (interview_sqlite_statement_get_integer (select, 1), ==, G_MAXINT64);
    g_assert_cmpfloat (interview_sqlite_statement_get_double (select, 2), ==, 0.5);
    found = interview_sqlite_statement_get_bytes (select, 3);
    g_assert_true (g_bytes_equal (found, bytes));
    g_assert_true (interview_sqlite_statement_is_null (select, 4));
    g_assert_null (interview_sqlite_statement_get_text (select, 4));
    g_assert_false (interview_sqlite_statement_next (select));
    g_assert_true (interview_sqlite_statement_finish (select, &error));
  }
  test_clear_last (&connection);
}

/* The same statement can be used within itself, and its bindings do not come back. */
static void
test_reuse (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewSqliteConnection *connection = open_in (folder);
  static const char sql[] = "SELECT $1";

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (InterviewSqliteStatement) outer =
          interview_sqlite_connection_query (connection, sql);
      g_autoptr (InterviewSqliteStatement) inner =
          interview_sqlite_connection_query (connection, sql);

      interview_sqlite_statement_bind (outer, "s", "outer");
      g_assert_true (interview_sqlite_statement_next (outer));
      g_assert_true (interview_sqlite_statement_next (inner));
      g_assert_cmpstr (interview_sqlite_statement_get_text (outer, 0), ==, "outer");
      g_assert_true (interview_sqlite_statement_is_null (inner, 0));
    }
  test_clear_last (&connection);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *sql;
    const char *format;
    InterviewErrorCode code;
  } cases[] = {
    { "SELEC 1", "", INTERVIEW_ERROR_INTERNAL },
    { "SELECT $1", "ss", INTERVIEW_ERROR_INTERNAL },
    { "INSERT INTO t (id, i) VALUES ('one', 1)", "", INTERVIEW_ERROR_CONFLICT },
    { "INSERT INTO t (id, i) VALUES ('two', 'text')", "", INTERVIEW_ERROR_CONFLICT },
    { "INSERT INTO child (t) VALUES ('nobody')", "", INTERVIEW_ERROR_CONFLICT },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewSqliteConnection *connection = open_in (folder);

  execute (connection, "CREATE TABLE t (id TEXT PRIMARY KEY, i INTEGER) STRICT;"
                       "CREATE TABLE child (t TEXT REFERENCES t (id)) STRICT;"
                       "INSERT INTO t (id, i) VALUES ('one', 1)");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewSqliteStatement) statement =
          interview_sqlite_connection_query (connection, cases[i].sql);
      g_autoptr (GError) error = NULL;

      interview_sqlite_statement_bind (statement, cases[i].format, "a", "b");
      g_assert_false (interview_sqlite_statement_run (statement, &error));
      g_assert_error (error, INTERVIEW_ERROR, (int) cases[i].code);
    }
  test_clear_last (&connection);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *sql;
    const char *value;
  } cases[] = {
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewSqliteConnection *connection = open_in (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewSqliteStatement) statement =
          interview_sqlite_connection_query (connection, cases[i].sql);

      g_assert_true (interview_sqlite_statement_next (statement));
      g_assert_cmpstr (interview_sqlite_statement_get_text (statement, 0), ==, cases[i].value);
    }
  test_clear_last (&connection);
}

static void
test_no_store (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "where.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "This is a letter, and no store at all. It goes on for a while.", -1,
                       &error);
  g_assert_no_error (error);
  g_assert_null (interview_sqlite_connection_open (path, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT);
  g_clear_error (&error);
  g_assert_null (interview_sqlite_connection_open (nowhere, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sqlite/connection/values", test_values);
  g_test_add_func ("/sqlite/connection/reuse", test_reuse);
  g_test_add_func ("/sqlite/connection/mistakes", test_mistakes);
  g_test_add_func ("/sqlite/connection/settings", test_settings);
  g_test_add_func ("/sqlite/connection/no-store", test_no_store);
  return g_test_run ();
}
