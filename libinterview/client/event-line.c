/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/event-line.h"

#include <libsoup/soup.h>

#include "client/connection-private.h"
#include "client/failure.h"
#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/protocol/ping.h"
#include "core/protocol/routes.h"
#include "core/source-address.h"

/* Milliseconds for a polite farewell before the socket is dropped. */
#define CLOSE_LIMIT 2000

/* Milliseconds for the server to answer when there is a reason to think that it is not reached:
 * more than a round trip to anywhere. */
#define DOUBT_LIMIT 1000

/*
 * InterviewEventLine is one WebSocket from its opening to its end: it says hello, pings, and
 * takes the server for gone when nothing came for the time of a lease, or no answer when there was
 * reason to doubt that it is reached. The event channel makes one for each attempt and lets go of
 * it after `lost`; the last reference drops the socket. On the default main context.
 *
 * Signals:
 * - `received` (#InterviewEnvelope): the first one is the welcome
 * - `lost` (#GError): it did not open or has ended; nothing is received afterwards. The error is
 *   %INTERVIEW_ERROR_UNAUTHENTICATED if the server refused the token.
 */
struct _InterviewEventLine
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewHello *hello;
  guint ping_interval;
  guint lease;

  GCancellable *cancellable;
  SoupMessage *handshake;
  SoupWebsocketConnection *socket;
  gboolean welcomed;
  gboolean over;
  char *source; /* by which address of ours it goes */
  guint lease_id;
  guint ping_id;
  gint64 pings;
  gint64 doubt; /* the ping that has to be answered, 0 for none */
};

enum
{
  SIGNAL_RECEIVED,
  SIGNAL_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewEventLine, interview_event_line, G_TYPE_OBJECT)

/* libsoup goes on with its socket after it has emitted a signal, without a reference of its own. */
static void
release_later (gpointer socket)
{
  g_idle_add_once (g_object_unref, socket);
}

static void
drop (InterviewEventLine *self)
{
  self->over = TRUE;
  g_clear_handle_id (&self->lease_id, g_source_remove);
  g_clear_handle_id (&self->ping_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->socket != NULL)
    g_signal_handlers_disconnect_by_data (self->socket, self);
  g_clear_pointer (&self->socket, release_later);
}

static void
interview_event_line_dispose (GObject *object)
{
  InterviewEventLine *self = INTERVIEW_EVENT_LINE (object);

  drop (self);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (interview_event_line_parent_class)->dispose (object);
}

static void
interview_event_line_finalize (GObject *object)
{
  InterviewEventLine *self = INTERVIEW_EVENT_LINE (object);

  g_clear_object (&self->hello);
  g_clear_object (&self->handshake);
  g_clear_object (&self->cancellable);
  g_free (self->source);

  G_OBJECT_CLASS (interview_event_line_parent_class)->finalize (object);
}

static void
interview_event_line_class_init (InterviewEventLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_event_line_dispose;
  object_class->finalize = interview_event_line_finalize;

  signals[SIGNAL_RECEIVED] =
      g_signal_new ("received", INTERVIEW_TYPE_EVENT_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, INTERVIEW_TYPE_ENVELOPE);
  signals[SIGNAL_LOST] = g_signal_new ("lost", INTERVIEW_TYPE_EVENT_LINE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_event_line_init (InterviewEventLine *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
lose (InterviewEventLine *self, GError *error)
{
  g_autoptr (InterviewEventLine) keep = g_object_ref (self);
  g_autoptr (GError) owned = error;

  if (self->over)
    return;
  drop (self);
  g_signal_emit (keep, signals[SIGNAL_LOST], 0, owned);
}

static InterviewEndpoint *
get_endpoint (InterviewEventLine *self)
{
  return interview_connection_get_endpoint (self->connection);
}

static gboolean
on_lease_over (gpointer user_data)
{
  InterviewEventLine *self = user_data;

  self->lease_id = 0;
  lose (self, interview_failure_too_slow (get_endpoint (self)));
  return G_SOURCE_REMOVE;
}

static void
renew_lease (InterviewEventLine *self, guint milliseconds)
{
  g_clear_handle_id (&self->lease_id, g_source_remove);
  self->lease_id = g_timeout_add (milliseconds, on_lease_over, self);
}

/* What was on its way already says nothing of the way now. */
static void
take_sign_of_life (InterviewEventLine *self, InterviewEnvelope *envelope)
{
  if (interview_envelope_get_message_type (envelope) == INTERVIEW_MESSAGE_PONG &&
      interview_ping_get_token (interview_envelope_get_body (envelope)) >= self->doubt)
    self->doubt = 0;
  if (self->doubt == 0)
    renew_lease (self, self->lease);
}

static gboolean
on_ping (gpointer user_data)
{
  InterviewEventLine *self = user_data;
  g_autoptr (InterviewPing) ping = g_object_new (INTERVIEW_TYPE_PING, "token", ++self->pings, NULL);

  interview_event_line_send (self, INTERVIEW_MESSAGE_PING, INTERVIEW_RECORD (ping));
  return G_SOURCE_CONTINUE;
}

static gboolean
is_for_programs (InterviewMessageType type)
{
  return type == INTERVIEW_MESSAGE_RELAYS || type == INTERVIEW_MESSAGE_PRESENCE ||
         type == INTERVIEW_MESSAGE_SIGNAL || type == INTERVIEW_MESSAGE_EVENT ||
         type == INTERVIEW_MESSAGE_ERROR || type == INTERVIEW_MESSAGE_PONG;
}

static void
on_message (SoupWebsocketConnection *socket, int kind, GBytes *message, gpointer user_data)
{
  InterviewEventLine *self = user_data;
  g_autoptr (InterviewEnvelope) envelope = NULL;
  g_autoptr (GError) error = NULL;
  InterviewMessageType type;
  gsize size;
  const char *text = g_bytes_get_data (message, &size);

  if (kind == SOUP_WEBSOCKET_DATA_TEXT)
    envelope = interview_envelope_parse (text != NULL ? text : "", (gssize) size, &error);
  if (envelope == NULL)
    {
      g_debug ("unreadable message: %s", error != NULL ? error->message : "binary");
      lose (self, interview_failure_not_understood ());
      return;
    }
  type = interview_envelope_get_message_type (envelope);
  take_sign_of_life (self, envelope);
  if (!self->welcomed && type == INTERVIEW_MESSAGE_ERROR)
    lose (self, interview_failure_from_problem (interview_envelope_get_body (envelope)));
  else if (self->welcomed ? !is_for_programs (type) : type != INTERVIEW_MESSAGE_WELCOME)
    lose (self, interview_failure_not_understood ());
  else
    {
      if (!self->welcomed)
        self->ping_id = g_timeout_add (self->ping_interval, on_ping, self);
      self->welcomed = TRUE;
      g_signal_emit (self, signals[SIGNAL_RECEIVED], 0, envelope);
    }
}

static void
on_closed (SoupWebsocketConnection *socket, gpointer user_data)
{
  InterviewEventLine *self = user_data;
  g_autoptr (GError) cause =
      g_error_new (G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "closed with code %u",
                   soup_websocket_connection_get_close_code (socket));

  lose (self, interview_failure_from_transport (cause, get_endpoint (self)));
}

static GError *
read_refusal (InterviewEventLine *self, const GError *error)
{
  guint status = soup_message_get_status (self->handshake);

  if (status != 0 && status != SOUP_STATUS_SWITCHING_PROTOCOLS)
    return interview_failure_from_status (status);
  return interview_failure_from_transport (error, get_endpoint (self));
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewEventLine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupWebsocketConnection) socket =
      soup_session_websocket_connect_finish (SOUP_SESSION (source), result, &error);

  if (self->over)
    return;
  if (socket == NULL)
    {
      lose (self, read_refusal (self, error));
      return;
    }
  if (g_strcmp0 (soup_websocket_connection_get_protocol (socket), INTERVIEW_SUBPROTOCOL) != 0)
    {
      lose (self, interview_failure_not_understood ());
      return;
    }
  self->socket = g_steal_pointer (&socket);
  self->source = interview_source_address_find (soup_message_get_remote_address (self->handshake));
  soup_websocket_connection_set_max_incoming_payload_size (self->socket, INTERVIEW_LIMIT_MESSAGE);
  g_signal_connect (self->socket, "message", G_CALLBACK (on_message), self);
  g_signal_connect (self->socket, "closed", G_CALLBACK (on_closed), self);
  interview_event_line_send (self, INTERVIEW_MESSAGE_HELLO, INTERVIEW_RECORD (self->hello));
}

/**
 * interview_event_line_new:
 * @connection: (transfer none): the connection, with a token
 * @hello: (transfer none): what to say first
 * @ping_interval: milliseconds between two pings
 * @lease: milliseconds without any message after which the server is taken for gone; opening
 *   included
 *
 * Returns: (transfer full): a new socket, not opened
 */
InterviewEventLine *
interview_event_line_new (InterviewConnection *connection,
                          InterviewHello *hello,
                          guint ping_interval,
                          guint lease)
{
  InterviewEventLine *self;

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (INTERVIEW_IS_HELLO (hello), NULL);

  self = g_object_new (INTERVIEW_TYPE_EVENT_LINE, NULL);
  self->connection = g_object_ref (connection);
  self->hello = g_object_ref (hello);
  self->ping_interval = ping_interval;
  self->lease = lease;
  return self;
}

/**
 * interview_event_line_open:
 *
 * Opens the socket, once. May emit `lost` before it returns.
 */
void
interview_event_line_open (InterviewEventLine *self)
{
  static const char *protocols[] = { INTERVIEW_SUBPROTOCOL, NULL };
  g_autofree char *path = NULL;
  GError *error = NULL;

  g_return_if_fail (INTERVIEW_IS_EVENT_LINE (self));
  g_return_if_fail (self->handshake == NULL);

  path = interview_route_format (INTERVIEW_ROUTE_EVENTS, NULL, NULL);
  self->handshake = interview_connection_new_message (self->connection, "GET", "ws", path, &error);
  if (self->handshake == NULL)
    {
      lose (self, error);
      return;
    }
  renew_lease (self, self->lease);
  soup_session_websocket_connect_async (interview_connection_get_session (self->connection),
                                        self->handshake, NULL, (char **) protocols,
                                        G_PRIORITY_DEFAULT, self->cancellable, on_connected,
                                        g_object_ref (self));
}

/**
 * interview_event_line_send:
 * @type: a type of message
 * @body: (transfer none): a record of the class that belongs to the type
 *
 * Sends, or drops the message if the socket is not open.
 */
void
interview_event_line_send (InterviewEventLine *self,
                           InterviewMessageType type,
                           InterviewRecord *body)
{
  g_autoptr (InterviewEnvelope) envelope = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (INTERVIEW_IS_EVENT_LINE (self));

  if (self->socket == NULL ||
      soup_websocket_connection_get_state (self->socket) != SOUP_WEBSOCKET_STATE_OPEN)
    return;
  envelope = interview_envelope_new (type, body);
  text = interview_envelope_to_text (envelope);
  soup_websocket_connection_send_text (self->socket, text);
}

/**
 * interview_event_line_doubt:
 *
 * Says that the server may not be reached any more. If the socket goes by the way that would be
 * taken now, the server is asked, and `lost` emitted if it does not answer soon.
 *
 * Returns: %FALSE if the socket is to be given up at once
 */
gboolean
interview_event_line_doubt (InterviewEventLine *self)
{
  g_autofree char *source = NULL;

  g_return_val_if_fail (INTERVIEW_IS_EVENT_LINE (self), FALSE);

  if (self->socket == NULL || !self->welcomed)
    return FALSE;
  source = interview_source_address_find (soup_message_get_remote_address (self->handshake));
  if (source == NULL || g_strcmp0 (source, self->source) != 0)
    return FALSE;
  on_ping (self);
  if (self->doubt == 0)
    renew_lease (self, MIN (self->lease, DOUBT_LIMIT));
  self->doubt = self->pings;

  return TRUE;
}

/* Keeps a socket until it is closed, or for a limited time. */
typedef struct
{
  SoupWebsocketConnection *socket;
  gulong closed_id;
  guint limit_id;
} Farewell;

static void
free_farewell (gpointer data)
{
  Farewell *farewell = data;

  g_clear_pointer (&farewell->socket, release_later);
  g_free (farewell);
}

/* Takes the reference to the task that the farewell held. */
static void
end_farewell (GTask *task, gboolean polite)
{
  g_autoptr (GTask) owned = task;
  Farewell *farewell = g_task_get_task_data (task);

  g_clear_handle_id (&farewell->limit_id, g_source_remove);
  g_clear_signal_handler (&farewell->closed_id, farewell->socket);
  g_task_return_boolean (task, polite);
}

static void
on_farewell_closed (SoupWebsocketConnection *socket, gpointer user_data)
{
  end_farewell (user_data, TRUE);
}

static gboolean
on_farewell_over (gpointer user_data)
{
  GTask *task = user_data;
  Farewell *farewell = g_task_get_task_data (task);

  farewell->limit_id = 0;
  end_farewell (task, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * interview_event_line_close_async:
 * @cancellable: (nullable): to give up waiting
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Ends the socket after what was sent has gone out. `lost` is not emitted any more.
 */
void
interview_event_line_close_async (InterviewEventLine *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (SoupWebsocketConnection) socket = g_steal_pointer (&self->socket);
  Farewell *farewell;

  g_task_set_source_tag (task, interview_event_line_close_async);
  if (socket != NULL)
    g_signal_handlers_disconnect_by_data (socket, self);
  drop (self);
  if (socket == NULL || soup_websocket_connection_get_state (socket) != SOUP_WEBSOCKET_STATE_OPEN)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  farewell = g_new0 (Farewell, 1);
  farewell->socket = g_object_ref (socket);
  farewell->closed_id = g_signal_connect (socket, "closed", G_CALLBACK (on_farewell_closed), task);
  farewell->limit_id = g_timeout_add (CLOSE_LIMIT, on_farewell_over, task);
  g_task_set_task_data (task, farewell, free_farewell);
  g_steal_pointer (&task);
  soup_websocket_connection_close (socket, SOUP_WEBSOCKET_CLOSE_NORMAL, NULL);
}

/**
 * interview_event_line_close_finish:
 * @result: what the callback got
 * @error: return location; %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server took notice in time
 */
gboolean
interview_event_line_close_finish (InterviewEventLine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
