/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/inlet.h"

#include "server/inlet-input.h"
#include "server/inlet-stream.h"
#include "server/ready-connection.h"
#include "server/transport-hint.h"

typedef enum
{
  STATE_FRESH,     /* no request yet */
  STATE_READING,   /* a request is coming in */
  STATE_ANSWERING, /* it is worked on and answered */
  STATE_IDLE,      /* between two requests */
  STATE_UPGRADED,  /* a WebSocket, which has time limits of its own */
  STATE_GONE,      /* taken away from SoupServer */
} State;

/*
 * InterviewInlet is one accepted connection on its shard: what SoupServer does not keep, so that
 * a connection can be cut which is too slow, and is counted until its stream is gone.
 *
 * Between two requests SoupServer of libsoup 3.2 would read the end of the connection and keep the
 * dead thing for ever. Then, and only then, the inlet takes the connection away from it, by the
 * last request that was answered. Used on the shard's thread, but the stream may be let go on any.
 */
struct _InterviewInlet
{
  GObject parent_instance;

  GSocket *socket;
  InterviewInletStream *stream; /* weak */
  InterviewInletInput *input;
  SoupServerMessage *last; /* in STATE_IDLE */
  GSource *ending;
  InterviewInletCheckFunc check;
  gpointer check_data;
  InterviewAdmission *admission;
  char *key;
  int *count;
  int gone;
  State state;
  gint64 since;
};

G_DEFINE_FINAL_TYPE (InterviewInlet, interview_inlet, G_TYPE_OBJECT)

static GQuark
inlet_quark (void)
{
  return g_quark_from_static_string ("interview-inlet");
}

static void
interview_inlet_finalize (GObject *object)
{
  InterviewInlet *self = INTERVIEW_INLET (object);

  g_assert (self->ending == NULL);
  g_clear_weak_pointer (&self->stream);
  g_clear_object (&self->last);
  g_clear_object (&self->input);
  g_clear_object (&self->socket);
  g_clear_object (&self->admission);
  g_atomic_rc_box_release (self->count);
  g_free (self->key);

  G_OBJECT_CLASS (interview_inlet_parent_class)->finalize (object);
}

static void
interview_inlet_class_init (InterviewInletClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_inlet_finalize;
}

static void
interview_inlet_init (InterviewInlet *self)
{
  self->since = g_get_monotonic_time ();
}

static void
on_stream_gone (gpointer user_data, GObject *stream)
{
  g_autoptr (InterviewInlet) self = user_data;

  interview_admission_leave (self->admission, self->key);
  g_atomic_int_add (self->count, -1);
  g_atomic_int_set (&self->gone, 1);
}

/* The connection that an admitted stream stands on. */
static InterviewReadyConnection *
get_connection (GIOStream *stream)
{
  GIOStream *below = NULL;

  if (!G_IS_TLS_CONNECTION (stream))
    return INTERVIEW_READY_CONNECTION (g_object_ref (stream));
  g_object_get (stream, "base-io-stream", &below, NULL);
  return INTERVIEW_READY_CONNECTION (below);
}

/* Takes the idle connection away from SoupServer and lets it go. */
static void
end_idle (InterviewInlet *self)
{
  g_autoptr (SoupServerMessage) last = g_steal_pointer (&self->last);
  g_autoptr (GIOStream) stream = NULL;

  self->state = STATE_GONE;
  stream = soup_server_message_steal_connection (last);
  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
}

static gboolean
on_ending (gpointer user_data)
{
  InterviewInlet *self = user_data;

  g_clear_pointer (&self->ending, g_source_unref);
  if (self->state == STATE_IDLE)
    end_idle (self);
  return G_SOURCE_REMOVE;
}

/* SoupServer is reading: it happens when it has come back. */
static void
end_soon (InterviewInlet *self)
{
  if (self->ending != NULL)
    return;
  self->ending = g_idle_source_new ();
  g_source_set_priority (self->ending, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->ending, on_ending, g_object_ref (self), g_object_unref);
  g_source_attach (self->ending, g_main_context_get_thread_default ());
}

/* SoupServer would wait for the rest of a request. */
static gboolean
on_first (guint8 first_byte, gpointer user_data)
{
  InterviewInlet *self = user_data;

  if (!interview_transport_hint_is_tls (first_byte))
    return TRUE;
  interview_transport_hint_send (self->socket, INTERVIEW_TRANSPORT_HINT_PLAIN);
  return FALSE;
}

static gboolean
on_end (gpointer user_data)
{
  InterviewInlet *self = user_data;

  if (self->state != STATE_IDLE)
    return FALSE;
  end_soon (self);
  return TRUE;
}

/**
 * interview_inlet_new:
 * @base: a stream that was admitted and counted
 * @remote: its far end, an object of this connection alone: it leads from a request to the inlet
 * @readiness: tells of something to read; of the shard
 * @admission: (transfer none): what it leaves when the stream is gone
 * @count: an atomic box; what is lowered by one then
 * @stream: (out) (transfer full): the stream for SoupServer
 *
 * Returns: (transfer full): a new inlet
 */
InterviewInlet *
interview_inlet_new (GIOStream *base,
                     GSocketAddress *remote,
                     InterviewReadiness *readiness,
                     InterviewAdmission *admission,
                     int *count,
                     GIOStream **stream)
{
  InterviewInlet *self = g_object_new (INTERVIEW_TYPE_INLET, NULL);
  g_autoptr (InterviewReadyConnection) connection = get_connection (base);
  InterviewInletStream *wrapped;

  interview_ready_connection_watch (connection, readiness);
  self->socket = g_object_ref (g_socket_connection_get_socket (G_SOCKET_CONNECTION (connection)));
  self->input = interview_inlet_input_new (g_io_stream_get_input_stream (base));
  wrapped = interview_inlet_stream_new (base, self->input);
  g_set_weak_pointer (&self->stream, wrapped);
  self->admission = g_object_ref (admission);
  self->key = interview_address_to_key (remote);
  self->count = g_atomic_rc_box_acquire (count);
  interview_inlet_input_set_funcs (self->input, on_first, on_end, self);
  g_object_set_qdata_full (G_OBJECT (remote), inlet_quark (), g_object_ref (self), g_object_unref);
  g_object_weak_ref (G_OBJECT (base), on_stream_gone, g_object_ref (self));
  *stream = G_IO_STREAM (wrapped);
  return self;
}

/**
 * interview_inlet_get_for_message:
 * @message: a request
 *
 * Returns: (transfer none): the connection on which it came
 */
InterviewInlet *
interview_inlet_get_for_message (SoupServerMessage *message)
{
  GSocketAddress *remote = soup_server_message_get_remote_address (message);

  return g_object_get_qdata (G_OBJECT (remote), inlet_quark ());
}

/**
 * interview_inlet_get_key:
 *
 * Returns: (transfer none): interview_address_to_key() of the far end
 */
const char *
interview_inlet_get_key (InterviewInlet *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INLET (self), NULL);

  return self->key;
}

static void
enter (InterviewInlet *self, State state)
{
  if (self->state == STATE_UPGRADED || self->state == STATE_GONE)
    return;
  g_clear_object (&self->last);
  self->state = state;
  self->since = g_get_monotonic_time ();
}

/**
 * interview_inlet_request_started:
 *
 * The first bytes of a request are there. The time of the first one counts from the connection.
 */
void
interview_inlet_request_started (InterviewInlet *self)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  if (self->state != STATE_FRESH)
    enter (self, STATE_READING);
}

/**
 * interview_inlet_request_read:
 *
 * The request is complete.
 */
void
interview_inlet_request_read (InterviewInlet *self)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  enter (self, STATE_ANSWERING);
}

/**
 * interview_inlet_answer_goes_on:
 *
 * A part of a long answer was taken: the time for it counts anew.
 */
void
interview_inlet_answer_goes_on (InterviewInlet *self)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  if (self->state == STATE_ANSWERING)
    enter (self, STATE_ANSWERING);
}

/* SoupServer has closed it itself, as after “Connection: close”. */
static void
on_disconnected (InterviewInlet *self)
{
  if (self->state == STATE_IDLE)
    enter (self, STATE_GONE);
}

/**
 * interview_inlet_request_ended:
 * @message: the request
 * @aborted: whether its answer was given up, and the connection with it
 *
 * The answer was written, or not.
 */
void
interview_inlet_request_ended (InterviewInlet *self, SoupServerMessage *message, gboolean aborted)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  if (aborted)
    return;
  enter (self, STATE_IDLE);
  if (self->state == STATE_IDLE)
    {
      soup_message_body_truncate (soup_server_message_get_response_body (message));
      self->last = g_object_ref (message);
      g_signal_connect_object (message, "disconnected", G_CALLBACK (on_disconnected), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * interview_inlet_upgrade:
 * @message: the request that was answered with 101
 *
 * The connection is a WebSocket from now on, and no longer SoupServer's.
 *
 * Returns: (transfer full) (nullable): its stream, %NULL if it is gone
 */
GIOStream *
interview_inlet_upgrade (InterviewInlet *self, SoupServerMessage *message)
{
  g_autoptr (GIOStream) stolen = NULL;
  GIOStream *base;

  g_return_val_if_fail (INTERVIEW_IS_INLET (self), NULL);

  if (self->stream == NULL)
    return NULL;
  enter (self, STATE_UPGRADED);
  base = interview_inlet_stream_detach (self->stream);
  stolen = soup_server_message_steal_connection (message);
  return base;
}

/**
 * interview_inlet_set_check:
 * @check: (nullable): called by interview_inlet_check() from now on
 * @user_data: for @check
 *
 * Lets whoever has the WebSocket look at the clock. A timer of its own would be one more source in
 * every turn of the main loop.
 */
void
interview_inlet_set_check (InterviewInlet *self, InterviewInletCheckFunc check, gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  self->check = check;
  self->check_data = user_data;
}

/**
 * interview_inlet_check:
 * @now: microseconds of the monotonic clock
 *
 * Called by the shard every second.
 */
void
interview_inlet_check (InterviewInlet *self, gint64 now)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  if (self->check != NULL)
    self->check (now, self->check_data);
}

/**
 * interview_inlet_is_gone:
 *
 * Returns: whether the stream was let go
 */
gboolean
interview_inlet_is_gone (InterviewInlet *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INLET (self), TRUE);

  return g_atomic_int_get (&self->gone) != 0;
}

/**
 * interview_inlet_is_idle:
 *
 * Returns: whether no request is under way
 */
gboolean
interview_inlet_is_idle (InterviewInlet *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INLET (self), FALSE);

  return self->state == STATE_FRESH || self->state == STATE_IDLE;
}

/**
 * interview_inlet_is_late:
 * @now: microseconds of the monotonic clock
 * @request_seconds: how long a request may take to come in
 * @answer_seconds: how long it may take to be answered and read
 * @idle_seconds: how long the connection may be kept between two requests
 *
 * Returns: whether the far end is too slow
 */
gboolean
interview_inlet_is_late (InterviewInlet *self,
                         gint64 now,
                         guint request_seconds,
                         guint answer_seconds,
                         guint idle_seconds)
{
  gint64 passed;

  g_return_val_if_fail (INTERVIEW_IS_INLET (self), FALSE);

  passed = (now - self->since) / G_USEC_PER_SEC;
  switch (self->state)
    {
    case STATE_FRESH:
    case STATE_READING:
      return passed >= request_seconds;
    case STATE_ANSWERING:
      return passed >= answer_seconds;
    case STATE_IDLE:
      return passed >= idle_seconds;
    case STATE_UPGRADED:
    case STATE_GONE:
    default:
      return FALSE;
    }
}

/**
 * interview_inlet_drop:
 * @message: a request that SoupServer must not go on reading
 *
 * Ends the connection without an answer.
 */
void
interview_inlet_drop (InterviewInlet *self, SoupServerMessage *message)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  soup_server_message_pause (message);
  enter (self, STATE_IDLE);
  g_set_object (&self->last, message);
  end_soon (self);
}

/**
 * interview_inlet_cut:
 *
 * Ends the connection; whoever reads from it sees its end.
 */
void
interview_inlet_cut (InterviewInlet *self)
{
  g_return_if_fail (INTERVIEW_IS_INLET (self));

  if (self->state == STATE_IDLE)
    end_idle (self);
  else
    g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
}
