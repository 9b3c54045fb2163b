/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/ready-input.h"

/*
 * InterviewReadyInput is the reading side of an accepted socket. From the moment it has an
 * #InterviewReadiness, its sources are no longer polled: they are made ready when the readiness
 * tells of something to read, and rest when a read has found nothing. Until then, as during the
 * handshake of TLS, it is the socket's own stream.
 *
 * `readable` is TRUE as long as nobody has found the socket empty. It may be TRUE without anything
 * to read, as it may with any stream that others read from, too; the reader then finds out.
 *
 * Reading and watching happen on one thread; sources may be let go on any.
 */
struct _InterviewReadyInput
{
  GFilterInputStream parent_instance;

  GSocket *socket;
  InterviewReadiness *readiness;
  guint64 watch_id;
  gboolean readable;
  gboolean ended; /* its end was announced, so that it stays readable */

  GMutex lock;
  GPtrArray *sources; /* of GSource, not owned: those that live */
};

static void interview_ready_input_pollable_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewReadyInput,
                               interview_ready_input,
                               G_TYPE_FILTER_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                      interview_ready_input_pollable_init))

static GPollableInputStream *
get_base (InterviewReadyInput *self)
{
  return G_POLLABLE_INPUT_STREAM (
      g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (self)));
}

static void
set_readable (InterviewReadyInput *self, gboolean readable)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (self->readable == readable)
    return;
  self->readable = readable;
  locker = g_mutex_locker_new (&self->lock);
  for (guint i = 0; i < self->sources->len; i++)
    g_source_set_ready_time (g_ptr_array_index (self->sources, i), readable ? 0 : -1);
}

static void
on_ready (GObject *target, gboolean ended)
{
  InterviewReadyInput *self = INTERVIEW_READY_INPUT (target);

  self->ended |= ended;
  set_readable (self, TRUE);
}

/* One wait for something to read. It has no descriptor: the input makes it ready. */
typedef struct
{
  GSource source;
  InterviewReadyInput *input;
} ReadySource;

static gboolean
ready_source_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  GPollableSourceFunc func = (GPollableSourceFunc) (void (*) (void)) callback;

  return func (G_OBJECT (((ReadySource *) source)->input), user_data);
}

static void
ready_source_finalize (GSource *source)
{
  InterviewReadyInput *input = ((ReadySource *) source)->input;

  g_mutex_lock (&input->lock);
  g_ptr_array_remove_fast (input->sources, source);
  g_mutex_unlock (&input->lock);
  g_object_unref (input);
}

static gboolean
ready_source_call_closure (GObject *stream, gpointer data)
{
  GValue result = G_VALUE_INIT, argument = G_VALUE_INIT;
  gboolean again;

  g_value_init (&result, G_TYPE_BOOLEAN);
  g_value_init (&argument, G_TYPE_OBJECT);
  g_value_set_object (&argument, stream);
  g_closure_invoke (data, &result, 1, &argument, NULL);
  again = g_value_get_boolean (&result);
  g_value_unset (&argument);
  g_value_unset (&result);
  return again;
}

static GSourceFuncs ready_source_funcs = {
  .dispatch = ready_source_dispatch,
  .finalize = ready_source_finalize,
  .closure_callback = (GSourceFunc) (void (*) (void)) ready_source_call_closure,
};

static GSource *
ready_source_new (InterviewReadyInput *input, GCancellable *cancellable)
{
  GSource *source = g_source_new (&ready_source_funcs, sizeof (ReadySource));

  g_source_set_static_name (source, "ready-input");
  ((ReadySource *) source)->input = g_object_ref (input);
  g_source_set_ready_time (source, input->readable ? 0 : -1);
  g_mutex_lock (&input->lock);
  g_ptr_array_add (input->sources, source);
  g_mutex_unlock (&input->lock);
  if (cancellable != NULL)
    {
      g_autoptr (GSource) given_up = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (given_up);
      g_source_add_child_source (source, given_up);
    }
  return source;
}

static gboolean
interview_ready_input_can_poll (GPollableInputStream *stream)
{
  return TRUE;
}

static gboolean
interview_ready_input_is_readable (GPollableInputStream *stream)
{
  InterviewReadyInput *self = INTERVIEW_READY_INPUT (stream);

  return self->watch_id != 0 ? self->readable
                             : g_pollable_input_stream_is_readable (get_base (self));
}

static GSource *
interview_ready_input_create_source (GPollableInputStream *stream, GCancellable *cancellable)
{
  InterviewReadyInput *self = INTERVIEW_READY_INPUT (stream);
  g_autoptr (GSource) base = NULL;

  if (self->watch_id != 0)
    return ready_source_new (self, cancellable);
  base = g_pollable_input_stream_create_source (get_base (self), NULL);
  return g_pollable_source_new_full (stream, base, cancellable);
}

static gssize
interview_ready_input_read_nonblocking (GPollableInputStream *stream,
                                        void *buffer,
                                        gsize count,
                                        GError **error)
{
  InterviewReadyInput *self = INTERVIEW_READY_INPUT (stream);
  g_autoptr (GError) local = NULL;
  gssize length =
      g_pollable_input_stream_read_nonblocking (get_base (self), buffer, count, NULL, &local);

  /* A read that got less than it asked for has emptied the socket, too. */
  if (self->watch_id != 0 && !self->ended &&
      (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK) ||
       (length > 0 && (gsize) length < count)))
    set_readable (self, FALSE);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return length;
}

static void
interview_ready_input_finalize (GObject *object)
{
  InterviewReadyInput *self = INTERVIEW_READY_INPUT (object);

  if (self->watch_id != 0)
    interview_readiness_remove (self->readiness, self->watch_id);
  g_clear_object (&self->readiness);
  g_clear_object (&self->socket);
  g_ptr_array_unref (self->sources);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (interview_ready_input_parent_class)->finalize (object);
}

static void
interview_ready_input_class_init (InterviewReadyInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_ready_input_finalize;
}

static void
interview_ready_input_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->can_poll = interview_ready_input_can_poll;
  iface->is_readable = interview_ready_input_is_readable;
  iface->create_source = interview_ready_input_create_source;
  iface->read_nonblocking = interview_ready_input_read_nonblocking;
}

static void
interview_ready_input_init (InterviewReadyInput *self)
{
  self->sources = g_ptr_array_new ();
  g_mutex_init (&self->lock);
}

/**
 * interview_ready_input_new:
 * @socket: an accepted socket, which is closed by whoever has it
 * @base: (transfer none): its own stream
 *
 * Returns: (transfer full): a new stream
 */
InterviewReadyInput *
interview_ready_input_new (GSocket *socket, GInputStream *base)
{
  InterviewReadyInput *self;

  g_return_val_if_fail (G_IS_SOCKET (socket), NULL);
  g_return_val_if_fail (G_IS_POLLABLE_INPUT_STREAM (base), NULL);

  self = g_object_new (INTERVIEW_TYPE_READY_INPUT, "base-stream", base, "close-base-stream", FALSE,
                       NULL);
  self->socket = g_object_ref (socket);
  return self;
}

/**
 * interview_ready_input_watch:
 * @readiness: who tells of something to read from now on
 *
 * To be called once, on the thread that reads, while nobody waits. If it is not possible the socket
 * is polled as before.
 */
void
interview_ready_input_watch (InterviewReadyInput *self, InterviewReadiness *readiness)
{
  g_return_if_fail (INTERVIEW_IS_READY_INPUT (self));
  g_return_if_fail (self->readiness == NULL);

  /* Something may have come before. */
  self->readable = TRUE;
  self->readiness = g_object_ref (readiness);
  self->watch_id = interview_readiness_add (readiness, g_socket_get_fd (self->socket),
                                            G_OBJECT (self), on_ready);
}
