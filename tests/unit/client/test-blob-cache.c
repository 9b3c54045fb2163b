/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/blob-cache.h"
#include "core/error.h"
#include "core/id.h"
#include "scripted-server.h"
#include "support/await.h"
#include "support/folder.h"

#define LIMIT 10000

typedef struct
{
  char *folder;
  char *blob_id;
  TestScriptedServer *server;
  InterviewConnection *connection;
  InterviewBlobCache *cache;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->blob_id = interview_id_new ();
  fixture->server = test_scripted_server_new ();
  fixture->connection =
      interview_connection_new (test_scripted_server_get_endpoint (fixture->server), "token", NULL,
                                FALSE);
  fixture->cache = interview_blob_cache_new (fixture->connection, fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_clear_last (&fixture->cache);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
  test_folder_remove (fixture->folder);
  g_free (fixture->blob_id);
}

static char *
fetch (Fixture *fixture, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;

  interview_blob_cache_fetch_async (fixture->cache, fixture->blob_id, name, LIMIT, NULL,
                                    test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  file = interview_blob_cache_fetch_finish (fixture->cache, result, error);
  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_nonnull (path);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
answer (Fixture *fixture, guint status, const char *body, const char *etag)
{
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, status, "application/pdf", body);
  if (etag != NULL)
    test_scripted_server_add_header (fixture->server, "ETag", etag);
}

static void
test_fetch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  answer (fixture, 200, "one", "\"e1\"");
  first = fetch (fixture, "简历.pdf", &error);
  g_assert_no_error (error);
  assert_contents (first, "one");
  g_assert_true (g_str_has_suffix (first, "/简历.pdf"));
  g_assert_null (test_scripted_server_get_header (fixture->server, 0, "If-None-Match"));

  answer (fixture, 304, NULL, NULL);
  second = fetch (fixture, "简历.pdf", &error);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 1, "If-None-Match"), ==,
                   "\"e1\"");
  assert_contents (second, "one");

  answer (fixture, 200, "two", "\"e2\"");
  third = fetch (fixture, "简历.pdf", &error);
  assert_contents (third, "two");
}

static void
test_offline (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other = interview_id_new ();
  g_autoptr (GError) error = NULL;

  answer (fixture, 200, "one", "\"e1\"");
  first = fetch (fixture, NULL, NULL);
  test_scripted_server_go_away (fixture->server);
  second = fetch (fixture, NULL, NULL);
  assert_contents (second, "one");
  g_free (fixture->blob_id);
  fixture->blob_id = g_steal_pointer (&other);
  g_assert_null (fetch (fixture, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
}

/* Leaves a part of 3 bytes, as a break of the network does. */
static void
break_off (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_HANG_UP, 0, NULL, NULL);
  g_assert_null (fetch (fixture, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
}

static void
leave_part (Fixture *fixture, const char *text, const char *etag)
{
  g_autofree char *folder = g_build_filename (fixture->folder, fixture->blob_id, NULL);
  g_autofree char *part = g_build_filename (folder, ".part", NULL);
  g_autofree char *part_etag = g_build_filename (folder, ".part-etag", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (part, text, -1, NULL));
  g_assert_true (g_file_set_contents (part_etag, etag, -1, NULL));
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  leave_part (fixture, "abc", "\"e1\"");
  break_off (fixture);
  answer (fixture, 206, "def", "\"e1\"");
  test_scripted_server_add_header (fixture->server, "Content-Range", "bytes 3-5/6");
  path = fetch (fixture, NULL, &error);
  g_assert_no_error (error);
  assert_contents (path, "abcdef");
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 1, "Range"), ==, "bytes=3-");
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 1, "If-Range"), ==, "\"e1\"");
}

/* What does not continue the part is not put behind it: the whole is fetched again. */
static void
test_useless_part (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *range;
    const char *etag;
  } cases[] = {
    { 206, "bytes 3-5/6", "\"e2\"" }, { 206, "bytes 5-5/6", "\"e1\"" },
    { 206, "nonsense", "\"e1\"" },    { 206, NULL, "\"e1\"" },
    { 206, "bytes 3-5/6", NULL },     { 416, "bytes */2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      g_free (fixture->blob_id);
      fixture->blob_id = interview_id_new ();
      leave_part (fixture, "abc", "\"e1\"");
      answer (fixture, cases[i].status, "xyz", cases[i].etag);
      if (cases[i].range != NULL)
        test_scripted_server_add_header (fixture->server, "Content-Range", cases[i].range);
      answer (fixture, 200, "other", "\"e2\"");
      path = fetch (fixture, NULL, &error);
      g_assert_no_error (error);
      assert_contents (path, "other");
    }
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  leave_part (fixture, "abc", "\"e1\"");
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER_CHUNKED, 200, NULL, "x");
  path = fetch (fixture, NULL, NULL);
  assert_contents (path, "x");
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  static const ScriptAction actions[] = { SCRIPT_ANSWER, SCRIPT_ANSWER_CHUNKED };
  g_autofree char *body = g_strnfill (LIMIT + 1, 'x');
  g_autofree char *part = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GError) error = NULL;

      test_scripted_server_add (fixture->server, actions[i], 200, "image/png", body);
      g_assert_null (fetch (fixture, NULL, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE);
    }
  part = g_build_filename (fixture->folder, fixture->blob_id, ".part", NULL);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "../../etc/passwd", "/absolute", "..", ".",     ".hidden", "a\nb\\c",
    "\xff\xfe",         "     ",     "",   ".part", ".etag"
  };
  g_autofree char *long_name = g_strnfill (5000, 'n');

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      const char *name = i < G_N_ELEMENTS (names) ? names[i] : long_name;
      g_autofree char *path = NULL;
      g_autofree char *folder = NULL;
      g_autofree char *base = NULL;
      g_autoptr (GError) error = NULL;

      g_free (fixture->blob_id);
      fixture->blob_id = interview_id_new ();
      answer (fixture, 200, "x", NULL);
      path = fetch (fixture, name, &error);
      g_assert_no_error (error);
      folder = g_path_get_dirname (path);
      base = g_path_get_basename (folder);
      g_assert_cmpstr (base, ==, fixture->blob_id);
      assert_contents (path, "x");
    }
  g_free (fixture->blob_id);
  fixture->blob_id = g_strdup ("../x");
  g_assert_null (fetch (fixture, NULL, NULL));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, 200, "one", "\"e1\"");
  path = fetch (fixture, NULL, NULL);
  answer (fixture, 403, NULL, NULL);
  g_assert_null (fetch (fixture, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN);
}

static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GFile) first_file = NULL;
  g_autoptr (GFile) second_file = NULL;

  answer (fixture, 200, "one", "\"e1\"");
  answer (fixture, 304, NULL, NULL);
  interview_blob_cache_fetch_async (fixture->cache, fixture->blob_id, NULL, LIMIT, NULL,
                                    test_keep_result, &first);
  interview_blob_cache_fetch_async (fixture->cache, fixture->blob_id, NULL, LIMIT, NULL,
                                    test_keep_result, &second);
  first_result = test_await_result (&first);
  second_result = test_await_result (&second);
  first_file = interview_blob_cache_fetch_finish (fixture->cache, first_result, NULL);
  second_file = interview_blob_cache_fetch_finish (fixture->cache, second_result, NULL);
  g_assert_true (g_file_equal (first_file, second_file));
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 2);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/blob-cache/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fetch", test_fetch);
  ADD ("offline", test_offline);
  ADD ("resume", test_resume);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("useless-part", test_useless_part);
  ADD ("too-large", test_too_large);
  ADD ("names", test_names);
  ADD ("refused", test_refused);
  ADD ("two-at-once", test_two_at_once);
  return g_test_run ();
}
