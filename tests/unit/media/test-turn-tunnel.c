/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/turn-tunnel.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/certificate.h"
#include "support/folder.h"

/* More than any buffer on the way holds. */
#define MUCH (8 * 1024 * 1024)

/* How often nobody was let in; atomic. */
static int n_refusals;

/* A server that says all that it hears, encrypted, and a tunnel to it. */
typedef struct
{
  char *folder;
  GTlsCertificate *certificate;
  GSocketService *service;
  int n_connections; /* atomic */
  InterviewTurnTunnel *tunnel;
} Fixture;

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        Fixture *fixture)
{
  g_autoptr (GIOStream) tls =
      g_tls_server_connection_new (G_IO_STREAM (connection), fixture->certificate, NULL);

  g_atomic_int_inc (&fixture->n_connections);
  g_output_stream_splice (g_io_stream_get_output_stream (tls), g_io_stream_get_input_stream (tls),
                          G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL);
  g_io_stream_close (tls, NULL, NULL);

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer trusted)
{
  g_autofree char *certificate = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  guint16 port;

  fixture->folder = test_folder_new ();
  test_certificate_make (fixture->folder, &certificate, &key);
  fixture->certificate = g_tls_certificate_new_from_files (certificate, key, &error);
  g_assert_no_error (error);
  fixture->service = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->service, "run", G_CALLBACK (on_run), fixture);
  fixture->tunnel =
      interview_turn_tunnel_new ("127.0.0.1", port, trusted != NULL ? fixture->certificate : NULL,
                                 &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer trusted)
{
  g_clear_object (&fixture->tunnel);
  g_socket_service_stop (fixture->service);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->service));
  g_object_unref (fixture->service);
  g_object_unref (fixture->certificate);
  test_folder_remove (fixture->folder);
}

/* Accepting, and connecting to it, need a main context that runs; the tunnel has one of its own. */
static gpointer
serve (gpointer loop)
{
  g_main_loop_run (loop);

  return NULL;
}

static GSocketConnection *
enter (Fixture *fixture)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection =
      g_socket_client_connect_to_host (client, "127.0.0.1",
                                       interview_turn_tunnel_get_port (fixture->tunnel), NULL,
                                       &error);

  g_assert_no_error (error);

  return connection;
}

static gpointer
say_much (gpointer connection)
{
  g_autofree char *much = g_malloc (MUCH);
  g_autoptr (GError) error = NULL;

  memset (much, 'x', MUCH);
  g_output_stream_write_all (g_io_stream_get_output_stream (connection), much, MUCH, NULL, NULL,
                             &error);
  g_assert_no_error (error);

  return NULL;
}

/* More than fits in between goes there while it comes back. */
static void
test_both_ways (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = enter (fixture);
  g_autofree char *heard = g_malloc0 (MUCH);
  g_autoptr (GError) error = NULL;
  GThread *speaker = g_thread_new ("speaker", say_much, connection);
  gsize size;

  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), heard, MUCH,
                           &size, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, ==, MUCH);
  g_assert_cmpint (heard[0], ==, 'x');
  g_assert_null (memchr (heard, 0, MUCH));
  g_thread_join (speaker);
}

/* Says nothing, and hears that it is over. */
static void
expect_end (Fixture *fixture, GSocketConnection *connection)
{
  char heard[16];

  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                                        heard, sizeof heard, NULL, NULL),
                   <=, 0);
}

static void
test_untrusted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = enter (fixture);

  expect_end (fixture, connection);
}

/* Whoever else runs on this machine does not get out by it. */
static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("exec 3<>/dev/tcp/127.0.0.1/%u && cat <&3",
                                              interview_turn_tunnel_get_port (fixture->tunnel));
  const char *const arguments[] = { "bash", "-c", command, NULL };
  g_autofree char *heard = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &heard, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (heard, ==, "");
  g_assert_cmpint (g_atomic_int_get (&fixture->n_connections), ==, 0);
}

/* While somebody is in it. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketConnection) connection = enter (fixture);
  g_autoptr (GError) error = NULL;
  char heard;

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), "x", 1, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), &heard, 1, NULL,
                       &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->tunnel);
  expect_end (fixture, connection);
}

static GLogWriterOutput
count_refusal (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        g_str_has_prefix (fields[i].value, "nobody is let in"))
      g_atomic_int_inc (&n_refusals);

  return g_log_writer_default (level, fields, n_fields, NULL);
}

/* Connects without a file that is not open yet. */
static void
connect_bare (int fd, guint16 port)
{
  struct sockaddr_in address = { .sin_family = AF_INET,
                                 .sin_port = g_htons (port),
                                 .sin_addr.s_addr = g_htonl (INADDR_LOOPBACK) };

  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
}

/* No more files may be open for a while; who came then is let in after it. */
static void
test_too_many_files (Fixture *fixture, gconstpointer data)
{
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct rlimit limit, few;
  char heard = 0;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  few = limit;
  few.rlim_cur = STDERR_FILENO + 1;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &few), ==, 0);
  connect_bare (fd, interview_turn_tunnel_get_port (fixture->tunnel));
  g_atomic_int_set (&n_refusals, 0);
  while (g_atomic_int_get (&n_refusals) == 0)
    g_thread_yield ();
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);

  g_assert_cmpint (write (fd, "x", 1), ==, 1);
  g_assert_cmpint (read (fd, &heard, 1), ==, 1);
  g_assert_cmpint (heard, ==, 'x');
  close (fd);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GThread *server = g_thread_new ("server", serve, loop);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_refusal, NULL, NULL);
  g_test_add ("/turn-tunnel/both-ways", Fixture, "", set_up, test_both_ways, tear_down);
  g_test_add ("/turn-tunnel/untrusted", Fixture, NULL, set_up, test_untrusted, tear_down);
  g_test_add ("/turn-tunnel/other-program", Fixture, "", set_up, test_other_program, tear_down);
  g_test_add ("/turn-tunnel/too-many-files", Fixture, "", set_up, test_too_many_files, tear_down);
  g_test_add ("/turn-tunnel/closed", Fixture, "", set_up, test_closed, tear_down);
  status = g_test_run ();
  g_main_loop_quit (loop);
  g_thread_join (server);

  return status;
}
