/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cutting-proxy.h"

#define CHUNK 16384

/*
 * TestCuttingProxy is a TCP proxy on loopback. While it cuts, a request goes through to the server
 * and is done there, but the answer never comes back: the connection is closed in its place.
 */
struct _TestCuttingProxy
{
  GObject parent_instance;

  GSocketService *service;
  InterviewEndpoint *endpoint;
  InterviewEndpoint *target;
  gboolean cuts;
  guint n_cut;
};

G_DEFINE_FINAL_TYPE (TestCuttingProxy, test_cutting_proxy, G_TYPE_OBJECT)

/* One direction of one connection. */
typedef struct
{
  TestCuttingProxy *proxy;
  GIOStream *from;
  GIOStream *to;
  gboolean is_answer;
  guint8 buffer[CHUNK];
} Pipe;

static void pump (Pipe *pipe);

static void
test_cutting_proxy_finalize (GObject *object)
{
  TestCuttingProxy *self = TEST_CUTTING_PROXY (object);

  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_clear_object (&self->endpoint);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (test_cutting_proxy_parent_class)->finalize (object);
}

static void
test_cutting_proxy_class_init (TestCuttingProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_cutting_proxy_finalize;
}

static void
close_pipe (Pipe *pipe)
{
  g_io_stream_close (pipe->from, NULL, NULL);
  g_io_stream_close (pipe->to, NULL, NULL);
  g_object_unref (pipe->from);
  g_object_unref (pipe->to);
  g_object_unref (pipe->proxy);
  g_free (pipe);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pipe *pipe = user_data;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL))
    pump (pipe);
  else
    close_pipe (pipe);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pipe *pipe = user_data;
  gssize size = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (size > 0 && pipe->is_answer && pipe->proxy->cuts)
    {
      pipe->proxy->n_cut++;
      size = 0;
    }
  if (size <= 0)
    {
      close_pipe (pipe);
      return;
    }
  g_output_stream_write_all_async (g_io_stream_get_output_stream (pipe->to), pipe->buffer,
                                   (gsize) size, G_PRIORITY_DEFAULT, NULL, on_written, pipe);
}

static void
pump (Pipe *pipe)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (pipe->from), pipe->buffer, CHUNK,
                             G_PRIORITY_DEFAULT, NULL, on_read, pipe);
}

static void
lay_pipe (TestCuttingProxy *self, GIOStream *from, GIOStream *to, gboolean is_answer)
{
  Pipe *pipe = g_new0 (Pipe, 1);

  pipe->proxy = g_object_ref (self);
  pipe->from = g_object_ref (from);
  pipe->to = g_object_ref (to);
  pipe->is_answer = is_answer;
  pump (pipe);
}

static gboolean
on_incoming (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  TestCuttingProxy *self = user_data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) target = NULL;

  target = g_socket_client_connect_to_host (client, interview_endpoint_get_host (self->target),
                                            interview_endpoint_get_port (self->target), NULL, NULL);
  if (target == NULL)
    return TRUE;
  lay_pipe (self, G_IO_STREAM (connection), G_IO_STREAM (target), FALSE);
  lay_pipe (self, G_IO_STREAM (target), G_IO_STREAM (connection), TRUE);
  return TRUE;
}

static void
test_cutting_proxy_init (TestCuttingProxy *self)
{
  g_autoptr (GError) error = NULL;
  guint16 port;

  self->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  self->endpoint = interview_endpoint_new ("127.0.0.1", port, FALSE, NULL);
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
}

/**
 * test_cutting_proxy_new:
 *
 * Returns: (transfer full): a proxy without a target
 */
TestCuttingProxy *
test_cutting_proxy_new (void)
{
  return g_object_new (TEST_TYPE_CUTTING_PROXY, NULL);
}

/**
 * test_cutting_proxy_get_endpoint:
 *
 * Returns: (transfer none): where programs reach it
 */
InterviewEndpoint *
test_cutting_proxy_get_endpoint (TestCuttingProxy *self)
{
  return self->endpoint;
}

/**
 * test_cutting_proxy_set_target:
 * @target: (transfer none): where the server is
 */
void
test_cutting_proxy_set_target (TestCuttingProxy *self, InterviewEndpoint *target)
{
  g_set_object (&self->target, target);
}

/**
 * test_cutting_proxy_set_cuts:
 * @cuts: whether answers are dropped from now on
 */
void
test_cutting_proxy_set_cuts (TestCuttingProxy *self, gboolean cuts)
{
  self->cuts = cuts;
}

/**
 * test_cutting_proxy_get_n_cut:
 *
 * Returns: how many answers were dropped
 */
guint
test_cutting_proxy_get_n_cut (TestCuttingProxy *self)
{
  return self->n_cut;
}
