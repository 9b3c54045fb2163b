/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "client/credential-store.h"
#include "support/await.h"
#include "support/folder.h"

typedef struct
{
  char *folder;
  char *path;
  InterviewCredentialStore *store;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "sign-in", NULL);
  fixture->store =
      interview_credential_store_new ("io.github.interview.Test", fixture->folder, 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_clear_last (&fixture->store);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
}

static void
save (Fixture *fixture, const char *server, const char *token)
{
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_parse (server, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  interview_credential_store_save_async (fixture->store, endpoint, token, NULL, test_keep_result,
                                         &fixture->result);
  result = test_await_result (&fixture->result);
  g_assert_true (interview_credential_store_save_finish (fixture->store, result, &error));
  g_assert_no_error (error);
}

static char *
load (Fixture *fixture, InterviewEndpoint **endpoint)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *token = NULL;

  interview_credential_store_load_async (fixture->store, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  g_assert_cmpint (interview_credential_store_load_finish (fixture->store, result, endpoint, &token,
                                                           &error),
                   ==, token != NULL);
  g_assert_no_error (error);
  return token;
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autofree char *token = NULL;
  GStatBuf info;

  g_assert_null (load (fixture, &endpoint));
  save (fixture, "127.0.0.1:8700?tls=no", "first");
  save (fixture, "127.0.0.1:8701?tls=no", "second");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  token = load (fixture, &endpoint);
  g_assert_cmpstr (token, ==, "second");
  g_assert_cmpuint (interview_endpoint_get_port (endpoint), ==, 8701);
  g_assert_false (interview_endpoint_get_tls (endpoint));
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;

  save (fixture, "a.example", "token");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      interview_credential_store_clear_async (fixture->store, NULL, test_keep_result,
                                              &fixture->result);
      result = test_await_result (&fixture->result);
      g_assert_true (interview_credential_store_clear_finish (fixture->store, result, NULL));
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (load (fixture, &endpoint));
}

static void
test_open_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  GStatBuf info;

  save (fixture, "a.example", "token");
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_null (load (fixture, &endpoint));
  save (fixture, "a.example", "token");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
}

static void
test_bad_contents (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = {
    "", "\n", "a.example", "a.example\n", "a b\ntoken", "a.example\nto\nken", "\xff\xfe\n1"
  };
  g_autofree char *huge = g_strnfill (100000, 'a');

  for (guint i = 0; i <= G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewEndpoint) endpoint = NULL;
      const char *text = i < G_N_ELEMENTS (cases) ? cases[i] : huge;

      g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
      g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
      g_assert_null (load (fixture, &endpoint));
    }
}

/* A bus that takes the connection and never says a word. */
static void
test_dead_bus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *address = g_strdup_printf ("tcp:host=127.0.0.1,port=%u", port);
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autofree char *token = NULL;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  save (fixture, "a.example", "token");
  token = load (fixture, &endpoint);
  g_assert_cmpstr (token, ==, "token");
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/credential-store/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TestFolder) runtime = test_folder_new ();

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_test_init (&argc, &argv, NULL);
  ADD ("file", test_file);
  ADD ("clear", test_clear);
  ADD ("open-file", test_open_file);
  ADD ("bad-contents", test_bad_contents);
  ADD ("dead-bus", test_dead_bus);
  return g_test_run ();
}
