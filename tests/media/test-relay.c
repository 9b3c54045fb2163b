/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "media/call-journal.h"
#include "media/diagnosis.h"
#include "support/certificate.h"
#include "support/folder.h"
#include "support/network.h"
#include "test-side.h"

#define PORT 3478
#define SECRET "north"

/* What it says of somebody whom it does not relay for. */
#define REFUSED "check_stun_auth"

/* And of places that it gave, and got back. */
#define GIVEN "ALLOCATE processed, success"
#define GIVEN_BACK ", lifetime=0"

/* Calls through a real TURN server, coturn, on a loopback of their own; no other way is allowed. */
typedef struct
{
  char *folder;
  char *certificate;
  char *key;
  GSubprocess *process;
  GDataInputStream *log;
  guint refusals;
  GHashTable *places; /* (element-type utf8): of which sessions */
} Server;

static gboolean
answers (gpointer data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "127.0.0.1", PORT, NULL, NULL);

  return connection != NULL;
}

static void read_log (Server *self);

/* What is given back may be told of twice. */
static void
count_places (Server *self, const char *line)
{
  const char *session = strstr (line, "session ");

  if (session == NULL)
    return;
  if (strstr (line, GIVEN) != NULL)
    g_hash_table_add (self->places, g_strndup (session, strcspn (session, ":")));
  else if (strstr (line, GIVEN_BACK) != NULL)
    {
      g_autofree char *name = g_strndup (session, strcspn (session, ":"));

      g_hash_table_remove (self->places, name);
    }
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  Server *self = user_data;

  if (line == NULL)
    {
      g_clear_object (&self->log);
      return;
    }
  if (strstr (line, REFUSED) != NULL)
    self->refusals++;
  count_places (self, line);
  read_log (self);
}

static void
read_log (Server *self)
{
  g_data_input_stream_read_line_async (self->log, G_PRIORITY_DEFAULT, NULL, on_line, self);
}

static void
server_start (Server *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  g_autofree char *certificate = NULL;
  g_autofree char *key = NULL;

  *self = (Server){ .folder = test_folder_new () };
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  test_certificate_make (self->folder, &self->certificate, &self->key);
  place = g_strdup_printf ("--userdb=%s/users.db", self->folder);
  certificate = g_strconcat ("--cert=", self->certificate, NULL);
  key = g_strconcat ("--pkey=", self->key, NULL);
  self->process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                        "turnserver", "-n", "--listening-ip=127.0.0.1", "--listening-ip=127.0.0.2",
                        "--relay-ip=127.0.0.1", "--listening-port=3478",
                        "--tls-listening-port=5349", certificate, key, "--use-auth-secret",
                        "--static-auth-secret=" SECRET, "--realm=interview.example",
                        "--allow-loopback-peers", "--no-dtls", "--no-cli", "--verbose",
                        "--log-file=stdout", "--pidfile=", place, NULL);
  g_assert_no_error (error);
  self->log = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  read_log (self);
  wait_for (answers, NULL, "the TURN server to answer");
}

static gboolean
has_said_all (gpointer data)
{
  const Server *self = data;

  return self->log == NULL;
}

static void
server_stop (Server *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  wait_for (has_said_all, self, "the end of the log");
  g_clear_object (&self->process);
  test_folder_remove (self->folder);
  g_free (self->certificate);
  g_free (self->key);
  g_hash_table_unref (self->places);
}

static InterviewIceSettings *
make_settings (const char *uri, const char *secret, gint64 expires_at)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *username =
      g_strdup_printf ("%" G_GINT64_FORMAT ":" CANDIDATE "." RECRUITER, expires_at);
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

static gboolean
has_given_places (gpointer data)
{
  return g_hash_table_size (((const Server *) data)->places) >= 2;
}

static gboolean
has_all_places (gpointer data)
{
  return g_hash_table_size (((const Server *) data)->places) == 0;
}

static InterviewCallRelay
get_relay (Side *side)
{
  return interview_call_stats_get_relay (interview_remote_get_stats (side->remote));
}

static void
test_relayed (gconstpointer uri)
{
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 3600;
  g_autoptr (InterviewIceSettings) settings = make_settings (uri, SECRET, soon);
  Server server;
  Side one, other;

  if (network_skip ())
    return;
  server_start (&server);
  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  sides_see (&one, &other);
  wait_for (has_given_places, &server, "the places to be told of");
  g_assert_cmpint (get_relay (&one), ==, INTERVIEW_CALL_RELAY_GIVEN);
  g_assert_cmpint (get_relay (&other), ==, INTERVIEW_CALL_RELAY_GIVEN);
  sides_close (&one, &other);
  wait_for (has_all_places, &server, "the places to be given back");
  server_stop (&server);
}

static gboolean
has_refused (gpointer data)
{
  const Server *server = data;

  return server->refusals > 0;
}

static gboolean
tries_again (gpointer data)
{
  Side *side = data;

  return interview_call_stats_get_links (interview_remote_get_stats (side->remote)) > 1;
}

typedef struct
{
  Side *side;
  InterviewCallJournal *journal;
} Reader;

static gboolean
finds_no_relay (gpointer data)
{
  Reader *reader = data;
  InterviewCallReading reading;

  return interview_call_journal_get_reading (reader->journal, reader->side->remote, &reading) &&
         (interview_diagnose (&reading) & 1u << INTERVIEW_FINDING_NO_RELAY) != 0;
}

/* The person is told why there is no call, and the log says so. */
static void
expect_finding (Side *side)
{
  g_autoptr (InterviewCallJournal) journal = interview_call_journal_new (side->call);
  Reader reader = { side, journal };
  g_autofree char *text = NULL;

  wait_for (finds_no_relay, &reader, "the finding that there is no relay");
  text = interview_call_journal_to_text (journal);
  g_assert_nonnull (strstr (text, "relay=missing"));
  g_assert_nonnull (strstr (text, " no-relay"));
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* From a machine that has other addresses, too. */
static void
test_encrypted (void)
{
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 3600;
  g_autoptr (InterviewIceSettings) settings = make_settings ("turns:127.0.0.1", SECRET, soon);
  g_autofree char *authority = NULL;
  Server server;
  Side one, other;

  if (network_skip ())
    return;
  network_add_interface ("wifi", "10.0.0.1/24");
  server_start (&server);
  authority = read_file (server.certificate);
  g_object_set (settings, "authority", authority, NULL);
  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  sides_see (&one, &other);
  wait_for (has_given_places, &server, "the places to be told of");
  sides_close (&one, &other);
  wait_for (has_all_places, &server, "the places to be given back");
  server_stop (&server);
  network_command ("link del wifi");
}

/* Its certificate is signed by nobody who is known, or is another one’s. */
static void
test_untrusted (gconstpointer uri)
{
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 3600;
  g_autoptr (InterviewIceSettings) settings = make_settings (uri, SECRET, soon);
  gboolean is_other = strstr (uri, "127.0.0.2") != NULL;
  g_autofree char *authority = NULL;
  Server server;
  Side one, other;

  if (network_skip ())
    return;
  server_start (&server);
  authority = read_file (server.certificate);
  if (is_other)
    g_object_set (settings, "authority", authority, NULL);
  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  expect_finding (&one);
  g_assert_true (has_all_places (&server));
  sides_close (&one, &other);
  server_stop (&server);
}

/* Whose time is over, or who does not know the secret, is not relayed for: the server says so, and
 * what was tried comes to nothing. */
static void
test_refused (gconstpointer data)
{
  gboolean is_late = GPOINTER_TO_INT (data);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (InterviewIceSettings) settings =
      is_late ? make_settings ("turn:127.0.0.1", SECRET, now - 60)
              : make_settings ("turn:127.0.0.1", "south", now + 3600);
  Server server;
  Side one, other;

  if (network_skip ())
    return;
  server_start (&server);
  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  wait_for (has_refused, &server, "the server to refuse");
  expect_finding (&one);
  wait_for (tries_again, &one, "the one to try again");
  wait_for (tries_again, &other, "the other to try again");
  g_assert_cmpuint (one.other.frames + other.other.frames, ==, 0);
  sides_close (&one, &other);
  server_stop (&server);
}

/* Nobody is there. */
static void
test_unreachable (gconstpointer uri)
{
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 3600;
  g_autoptr (InterviewIceSettings) settings = make_settings (uri, SECRET, soon);
  Side one, other;

  if (network_skip ())
    return;
  sides_open (&one, &other);
  test_room_set_ice (one.room, settings);
  sides_start (&one, &other);
  expect_finding (&other);
  sides_close (&one, &other);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_data_func ("/relay/udp", "turn:127.0.0.1", test_relayed);
  g_test_add_data_func ("/relay/tcp", "turn:127.0.0.1?transport=tcp", test_relayed);
  g_test_add_func ("/relay/tls", test_encrypted);
  g_test_add_data_func ("/relay/tls/stranger", "turns:127.0.0.1", test_untrusted);
  g_test_add_data_func ("/relay/tls/another", "turns:127.0.0.2", test_untrusted);
  g_test_add_data_func ("/relay/unreachable/udp", "turn:127.0.0.1", test_unreachable);
  g_test_add_data_func ("/relay/unreachable/tcp", "turn:127.0.0.1?transport=tcp", test_unreachable);
  g_test_add_data_func ("/relay/refused/late", GINT_TO_POINTER (TRUE), test_refused);
  g_test_add_data_func ("/relay/refused/stranger", GINT_TO_POINTER (FALSE), test_refused);

  return g_test_run ();
}
