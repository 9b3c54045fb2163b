/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/network.h"
#include "test-side.h"

#define PORT 3478
#define SECRET "north"

/*
 * Calls through a real TURN server, coturn, on a loopback of their own; no other way is allowed.
 */

static gboolean
answers (gpointer data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "127.0.0.1", PORT, NULL, NULL);

  return connection != NULL;
}

static GSubprocess *
start_server (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *database = g_build_filename (g_get_tmp_dir (), "interview-turn-XXXXXX", NULL);
  g_autofree char *place = NULL;
  GSubprocess *server;

  g_assert_nonnull (g_mkdtemp (database));
  place = g_strdup_printf ("--userdb=%s/users.db", database);
  server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                             &error, "turnserver", "-n", "--listening-ip=127.0.0.1",
                             "--relay-ip=127.0.0.1", "--listening-port=3478", "--use-auth-secret",
                             "--static-auth-secret=" SECRET, "--realm=interview.example",
                             "--allow-loopback-peers", "--no-tls", "--no-dtls", "--no-cli",
                             "--pidfile=", place, NULL);
  g_assert_no_error (error);
  wait_for (answers, NULL, "the TURN server to answer");

  return server;
}

static void
stop_server (GSubprocess *server)
{
  g_subprocess_force_exit (server);
  g_subprocess_wait (server, NULL, NULL);
  g_object_unref (server);
}

static InterviewIceSettings *
make_settings (const char *uri, const char *secret, gint64 expires_at)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *username = g_strdup_printf ("%" G_GINT64_FORMAT ":" CANDIDATE, expires_at);
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) secret, strlen (secret));
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autofree char *credential = NULL;

  g_hmac_update (hmac, (const guchar *) username, -1);
  g_hmac_get_digest (hmac, digest, &length);
  credential = g_base64_encode (digest, length);
  g_ptr_array_add (servers, g_object_new (INTERVIEW_TYPE_ICE_SERVER, "uri", uri, "username",
                                          username, "credential", credential, NULL));

  return g_object_new (INTERVIEW_TYPE_ICE_SETTINGS, "servers", servers, "relay-only", TRUE, NULL);
}

static void
call (InterviewIceSettings *settings, gboolean works)
{
  Side one, other;

  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  if (works)
    sides_see (&one, &other);
  else
    {
      run_for (5000);
      g_assert_false (side_sees (&one));
      g_assert_cmpuint (one.other.frames + other.other.frames, ==, 0);
    }
  sides_close (&one, &other);
}

static void
test_relayed (gconstpointer uri)
{
  GSubprocess *server;
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 3600;
  g_autoptr (InterviewIceSettings) settings = make_settings (uri, SECRET, soon);

  if (network_skip ())
    return;
  server = start_server ();
  call (settings, TRUE);
  stop_server (server);
}

/* Whose time is over, or who does not know the secret, is not relayed for. */
static void
test_refused (void)
{
  GSubprocess *server;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (InterviewIceSettings) old = make_settings ("turn:127.0.0.1", SECRET, now - 60);
  g_autoptr (InterviewIceSettings) wrong = make_settings ("turn:127.0.0.1", "south", now + 3600);

  if (network_skip ())
    return;
  server = start_server ();
  call (old, FALSE);
  call (wrong, FALSE);
  stop_server (server);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_data_func ("/relay/udp", "turn:127.0.0.1", test_relayed);
  g_test_add_data_func ("/relay/tcp", "turn:127.0.0.1?transport=tcp", test_relayed);
  g_test_add_func ("/relay/refused", test_refused);

  return g_test_run ();
}
