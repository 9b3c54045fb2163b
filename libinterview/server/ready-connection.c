/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/ready-connection.h"

#include "server/ready-input.h"

/*
 * InterviewReadyConnection is an accepted connection that reads through an #InterviewReadyInput. It
 * is a #GSocketConnection, by which libsoup knows that it can close the writing side alone.
 */
struct _InterviewReadyConnection
{
  GSocketConnection parent_instance;

  InterviewReadyInput *input;
};

G_DEFINE_FINAL_TYPE (InterviewReadyConnection, interview_ready_connection, G_TYPE_SOCKET_CONNECTION)

static void
interview_ready_connection_constructed (GObject *object)
{
  InterviewReadyConnection *self = INTERVIEW_READY_CONNECTION (object);
  GSocket *socket = g_socket_connection_get_socket (G_SOCKET_CONNECTION (self));
  GIOStreamClass *parent_class = G_IO_STREAM_CLASS (interview_ready_connection_parent_class);

  G_OBJECT_CLASS (interview_ready_connection_parent_class)->constructed (object);

  self->input =
      interview_ready_input_new (socket, parent_class->get_input_stream (G_IO_STREAM (self)));
}

static void
interview_ready_connection_finalize (GObject *object)
{
  InterviewReadyConnection *self = INTERVIEW_READY_CONNECTION (object);

  g_clear_object (&self->input);

  G_OBJECT_CLASS (interview_ready_connection_parent_class)->finalize (object);
}

static GInputStream *
interview_ready_connection_get_input_stream (GIOStream *stream)
{
  return G_INPUT_STREAM (INTERVIEW_READY_CONNECTION (stream)->input);
}

static void
interview_ready_connection_class_init (InterviewReadyConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = interview_ready_connection_constructed;
  object_class->finalize = interview_ready_connection_finalize;

  G_IO_STREAM_CLASS (klass)->get_input_stream = interview_ready_connection_get_input_stream;
}

static void
interview_ready_connection_init (InterviewReadyConnection *self)
{
}

/**
 * interview_ready_connection_new:
 * @socket: an accepted socket
 *
 * Returns: (transfer full): a new connection
 */
InterviewReadyConnection *
interview_ready_connection_new (GSocket *socket)
{
  g_return_val_if_fail (G_IS_SOCKET (socket), NULL);

  return g_object_new (INTERVIEW_TYPE_READY_CONNECTION, "socket", socket, NULL);
}

/**
 * interview_ready_connection_watch:
 * @readiness: who tells of something to read from now on
 *
 * To be called once, on the thread that reads, while nobody waits.
 */
void
interview_ready_connection_watch (InterviewReadyConnection *self, InterviewReadiness *readiness)
{
  g_return_if_fail (INTERVIEW_IS_READY_CONNECTION (self));

  interview_ready_input_watch (self->input, readiness);
}
