/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "client/credential-store.h"
#include "core/error.h"
#include "support/await.h"
#include "support/folder.h"

#define SECRETS_NAME "org.freedesktop.secrets"
#define SECRETS_PATH "/org/freedesktop/secrets"
#define SERVICE "org.freedesktop.Secret.Service"
#define LOGIN_KEYRING SECRETS_PATH "/collection/login"
#define APPLICATION "io.github.interview.Test"

/*
 * The sign-in in the keyring that Debian's desktop has: gnome-keyring-daemon on a session bus of
 * its own, with a login keyring in a folder of its own. Nothing else can be started on that bus, so
 * that nobody asks to unlock the keyring but the prompter of a test.
 */
const char *__lsan_default_suppressions (void);

/* What libsecret 0.20 forgets when a keyring has to be unlocked; 0.21 does not. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libsecret-1.so\nleak:g_dbus_message_new_from_blob\n";
}

typedef struct
{
  char *folder;
  char *path;
  GDBusConnection *bus;
  guint watch_id;
  gboolean served;
  GSubprocess *daemon;
  InterviewCredentialStore *store;
  GAsyncResult *result;
} Fixture;

static void
on_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  ((Fixture *) user_data)->served = TRUE;
}

static void
on_vanished (GDBusConnection *bus, const char *name, gpointer user_data)
{
  ((Fixture *) user_data)->served = FALSE;
}

static gboolean
is_not_served (gpointer data)
{
  return !((Fixture *) data)->served;
}

/* The password is the one that the person signs in to the desktop with. */
static void
start_daemon (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *control = g_strconcat ("--control-directory=", fixture->folder, NULL);
  GOutputStream *input;

  fixture->daemon =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                            G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, "gnome-keyring-daemon", "--foreground", "--components=secrets",
                        "--unlock", control, NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (fixture->daemon);
  g_output_stream_write_all (input, "desktop", 7, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (input, NULL, &error);
  g_assert_no_error (error);
  test_await_flag (&fixture->served);
}

static void
stop_daemon (Fixture *fixture)
{
  g_subprocess_force_exit (fixture->daemon);
  g_subprocess_wait (fixture->daemon, NULL, NULL);
  g_clear_object (&fixture->daemon);
  test_await (is_not_served, fixture);
}

static GVariant *
call_service (Fixture *fixture, const char *method, GVariant *arguments, const char *type)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (fixture->bus, SECRETS_NAME, SECRETS_PATH, SERVICE,
                                                  method, arguments, G_VARIANT_TYPE (type),
                                                  G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
lock (Fixture *fixture)
{
  const char *const keyrings[] = { LOGIN_KEYRING, NULL };
  g_autoptr (GVariant) answer =
      call_service (fixture, "Lock", g_variant_new ("(^ao)", keyrings), "(aoo)");
  g_autoptr (GVariant) locked = g_variant_get_child_value (answer, 0);

  g_assert_cmpuint (g_variant_n_children (locked), ==, 1);
}

/* How many sign-ins of the test lie in the keyring, locked or not. */
static gsize
count_kept (Fixture *fixture)
{
  g_autoptr (GVariant) answer =
      call_service (fixture, "SearchItems",
                    g_variant_new_parsed ("({'application': %s},)", APPLICATION), "(aoao)");
  g_autoptr (GVariant) unlocked = g_variant_get_child_value (answer, 0);
  g_autoptr (GVariant) locked = g_variant_get_child_value (answer, 1);

  return g_variant_n_children (unlocked) + g_variant_n_children (locked);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const guint *patience = data;
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "sign-in", NULL);
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->store = interview_credential_store_new (APPLICATION, fixture->folder, *patience);
  fixture->watch_id =
      g_bus_watch_name_on_connection (fixture->bus, SECRETS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      on_appeared, on_vanished, fixture, NULL);
  start_daemon (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keyring =
      g_build_filename (g_get_user_data_dir (), "keyrings", "login.keyring", NULL);

  stop_daemon (fixture);
  g_bus_unwatch_name (fixture->watch_id);
  g_assert_cmpint (g_unlink (keyring), ==, 0);
  test_clear_last (&fixture->store);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->bus);
}

static void
save (Fixture *fixture, const char *token)
{
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_parse ("a.example", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  interview_credential_store_save_async (fixture->store, endpoint, token, NULL, test_keep_result,
                                         &fixture->result);
  result = test_await_result (&fixture->result);
  interview_credential_store_save_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

static gboolean
clear (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_credential_store_clear_async (fixture->store, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  return interview_credential_store_clear_finish (fixture->store, result, error);
}

static void
assert_loads (Fixture *fixture, const char *expected)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;

  interview_credential_store_load_async (fixture->store, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  interview_credential_store_load_finish (fixture->store, result, &endpoint, &token, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
  if (token != NULL)
    g_assert_cmpstr (interview_endpoint_get_host (endpoint), ==, "a.example");
}

static void
assert_in_file (Fixture *fixture, gboolean expected)
{
  g_assert_cmpint (g_file_test (fixture->path, G_FILE_TEST_EXISTS), ==, expected);
}

static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewCredentialStore) other =
      interview_credential_store_new (APPLICATION ".Other", fixture->folder, *(const guint *) data);
  g_autoptr (GError) error = NULL;

  assert_loads (fixture, NULL);
  save (fixture, "first");
  g_assert_cmpuint (count_kept (fixture), ==, 1);
  assert_in_file (fixture, FALSE);
  assert_loads (fixture, "first");

  save (fixture, "second");
  g_assert_cmpuint (count_kept (fixture), ==, 1);
  stop_daemon (fixture);
  start_daemon (fixture);
  assert_loads (fixture, "second");
  assert_in_file (fixture, FALSE);

  /* Another profile has a sign-in of its own. */
  g_set_object (&fixture->store, other);
  g_clear_object (&other);
  assert_loads (fixture, NULL);
  clear (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_kept (fixture), ==, 1);
}

static void
test_forgets (Fixture *fixture, gconstpointer data)
{
  save (fixture, "first");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (clear (fixture, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_kept (fixture), ==, 0);
      assert_loads (fixture, NULL);
    }
}

/* What was kept last counts, wherever the keyring let it lie. */
static void
test_comes_and_goes (Fixture *fixture, gconstpointer data)
{
  save (fixture, "keyring");
  stop_daemon (fixture);
  assert_loads (fixture, NULL);
  save (fixture, "file");
  assert_in_file (fixture, TRUE);
  assert_loads (fixture, "file");
  start_daemon (fixture);
  assert_loads (fixture, "file");
  save (fixture, "keyring again");
  assert_in_file (fixture, FALSE);
  assert_loads (fixture, "keyring again");
  g_assert_cmpuint (count_kept (fixture), ==, 1);
}

static void
assert_does_without (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  assert_loads (fixture, NULL);
  save (fixture, "file");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  assert_loads (fixture, "file");
  /* One that is left in the keyring is not said to be forgotten. */
  g_assert_false (clear (fixture, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS);
  assert_in_file (fixture, FALSE);
  g_assert_cmpuint (count_kept (fixture), ==, 1);
}

/* Locked, and nobody there who could ask for the password. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  save (fixture, "keyring");
  lock (fixture);
  assert_does_without (fixture);
}

static void
on_prompter_call (GDBusConnection *bus,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *method,
                  GVariant *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer user_data)
{
  guint *n_asked = user_data;

  if (g_str_equal (method, "BeginPrompting"))
    (*n_asked)++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Shows a prompt that nobody ever answers. */
static guint
own_prompter (Fixture *fixture, guint *n_asked)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_prompter_call };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GVariant) answer = NULL;
  guint id;

  node = g_dbus_node_info_new_for_xml (
      "<node><interface name='org.gnome.keyring.internal.Prompter'>"
      "<method name='BeginPrompting'><arg type='o' direction='in'/></method>"
      "<method name='PerformPrompt'><arg type='o' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/><arg type='s' direction='in'/></method>"
      "<method name='StopPrompting'><arg type='o' direction='in'/></method>"
      "</interface></node>",
      &error);
  g_assert_no_error (error);
  id = g_dbus_connection_register_object (fixture->bus, "/org/gnome/keyring/Prompter",
                                          node->interfaces[0], &vtable, n_asked, NULL, &error);
  g_assert_no_error (error);
  answer =
      g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "RequestName",
                                   g_variant_new ("(su)", "org.gnome.keyring.SystemPrompter", 0),
                                   NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
on_prompt_completed (GDBusConnection *bus,
                     const char *sender,
                     const char *path,
                     const char *interface,
                     const char *signal,
                     GVariant *arguments,
                     gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The person closes the prompt. */
static void
disown_prompter (Fixture *fixture, guint id)
{
  gboolean completed = FALSE;
  guint signal_id =
      g_dbus_connection_signal_subscribe (fixture->bus, SECRETS_NAME,
                                          "org.freedesktop.Secret.Prompt", "Completed", NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_prompt_completed, &completed,
                                          NULL);
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "ReleaseName",
                                   g_variant_new ("(s)", "org.gnome.keyring.SystemPrompter"), NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  test_await_flag (&completed);
  g_dbus_connection_signal_unsubscribe (fixture->bus, signal_id);
  g_dbus_connection_unregister_object (fixture->bus, id);
}

static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  guint n_asked = 0;
  guint id;

  save (fixture, "keyring");
  lock (fixture);
  id = own_prompter (fixture, &n_asked);
  assert_does_without (fixture);
  g_assert_cmpuint (n_asked, >, 0);
  disown_prompter (fixture, id);
}

static gboolean
was_asked (gpointer data)
{
  return *(guint *) data > 0;
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  guint n_asked = 0;
  guint id;

  save (fixture, "keyring");
  lock (fixture);
  id = own_prompter (fixture, &n_asked);
  interview_credential_store_load_async (fixture->store, cancellable, test_keep_result,
                                         &fixture->result);
  test_await (was_asked, &n_asked);
  g_cancellable_cancel (cancellable);
  result = test_await_result (&fixture->result);
  interview_credential_store_load_finish (fixture->store, result, &endpoint, &token, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  disown_prompter (fixture, id);
}

/* Milliseconds: longer than a test may take, and so short that a test can wait for its end. */
static const guint patient = TEST_PATIENCE_SECONDS * 2000;
static const guint impatient = 300;

#define ADD(path, patience, func)                                                                  \
  g_test_add ("/client/keyring/" path, Fixture, patience, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TestFolder) data = test_folder_new ();
  g_autoptr (TestFolder) runtime = test_folder_new ();
  /* Never freed: that would wait until libsecret lets go of the bus, which it does not do. */
  static GTestDBus *bus = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  ADD ("keeps", &patient, test_keeps);
  ADD ("forgets", &patient, test_forgets);
  ADD ("comes-and-goes", &patient, test_comes_and_goes);
  ADD ("locked", &patient, test_locked);
  ADD ("unanswered", &impatient, test_unanswered);
  ADD ("given-up", &patient, test_given_up);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  return status;
}
