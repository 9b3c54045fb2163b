/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/error.h"
#include "server/acceptor.h"
#include "support/await.h"
#include "support/certificate.h"
#include "support/folder.h"
#include "support/server-fixture.h"

/* The door itself: TLS and its fingerprint, plain HTTP beyond this machine, counted connections. */

static gboolean
accept_by_fingerprint (GTlsConnection *connection,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags errors,
                       gpointer user_data)
{
  g_autofree char *fingerprint = interview_certificate_get_fingerprint (certificate);

  return g_str_equal (fingerprint, user_data);
}

static GSocketConnection *
connect_plain (ServerFixture *server)
{
  InterviewEndpoint *endpoint = server_fixture_get_endpoint (server);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  connection =
      g_socket_client_connect_to_host (client, interview_endpoint_get_host (endpoint),
                                       interview_endpoint_get_port (endpoint), NULL, &error);
  g_assert_no_error (error);
  return connection;
}

static char *
ask (GIOStream *stream)
{
  const char *request = "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  char buffer[2048] = { 0 };
  gsize length = 0;

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), request, strlen (request),
                             NULL, NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (stream), buffer, sizeof buffer - 1,
                           &length, NULL, NULL);
  return g_strdup (buffer);
}

static void
test_tls (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new_empty ();
  InterviewConfig *config = server_fixture_get_config (server);
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GSocketConnection) garbled = NULL;
  g_autoptr (GIOStream) tls = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *none = NULL;
  const char *fingerprint;

  test_certificate_make (server_fixture_get_folder (server), &config->tls_certificate,
                         &config->tls_key);
  /* What is slow here is the machine. */
  config->handshake_seconds = 120;
  server_fixture_start (server);
  fingerprint = interview_endpoint_get_fingerprint (server_fixture_get_endpoint (server));
  g_assert_nonnull (fingerprint);

  garbled = connect_plain (server);
  none = ask (G_IO_STREAM (garbled));
  g_assert_nonnull (strstr (none, "426 Upgrade Required"));
  g_assert_nonnull (strstr (none, "use https here\n"));

  connection = connect_plain (server);
  tls = g_tls_client_connection_new (G_IO_STREAM (connection), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (tls, "accept-certificate", G_CALLBACK (accept_by_fingerprint),
                    (gpointer) fingerprint);
  g_assert_true (g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, &error));
  g_assert_no_error (error);
  answer = ask (tls);
  g_assert_nonnull (strstr (answer, "200 OK"));
}

/* Who speaks TLS to a plain port is told, instead of being waited for. */
static void
test_tls_to_plain (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new_empty ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GSocketConnection) shown = NULL;
  g_autoptr (GIOStream) tls = NULL;
  g_autoptr (GError) error = NULL;
  char answer[1024] = { 0 };

  server_fixture_start (server);
  connection = connect_plain (server);
  tls = g_tls_client_connection_new (G_IO_STREAM (connection), NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, &error));
  g_assert_error (error, G_TLS_ERROR, G_TLS_ERROR_MISC);

  shown = connect_plain (server);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (shown)),
                             "\x16\x03\x01\x02\x00\x01", 6, NULL, NULL, NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (shown)), answer,
                           sizeof answer - 1, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 400 "));
  g_assert_true (g_str_has_suffix (answer, "use http here\n"));
}

/* Returns why the server does not start. */
static int
get_start_error (InterviewConfig *config)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autoptr (InterviewServer) server = interview_server_new (config, clock);
  g_autoptr (GError) error = NULL;

  if (interview_server_start (server, &error))
    return -1;
  g_assert_cmpint (error->domain, ==, INTERVIEW_ERROR);
  return error->code;
}

static void
test_plain_beyond (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewConfig) config = interview_config_new ();

  g_free (config->data);
  g_free (config->listen);
  config->data = g_strdup (folder);
  config->listen = g_strdup ("0.0.0.0:0");
  config->shards = 1;
  g_assert_cmpint (get_start_error (config), ==, INTERVIEW_ERROR_INVALID);
  config->insecure = TRUE;
  g_assert_cmpint (get_start_error (config), ==, -1);
}

static void
test_connection_limit (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new_empty ();
  g_autoptr (GSocketConnection) first = NULL;
  g_autoptr (GSocketConnection) second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  char byte;

  server_fixture_get_config (server)->connections_per_address = 1;
  server_fixture_start (server);
  first = connect_plain (server);
  second = connect_plain (server);
  /* The second one is closed unread; the first has its place. */
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (second)), &byte,
                                        1, NULL, NULL),
                   <=, 0);
  one = ask (G_IO_STREAM (first));
  g_assert_nonnull (strstr (one, "200 OK"));
  g_io_stream_close (G_IO_STREAM (first), NULL, NULL);
  /* Its place becomes free when the server has noticed. */
  while (two == NULL || strstr (two, "200 OK") == NULL)
    {
      g_autoptr (GSocketConnection) third = connect_plain (server);

      g_free (two);
      two = ask (G_IO_STREAM (third));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/door/tls", test_tls);
  g_test_add_func ("/server/door/tls-to-plain", test_tls_to_plain);
  g_test_add_func ("/server/door/plain-beyond", test_plain_beyond);
  g_test_add_func ("/server/door/connection-limit", test_connection_limit);
  return g_test_run ();
}
