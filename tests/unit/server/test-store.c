/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "core/error.h"
#include "server/services/setup-service.h"
#include "server/store/store.h"
#include "support/await.h"
#include "support/folder.h"
#include "support/small-disk.h"

/* What a released program wrote; later ones must be able to read it. */
#define STORE_V1 "store-v1.db"

#define PAGE 4096

/* MiB of a disk that is soon full. */
#define SMALL_DISK 4

static InterviewStore *
open_path (const char *path)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (GError) error = NULL;
  InterviewStore *store = interview_store_open (path, clock, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_last (InterviewStore **store)
{
  interview_store_close (*store);
  test_clear_last (store);
}

static void
assert_not_opened (const char *path, InterviewErrorCode code)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (GError) error = NULL;

  g_assert_null (interview_store_open (path, clock, &error));
  g_assert_error (error, INTERVIEW_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

/* Writes with SQLite itself, as another program would. */
static void
execute (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_close (database);
}

static gboolean
create_company (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (InterviewPerson) admin =
      interview_setup_service_create (transaction, "Heronreed", "en", "Admin", data, "secret",
                                      error);

  return admin != NULL;
}

static gboolean
count_companies (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT count(*) FROM company");

  if (interview_sqlite_statement_next (statement))
    *(gint64 *) data = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static gint64
count (InterviewStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 companies = -1;

  interview_store_run (store, count_companies, &companies, NULL, &error);
  g_assert_no_error (error);
  return companies;
}

static char *
make_store (const char *folder)
{
  char *path = g_build_filename (folder, "store.db", NULL);
  InterviewStore *store = open_path (path);
  g_autoptr (GError) error = NULL;

  interview_store_run (store, create_company, (gpointer) "admin@mail.example", NULL, &error);
  g_assert_no_error (error);
  close_last (&store);
  return path;
}

static void
test_reopened (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_store (folder);
  InterviewStore *store = open_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count (store), ==, 1);
  /* The same address again: nothing of the second company stays. */
  interview_store_run (store, create_company, (gpointer) "admin@mail.example", NULL, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_assert_cmpint (count (store), ==, 1);
  close_last (&store);
}

static void
test_newer (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_store (folder);

  execute (path, "PRAGMA user_version = 9999");
  assert_not_opened (path, INTERVIEW_ERROR_STORE_NEWER);
}

/* Each page in turn is overwritten: that is found out on opening and nothing is written to it. */
static void
test_corrupt (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_store (folder);
  g_autofree char *sound = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &sound, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length / PAGE, >, 20);
  for (gsize page = 0; page < length / PAGE; page += 5)
    {
      g_autofree char *flipped = g_memdup2 (sound, length);

      for (gsize i = 0; i < PAGE / 2; i++)
        flipped[page * PAGE + i] ^= 0x55;
      g_file_set_contents_full (path, flipped, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                &error);
      g_assert_no_error (error);
      assert_not_opened (path, INTERVIEW_ERROR_STORE_CORRUPT);
    }
}

static void
test_truncated (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_store (folder);

  g_assert_cmpint (truncate (path, PAGE * 7 + 100), ==, 0);
  assert_not_opened (path, INTERVIEW_ERROR_STORE_CORRUPT);
}

static gboolean
limit_pages (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", *(int *) data);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);

  return interview_sqlite_statement_run (statement, error);
}

static gboolean
write_much (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autofree char *name = g_strnfill (100 * 1024, 'x');
  g_autofree char *email = g_strdup_printf ("%d@mail.example", g_random_int ());
  g_autoptr (InterviewPerson) admin = NULL;

  admin = interview_setup_service_create (transaction, name, "en", "Admin", email, "secret", error);
  return admin != NULL;
}

static void
test_full (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  gboolean mounts = test_small_disk_may_mount ();
  g_autofree char *path = NULL;
  InterviewStore *store;
  g_autoptr (GError) error = NULL;
  gint64 written = 1;
  int pages = 500;

  if (mounts)
    test_small_disk_mount (folder, SMALL_DISK);
  path = make_store (folder);
  store = open_path (path);
  if (!mounts)
    {
      g_test_message ("neither root nor a namespace of users may mount here: the store's own limit "
                      "is used");
      interview_store_run (store, limit_pages, &pages, NULL, &error);
      g_assert_no_error (error);
    }
  while (interview_store_run (store, write_much, NULL, NULL, &error))
    written++;
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  /* What was acknowledged is there and can be read; nothing of what was refused is. */
  g_assert_cmpint (written, >, 1);
  g_assert_cmpint (count (store), ==, written);
  close_last (&store);

  if (mounts)
    test_small_disk_grow (folder, 2 * SMALL_DISK);
  store = open_path (path);
  g_assert_cmpint (count (store), ==, written);
  g_assert_true (interview_store_run (store, write_much, NULL, NULL, &error));
  g_assert_no_error (error);
  close_last (&store);
  if (mounts)
    test_small_disk_unmount (folder);
}

static gboolean
read_schema (InterviewTransaction *transaction, gpointer data, GError **error)
{
  char **schema = data;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema"
                   " WHERE sql IS NOT NULL ORDER BY name)");

  g_clear_pointer (schema, g_free);
  if (interview_sqlite_statement_next (statement))
    *schema = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_sqlite_statement_finish (statement, error);
}

static char *
get_schema (InterviewStore *store)
{
  g_autoptr (GError) error = NULL;
  char *schema = NULL;

  interview_store_run (store, read_schema, &schema, NULL, &error);
  g_assert_no_error (error);
  return schema;
}

/* The schema of the first release, with rows in it, becomes the one of today. */
static void
test_first_release (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", STORE_V1, NULL);
  g_autofree char *contents = NULL, *migrated = NULL, *fresh = NULL;
  g_autoptr (GError) error = NULL;
  InterviewStore *store;
  gsize length = 0;

  g_file_get_contents (fixture, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  store = open_path (path);
  g_assert_cmpint (count (store), ==, 1);
  migrated = get_schema (store);
  close_last (&store);

  store = open_path (":memory:");
  fresh = get_schema (store);
  close_last (&store);
  g_assert_cmpstr (migrated, ==, fresh);
}

static gboolean
publish_and_fail (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN, "on purpose");
  return FALSE;
}

static void
test_submitted (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_store (folder);
  InterviewStore *store = open_path (path);
  GAsyncResult *answers[2] = { NULL };
  g_autoptr (GAsyncResult) good = NULL;
  g_autoptr (GAsyncResult) bad = NULL;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;
  gint64 companies = 0;

  interview_store_submit_async (store, count_companies, &companies, NULL, NULL, test_keep_result,
                                &answers[0]);
  interview_store_submit_async (store, publish_and_fail, NULL, NULL, NULL, test_keep_result,
                                &answers[1]);
  good = test_await_result (&answers[0]);
  bad = test_await_result (&answers[1]);
  g_assert_true (interview_store_submit_finish (store, good, &publications, &error));
  g_assert_cmpint (companies, ==, 1);
  g_assert_cmpuint (publications->len, ==, 0);
  g_assert_false (interview_store_submit_finish (store, bad, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN);
  g_clear_object (&good);
  g_clear_object (&bad);
  close_last (&store);
}

int
main (int argc, char **argv)
{
  test_small_disk_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/store/reopened", test_reopened);
  g_test_add_func ("/server/store/submitted", test_submitted);
  g_test_add_func ("/server/store/newer", test_newer);
  g_test_add_func ("/server/store/corrupt", test_corrupt);
  g_test_add_func ("/server/store/truncated", test_truncated);
  g_test_add_func ("/server/store/first-release", test_first_release);
  g_test_add_func ("/server/store/full", test_full);
  return g_test_run ();
}
