/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/event-channel.h"

#include "client/backoff.h"
#include "client/connection-private.h"
#include "client/event-line.h"
#include "client/failure.h"
#include "client/retry.h"
#include "client/session-api.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/event.h"
#include "core/protocol/limits.h"
#include "core/protocol/presence.h"
#include "core/protocol/welcome.h"

/* A socket that lasted at least this long was a success, however it ended. */
#define STABLE_AFTER (INTERVIEW_BACKOFF_LONGEST * G_TIME_SPAN_MILLISECOND)

/*
 * InterviewEventChannel is the program's one line to the server for what happens there. It comes
 * back by itself after any break, with the same instance and the number of the last event that it
 * saw, so that nothing is missed. It is made for one sign-in, started, and stopped or disposed of;
 * all of it on the default main context.
 *
 * Signals:
 * - `event` (#InterviewEvent): something changed; never twice for the same sequence
 * - `presence` (#InterviewPresence): who is in a room
 * - `message` (#InterviewEnvelope): a signal of a call, what relays it may use, or an error
 * - `missed`: after a break the server could not resume; load everything again
 * - `session-ended` (#GError): the sign-in is over and the channel has stopped
 *
 * Property: `state` (#InterviewChannelState).
 */
struct _InterviewEventChannel
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *instance;
  gboolean running;
  InterviewChannelState state;
  GError *error;
  gint64 last_sequence;
  gboolean welcomed;
  guint ping_interval;
  guint lease;

  InterviewEventLine *socket;
  gboolean refused;
  GCancellable *checking;
  InterviewRetry *retry;
  gint64 online_since;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

enum
{
  SIGNAL_EVENT,
  SIGNAL_PRESENCE,
  SIGNAL_MESSAGE,
  SIGNAL_MISSED,
  SIGNAL_SESSION_ENDED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (InterviewChannelState,
                    interview_channel_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHANNEL_STATE_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHANNEL_STATE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHANNEL_STATE_ONLINE, "online"))

G_DEFINE_FINAL_TYPE (InterviewEventChannel, interview_event_channel, G_TYPE_OBJECT)

static void try_again (InterviewEventChannel *self);
static void check_session (InterviewEventChannel *self);

static void
set_state (InterviewEventChannel *self, InterviewChannelState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
let_go (InterviewEventChannel *self)
{
  if (self->socket != NULL)
    g_signal_handlers_disconnect_by_data (self->socket, self);
  g_clear_object (&self->socket);
}

static void
wait_for_retry (InterviewEventChannel *self, const GError *error)
{
  g_autoptr (InterviewEventChannel) keep = g_object_ref (self);

  let_go (self);
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  if (self->online_since != 0 && g_get_monotonic_time () - self->online_since > STABLE_AFTER)
    interview_retry_reset (self->retry);
  self->online_since = 0;
  g_debug ("event socket lost: %s", error->message);
  interview_retry_plan (self->retry);
  interview_connection_set_online (self->connection, FALSE);
  set_state (self, INTERVIEW_CHANNEL_STATE_OFFLINE);
}

static void
on_lost (InterviewEventLine *socket, const GError *error, gpointer user_data)
{
  InterviewEventChannel *self = user_data;

  self->refused = g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED);
  if (self->refused)
    check_session (self);
  else
    wait_for_retry (self, error);
}

static void
on_welcome (InterviewEventChannel *self, InterviewWelcome *welcome)
{
  gboolean missed = self->welcomed && !interview_welcome_get_resumed (welcome);

  if (!interview_welcome_get_resumed (welcome))
    self->last_sequence = interview_welcome_get_sequence (welcome);
  self->welcomed = TRUE;
  interview_connection_set_panel_limit (self->connection,
                                        interview_welcome_get_recruiter_limit (welcome));
  self->online_since = g_get_monotonic_time ();
  g_clear_error (&self->error);
  interview_connection_set_online (self->connection, TRUE);
  set_state (self, INTERVIEW_CHANNEL_STATE_ONLINE);
  if (missed)
    g_signal_emit (self, signals[SIGNAL_MISSED], 0);
}

static void
on_event (InterviewEventChannel *self, InterviewEvent *event)
{
  gint64 sequence = interview_event_get_sequence (event);

  if (sequence <= self->last_sequence)
    return;
  self->last_sequence = sequence;
  g_signal_emit (self, signals[SIGNAL_EVENT], 0, event);
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_SESSION_ENDED)
    check_session (self);
}

static void
on_received (InterviewEventLine *socket, InterviewEnvelope *envelope, gpointer user_data)
{
  g_autoptr (InterviewEventChannel) self = g_object_ref (user_data);
  gpointer body = interview_envelope_get_body (envelope);

  switch (interview_envelope_get_message_type (envelope))
    {
    case INTERVIEW_MESSAGE_WELCOME:
      on_welcome (self, body);
      break;
    case INTERVIEW_MESSAGE_EVENT:
      on_event (self, body);
      break;
    case INTERVIEW_MESSAGE_PRESENCE:
      g_signal_emit (self, signals[SIGNAL_PRESENCE], 0, body);
      break;
    case INTERVIEW_MESSAGE_RELAYS:
    case INTERVIEW_MESSAGE_SIGNAL:
    case INTERVIEW_MESSAGE_ERROR:
      g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, envelope);
      break;
    default:
      break;
    }
}

static void
try_again (InterviewEventChannel *self)
{
  g_autoptr (InterviewHello) hello = g_object_new (INTERVIEW_TYPE_HELLO, "instance", self->instance,
                                                   "last_sequence", self->last_sequence, NULL);

  let_go (self);
  self->refused = FALSE;
  set_state (self, INTERVIEW_CHANNEL_STATE_CONNECTING);
  self->socket =
      interview_event_line_new (self->connection, hello, self->ping_interval, self->lease);
  g_signal_connect (self->socket, "received", G_CALLBACK (on_received), self);
  g_signal_connect (self->socket, "lost", G_CALLBACK (on_lost), self);
  interview_event_line_open (self->socket);
}

static void
on_session_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewEventChannel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session =
      interview_session_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->checking);
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE))
    {
      interview_event_channel_stop (self);
      self->error = g_error_copy (error);
      g_signal_emit (self, signals[SIGNAL_SESSION_ENDED], 0, error);
    }
  else if (self->state == INTERVIEW_CHANNEL_STATE_CONNECTING && self->refused)
    {
      if (error == NULL)
        error = interview_failure_not_understood ();
      wait_for_retry (self, error);
    }
}

/* The event and the refused handshake say that the session is over, but not why: REST does. */
static void
check_session (InterviewEventChannel *self)
{
  if (self->checking != NULL || !self->running)
    return;
  self->checking = g_cancellable_new ();
  interview_session_api_get_async (self->connection, self->checking, on_session_checked,
                                   g_object_ref (self));
}

static void
interview_event_channel_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_enum (value, INTERVIEW_EVENT_CHANNEL (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
interview_event_channel_dispose (GObject *object)
{
  InterviewEventChannel *self = INTERVIEW_EVENT_CHANNEL (object);

  self->running = FALSE;
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  let_go (self);
  g_clear_object (&self->retry);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (interview_event_channel_parent_class)->dispose (object);
}

static void
interview_event_channel_finalize (GObject *object)
{
  InterviewEventChannel *self = INTERVIEW_EVENT_CHANNEL (object);

  g_free (self->instance);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (interview_event_channel_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name, INTERVIEW_TYPE_EVENT_CHANNEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
interview_event_channel_class_init (InterviewEventChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = interview_event_channel_dispose;
  object_class->finalize = interview_event_channel_finalize;
  object_class->get_property = interview_event_channel_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_CHANNEL_STATE,
                                              INTERVIEW_CHANNEL_STATE_OFFLINE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EVENT] = add_signal ("event", INTERVIEW_TYPE_EVENT);
  signals[SIGNAL_PRESENCE] = add_signal ("presence", INTERVIEW_TYPE_PRESENCE);
  signals[SIGNAL_MESSAGE] = add_signal ("message", INTERVIEW_TYPE_ENVELOPE);
  signals[SIGNAL_MISSED] = add_signal ("missed", G_TYPE_NONE);
  signals[SIGNAL_SESSION_ENDED] = add_signal ("session-ended", G_TYPE_ERROR);
}

static void
interview_event_channel_init (InterviewEventChannel *self)
{
  self->instance = interview_id_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_swapped (self->retry, "due", G_CALLBACK (try_again), self);
  self->ping_interval = INTERVIEW_PING_SECONDS * 1000;
  self->lease = INTERVIEW_LEASE_SECONDS * 1000;
}

/**
 * interview_event_channel_new:
 * @connection: (transfer none): the connection, with a token when the channel is started
 *
 * Returns: (transfer full): a new channel with a new instance, not started
 */
InterviewEventChannel *
interview_event_channel_new (InterviewConnection *connection)
{
  InterviewEventChannel *self;

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);

  self = g_object_new (INTERVIEW_TYPE_EVENT_CHANNEL, NULL);
  self->connection = g_object_ref (connection);
  return self;
}

/**
 * interview_event_channel_set_timing:
 * @ping: milliseconds between two pings
 * @lease: milliseconds without any message after which the server is taken for gone
 *
 * For a network that needs other values than %INTERVIEW_PING_SECONDS and
 * %INTERVIEW_LEASE_SECONDS. From the next attempt on.
 */
void
interview_event_channel_set_timing (InterviewEventChannel *self, guint ping, guint lease)
{
  g_return_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self));
  g_return_if_fail (ping > 0 && lease > ping);

  self->ping_interval = ping;
  self->lease = lease;
}

/**
 * interview_event_channel_start:
 *
 * Connects, and from now on again after each break. Does nothing if it was started.
 */
void
interview_event_channel_start (InterviewEventChannel *self)
{
  g_return_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self));

  if (self->running)
    return;
  self->running = TRUE;
  try_again (self);
}

/**
 * interview_event_channel_stop:
 *
 * Ends the line. What was sent before still goes out while the main context runs for a moment.
 */
void
interview_event_channel_stop (InterviewEventChannel *self)
{
  g_return_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self));

  interview_event_channel_stop_async (self, NULL, NULL, NULL);
}

static void
on_socket_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewEventLine *socket = INTERVIEW_EVENT_LINE (source);

  g_task_return_boolean (task, interview_event_line_close_finish (socket, result, NULL));
}

/**
 * interview_event_channel_stop_async:
 * @cancellable: (nullable): to give up waiting
 * @callback: (nullable): called on the default main context, at most two seconds later
 * @user_data: for @callback
 *
 * Like interview_event_channel_stop(), and tells when what was sent has gone out.
 */
void
interview_event_channel_stop_async (InterviewEventChannel *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewEventLine) socket = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_event_channel_stop_async);
  self->running = FALSE;
  if (self->socket != NULL)
    socket = g_object_ref (self->socket);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  let_go (self);
  g_clear_error (&self->error);
  interview_retry_reset (self->retry);
  set_state (self, INTERVIEW_CHANNEL_STATE_OFFLINE);
  if (socket != NULL)
    interview_event_line_close_async (socket, cancellable, on_socket_closed,
                                      g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * interview_event_channel_stop_finish:
 * @result: what the callback got
 * @error: return location; %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server took notice in time
 */
gboolean
interview_event_channel_stop_finish (InterviewEventChannel *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_event_channel_doubt:
 *
 * Says that the server may not be reached any more, or may be again: the network changed, the
 * machine slept, or a person asks. The next attempt is not waited for, and a connection that is not
 * good any more is made anew at once. May be called as often as there are reasons.
 */
void
interview_event_channel_doubt (InterviewEventChannel *self)
{
  g_return_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self));

  if (!self->running)
    return;
  interview_connection_renew (self->connection);
  /* A way that has just come may not be complete yet: soon again, then. */
  interview_retry_reset (self->retry);
  if (self->socket == NULL || !interview_event_line_doubt (self->socket))
    try_again (self);
}

/**
 * interview_event_channel_send:
 * @type: a type of message
 * @body: (transfer none): a record of the class that belongs to the type
 *
 * Returns: %FALSE if the channel is not online and the message was dropped
 */
gboolean
interview_event_channel_send (InterviewEventChannel *self,
                              InterviewMessageType type,
                              InterviewRecord *body)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), FALSE);

  if (self->state != INTERVIEW_CHANNEL_STATE_ONLINE)
    return FALSE;
  interview_event_line_send (self->socket, type, body);
  return TRUE;
}

/**
 * interview_event_channel_get_connection:
 *
 * Returns: (transfer none): the connection that it was made with
 */
InterviewConnection *
interview_event_channel_get_connection (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), NULL);

  return self->connection;
}

/**
 * interview_event_channel_get_instance:
 *
 * Returns: (transfer none): this run of the program
 */
const char *
interview_event_channel_get_instance (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), NULL);

  return self->instance;
}

/**
 * interview_event_channel_get_state:
 *
 * Returns: where it stands
 */
InterviewChannelState
interview_event_channel_get_state (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), INTERVIEW_CHANNEL_STATE_OFFLINE);

  return self->state;
}

/**
 * interview_event_channel_is_waiting:
 *
 * Returns: whether it is not online, and will try again by itself
 */
gboolean
interview_event_channel_is_waiting (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), FALSE);

  return interview_retry_is_planned (self->retry);
}

/**
 * interview_event_channel_get_last_sequence:
 *
 * Returns: the number of the last event that was seen
 */
gint64
interview_event_channel_get_last_sequence (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), 0);

  return self->last_sequence;
}

/**
 * interview_event_channel_get_error:
 *
 * Returns: (transfer none) (nullable): why it is not online, for people
 */
const GError *
interview_event_channel_get_error (InterviewEventChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (self), NULL);

  return self->error;
}
