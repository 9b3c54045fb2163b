/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/ready-input.h"
#include "support/await.h"

/* Far more turns than a source needs that is ready. */
#define TURNS 20

typedef struct
{
  InterviewReadiness *readiness;
  GSocketConnection *connection;
  InterviewReadyInput *input;
  GSource *source;
  int far_end;
  guint calls;
} Fixture;

static InterviewReadyInput *
make_input (Fixture *fixture)
{
  return interview_ready_input_new (g_socket_connection_get_socket (fixture->connection),
                                    g_io_stream_get_input_stream (
                                        G_IO_STREAM (fixture->connection)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) error = NULL;
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
  socket = g_socket_new_from_fd (ends[0], &error);
  g_assert_no_error (error);
  fixture->far_end = ends[1];
  fixture->connection = g_socket_connection_factory_create_connection (socket);
  fixture->input = make_input (fixture);
  fixture->readiness = interview_readiness_new (NULL);
}

static void
forget_source (Fixture *fixture)
{
  if (fixture->source == NULL)
    return;
  g_source_destroy (fixture->source);
  g_clear_pointer (&fixture->source, g_source_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  forget_source (fixture);
  if (fixture->far_end >= 0)
    close (fixture->far_end);
  test_clear_last (&fixture->input);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->readiness);
}

static gboolean
on_readable (GObject *stream, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (G_OBJECT (fixture->input) == stream);
  fixture->calls++;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_input (Fixture *fixture, GCancellable *cancellable)
{
  forget_source (fixture);
  fixture->calls = 0;
  fixture->source =
      g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (fixture->input), cancellable);
  g_source_set_callback (fixture->source, G_SOURCE_FUNC (on_readable), fixture, NULL);
  g_source_attach (fixture->source, NULL);
}

static void
take_turns (Fixture *fixture)
{
  fixture->calls = 0;
  for (guint i = 0; i < TURNS; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
expect_rest (Fixture *fixture)
{
  take_turns (fixture);
  g_assert_cmpuint (fixture->calls, ==, 0);
}

static void
expect_calls (Fixture *fixture)
{
  take_turns (fixture);
  g_assert_cmpuint (fixture->calls, >, 1);
}

static void
say (Fixture *fixture, const char *text)
{
  g_assert_cmpint (write (fixture->far_end, text, strlen (text)), ==, (gssize) strlen (text));
}

static void
expect_text (Fixture *fixture, gsize count, const char *text)
{
  char buffer[64] = { 0 };
  g_autoptr (GError) error = NULL;
  gssize length =
      g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (fixture->input), buffer,
                                                count, NULL, &error);

  if (text == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
      g_assert_cmpint (length, ==, -1);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (length, ==, (gssize) strlen (text));
  g_assert_cmpstr (buffer, ==, text);
}

/* Without a readiness it is the socket's own stream. */
static void
test_polled (Fixture *fixture, gconstpointer data)
{
  wait_for_input (fixture, NULL);
  expect_rest (fixture);
  say (fixture, "hello");
  expect_calls (fixture);
  expect_text (fixture, 64, "hello");
  expect_rest (fixture);
}

static void
test_arrivals (Fixture *fixture, gconstpointer data)
{
  interview_ready_input_watch (fixture->input, fixture->readiness);
  wait_for_input (fixture, NULL);
  expect_text (fixture, 64, NULL);
  expect_rest (fixture);
  for (guint i = 0; i < 3; i++)
    {
      say (fixture, "hello");
      expect_calls (fixture);
      /* What is left is told of without another arrival. */
      expect_text (fixture, 2, "he");
      expect_calls (fixture);
      expect_text (fixture, 64, "llo");
      expect_rest (fixture);
    }
}

/* What came during a handshake, before anybody watched, and what was left when a source went. */
static void
test_already_there (Fixture *fixture, gconstpointer data)
{
  say (fixture, "early");
  interview_ready_input_watch (fixture->input, fixture->readiness);
  wait_for_input (fixture, NULL);
  expect_calls (fixture);
  expect_text (fixture, 1, "e");
  wait_for_input (fixture, NULL);
  expect_calls (fixture);
  expect_text (fixture, 64, "arly");
  wait_for_input (fixture, NULL);
  expect_rest (fixture);
}

/* The end stays readable however often it is read, also when it came together with the last text
 * and before anybody had looked. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  interview_ready_input_watch (fixture->input, fixture->readiness);
  wait_for_input (fixture, NULL);
  expect_text (fixture, 64, NULL);
  say (fixture, "bye");
  close (fixture->far_end);
  fixture->far_end = -1;
  expect_calls (fixture);
  expect_text (fixture, 64, "bye");
  expect_calls (fixture);
  expect_text (fixture, 64, "");
  expect_calls (fixture);
  expect_text (fixture, 64, "");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  interview_ready_input_watch (fixture->input, fixture->readiness);
  expect_text (fixture, 64, NULL);
  wait_for_input (fixture, cancellable);
  expect_rest (fixture);
  g_cancellable_cancel (cancellable);
  take_turns (fixture);
  g_assert_cmpuint (fixture->calls, ==, 1);
}

/* A stream that goes while the kernel has something to tell about it. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  InterviewReadyInput *other = NULL;

  interview_ready_input_watch (fixture->input, fixture->readiness);
  say (fixture, "hello");
  other = g_steal_pointer (&fixture->input);
  test_assert_finalized (other);
  take_turns (fixture);
  fixture->input = make_input (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/server/ready-input/polled", Fixture, NULL, set_up, test_polled, tear_down);
  g_test_add ("/server/ready-input/arrivals", Fixture, NULL, set_up, test_arrivals, tear_down);
  g_test_add ("/server/ready-input/already-there", Fixture, NULL, set_up, test_already_there,
              tear_down);
  g_test_add ("/server/ready-input/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/server/ready-input/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/server/ready-input/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
