/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/event-socket.h"

#include "core/error.h"
#include "core/protocol/envelope.h"
#include "core/protocol/hello.h"
#include "core/protocol/limits.h"
#include "core/protocol/ping.h"
#include "core/protocol/relays.h"
#include "core/protocol/room-reference.h"
#include "core/protocol/signal.h"
#include "core/protocol/welcome.h"
#include "core/source.h"
#include "server/ice-offer.h"
#include "server/problems.h"
#include "server/socket-work.h"

#define HELLO_SECONDS 10

/* How long a program may take to close, too. Below the 5 s of libsoup 3.2, which then ends the
 * connection itself but loses the timer. */
#define CLOSE_SECONDS 3

/* So many messages in a row that make no sense end the socket. */
#define MAX_BAD_MESSAGES 3

/* Messages that came while a join is being decided; a program sends a handful. */
#define MAX_WAITING 64

/* What is handed to the WebSocket at a time; more waits in the mailbox until it is on its way. */
#define BATCH_BYTES (64 * 1024)

/*
 * InterviewEventSocket is one program's line to the server: it reads the program's messages, one
 * after the other, and writes what comes into its mailbox. It says hello, gets the events that it
 * missed, and then those that come; it joins one room at a time and exchanges signals with those
 * who are in it.
 *
 * Lives on the thread of its shard and keeps itself alive until the WebSocket is closed.
 */
struct _InterviewEventSocket
{
  GObject parent_instance;

  SoupWebsocketConnection *connection;
  InterviewInlet *inlet;
  const InterviewConfig *config;
  InterviewHub *hub;
  InterviewActor *actor;
  InterviewMailbox *mailbox;
  InterviewSocketWork *work;
  GCancellable *cancellable;

  char *instance;
  char *room_id;
  gboolean greeted;
  gboolean busy;
  gboolean closing;
  gint64 sequence;
  GQueue waiting; /* InterviewEnvelope */
  guint bad_messages;
  double allowance;
  gint64 started_at;
  gint64 heard_at;
  gint64 closing_at; /* 0 until this end closes it */
  gint64 renewal_at; /* of the relays, 0 for never */
  GSource *writable;
};

G_DEFINE_FINAL_TYPE (InterviewEventSocket, interview_event_socket, G_TYPE_OBJECT)

static void take_message (InterviewEventSocket *self, InterviewEnvelope *envelope);
static void on_writable (InterviewEventSocket *self);

static void
interview_event_socket_finalize (GObject *object)
{
  InterviewEventSocket *self = INTERVIEW_EVENT_SOCKET (object);

  interview_source_clear (&self->writable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->connection);
  g_clear_object (&self->inlet);
  g_clear_object (&self->hub);
  g_clear_object (&self->actor);
  g_clear_object (&self->mailbox);
  g_clear_object (&self->work);
  g_clear_object (&self->cancellable);
  g_free (self->instance);
  g_free (self->room_id);

  G_OBJECT_CLASS (interview_event_socket_parent_class)->finalize (object);
}

static void
interview_event_socket_class_init (InterviewEventSocketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_event_socket_finalize;
}

static void
interview_event_socket_init (InterviewEventSocket *self)
{
  self->cancellable = g_cancellable_new ();
  self->started_at = g_get_monotonic_time ();
  self->heard_at = self->started_at;
  g_queue_init (&self->waiting);
}

static gboolean
is_open (InterviewEventSocket *self)
{
  return soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN;
}

static void
send_bytes (InterviewEventSocket *self, GBytes *text)
{
  if (is_open (self))
    soup_websocket_connection_send_message (self->connection, SOUP_WEBSOCKET_DATA_TEXT, text);
}

static void
send_record (InterviewEventSocket *self, InterviewMessageType type, gpointer body)
{
  g_autoptr (GBytes) text = interview_envelope_to_bytes (type, INTERVIEW_RECORD (body));

  send_bytes (self, text);
}

static void
close_socket (InterviewEventSocket *self, gushort code)
{
  self->closing = TRUE;
  if (self->closing_at == 0)
    self->closing_at = g_get_monotonic_time ();
  if (is_open (self))
    soup_websocket_connection_close (self->connection, code, NULL);
}

static void
send_error (InterviewEventSocket *self, const GError *error)
{
  g_autoptr (InterviewProblem) problem = interview_problem_new_for_error (error);

  send_record (self, INTERVIEW_MESSAGE_ERROR, problem);
}

/* Answers a message that makes no sense; the third in a row ends the socket. */
static void
refuse (InterviewEventSocket *self, InterviewErrorCode code, const char *detail)
{
  g_autoptr (InterviewProblem) problem = interview_problem_new_for_code (code, detail);

  send_record (self, INTERVIEW_MESSAGE_ERROR, problem);
  if (++self->bad_messages >= MAX_BAD_MESSAGES)
    close_socket (self, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
}

static gboolean
is_writable (InterviewEventSocket *self)
{
  GIOStream *stream = soup_websocket_connection_get_io_stream (self->connection);
  GOutputStream *output = stream != NULL ? g_io_stream_get_output_stream (stream) : NULL;

  return !G_IS_POLLABLE_OUTPUT_STREAM (output) ||
         g_pollable_output_stream_is_writable (G_POLLABLE_OUTPUT_STREAM (output));
}

static gboolean
on_writable_source (GObject *stream, gpointer user_data)
{
  InterviewEventSocket *self = user_data;

  interview_source_clear (&self->writable);
  on_writable (self);
  return G_SOURCE_REMOVE;
}

static void
wait_until_writable (InterviewEventSocket *self)
{
  GIOStream *stream = soup_websocket_connection_get_io_stream (self->connection);

  if (stream == NULL || self->writable != NULL)
    return;
  self->writable = g_pollable_output_stream_create_source (
      G_POLLABLE_OUTPUT_STREAM (g_io_stream_get_output_stream (stream)), NULL);
  /* After the WebSocket's own source, so that what it has goes out first. */
  g_source_set_priority (self->writable, G_PRIORITY_LOW);
  g_source_set_callback (self->writable, G_SOURCE_FUNC (on_writable_source), self, NULL);
  g_source_attach (self->writable, g_main_context_get_thread_default ());
}

/* Takes letters as long as the network takes them, so that they pile up in the mailbox only. */
static void
on_writable (InterviewEventSocket *self)
{
  gsize sent = 0;

  while (self->greeted && !self->closing && is_open (self))
    {
      g_autoptr (InterviewLetter) letter = NULL;

      if (sent >= BATCH_BYTES || !is_writable (self))
        {
          wait_until_writable (self);
          return;
        }
      letter = interview_mailbox_take (self->mailbox);
      if (letter == NULL)
        break;
      if (letter->text == NULL)
        close_socket (self, letter->close_code);
      else if (letter->sequence == 0 || letter->sequence > self->sequence)
        {
          self->sequence = MAX (self->sequence, letter->sequence);
          sent += g_bytes_get_size (letter->text);
          send_bytes (self, letter->text);
        }
    }
}

static void
on_letters (gpointer user_data)
{
  InterviewEventSocket *self = user_data;

  if (interview_mailbox_get_overflowed (self->mailbox))
    {
      g_debug ("A socket was closed: the program does not read");
      close_socket (self, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
    }
  else
    on_writable (self);
}

static void
go_on (InterviewEventSocket *self)
{
  self->busy = FALSE;
  while (!self->busy && !self->closing)
    {
      g_autoptr (InterviewEnvelope) envelope = g_queue_pop_head (&self->waiting);

      if (envelope == NULL)
        break;
      take_message (self, envelope);
    }
}

static void
on_greeted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewEventSocket) self = user_data;
  g_autoptr (InterviewWelcome) welcome = NULL;
  g_autoptr (GPtrArray) missed = NULL;
  g_autoptr (GError) error = NULL;

  welcome = interview_socket_work_greet_finish (self->work, result, &missed, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (welcome == NULL)
    {
      send_error (self, error);
      close_socket (self, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
      return;
    }
  g_object_set (welcome, "recruiter-limit",
                (gint64) interview_config_get_panel_limit (self->config), NULL);
  send_record (self, INTERVIEW_MESSAGE_WELCOME, welcome);
  for (guint i = 0; i < missed->len; i++)
    send_record (self, INTERVIEW_MESSAGE_EVENT, g_ptr_array_index (missed, i));
  self->sequence = interview_welcome_get_sequence (welcome);
  self->greeted = TRUE;
  on_writable (self);
  go_on (self);
}

static void
on_hello (InterviewEventSocket *self, InterviewHello *hello)
{
  self->instance = g_strdup (interview_hello_get_instance (hello));
  self->busy = TRUE;
  /* Before the missed events are read, so that none falls between; what comes twice is dropped. */
  interview_hub_subscribe (self->hub, self->mailbox, interview_actor_get_person_id (self->actor),
                           interview_actor_get_session_id (self->actor));
  interview_socket_work_greet_async (self->work, interview_hello_get_last_sequence (hello),
                                     self->cancellable, on_greeted, g_object_ref (self));
}

/* At half of their time, so that they are good for another half if this line breaks. */
static void
tell_relays (InterviewEventSocket *self)
{
  g_autoptr (InterviewIceSettings) ice =
      interview_ice_offer_make (self->config, self->room_id,
                                interview_actor_get_person_id (self->actor), g_get_real_time ());
  g_autoptr (InterviewRelays) relays = NULL;

  self->renewal_at = 0;
  if (ice == NULL)
    return;
  relays = g_object_new (INTERVIEW_TYPE_RELAYS, "room-id", self->room_id, "ice", ice, NULL);
  send_record (self, INTERVIEW_MESSAGE_RELAYS, relays);
  if (interview_ice_settings_get_expires_at (ice) != 0)
    self->renewal_at = g_get_monotonic_time () + self->config->ice_seconds * G_TIME_SPAN_SECOND / 2;
}

static void
on_joined (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewEventSocket) self = user_data;
  g_autoptr (InterviewParticipant) participant = NULL;
  g_autoptr (InterviewProblem) problem = NULL;
  g_autoptr (InterviewRoomStanding) standing = NULL;
  g_autoptr (GError) error = NULL;

  participant = interview_socket_work_join_finish (self->work, result, &standing, &problem, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (participant == NULL && problem != NULL)
    send_record (self, INTERVIEW_MESSAGE_ERROR, problem);
  else if (participant == NULL || !interview_hub_join (self->hub, self->mailbox, standing,
                                                       self->instance, participant, &error))
    send_error (self, error);
  else
    {
      g_free (self->room_id);
      self->room_id = g_strdup (standing->room_id);
      tell_relays (self);
    }
  go_on (self);
}

static void
on_join (InterviewEventSocket *self, InterviewRoomReference *reference)
{
  const char *room_id = interview_room_reference_get_room_id (reference);

  if (self->room_id != NULL && !g_str_equal (self->room_id, room_id))
    {
      refuse (self, INTERVIEW_ERROR_OUT_OF_ORDER, "leave the other room first");
      return;
    }
  self->busy = TRUE;
  interview_socket_work_join_async (self->work, room_id, self->cancellable, on_joined,
                                    g_object_ref (self));
}

static void
on_leave (InterviewEventSocket *self, InterviewRoomReference *reference)
{
  if (g_strcmp0 (self->room_id, interview_room_reference_get_room_id (reference)) != 0)
    {
      refuse (self, INTERVIEW_ERROR_OUT_OF_ORDER, "you are not in this room");
      return;
    }
  interview_hub_leave (self->hub, self->mailbox, self->room_id);
  g_clear_pointer (&self->room_id, g_free);
  self->renewal_at = 0;
}

static void
on_ping (InterviewEventSocket *self, InterviewPing *ping)
{
  send_record (self, INTERVIEW_MESSAGE_PONG, ping);
}

static void
on_signal (InterviewEventSocket *self, InterviewSignal *signal)
{
  g_autoptr (GError) error = NULL;

  if (!interview_hub_relay (self->hub, self->mailbox, signal, &error))
    send_error (self, error);
}

/* Called for one message at a time, in the order in which they came. */
static void
take_message (InterviewEventSocket *self, InterviewEnvelope *envelope)
{
  InterviewMessageType type = interview_envelope_get_message_type (envelope);
  gpointer body = interview_envelope_get_body (envelope);
  guint bad_before = self->bad_messages;

  if ((type == INTERVIEW_MESSAGE_HELLO) != (self->instance == NULL))
    {
      refuse (self, INTERVIEW_ERROR_OUT_OF_ORDER, "the first message is “hello”, and only that");
      return;
    }
  switch (type)
    {
    case INTERVIEW_MESSAGE_HELLO:
      on_hello (self, body);
      break;
    case INTERVIEW_MESSAGE_JOIN:
      on_join (self, body);
      break;
    case INTERVIEW_MESSAGE_LEAVE:
      on_leave (self, body);
      break;
    case INTERVIEW_MESSAGE_PING:
      on_ping (self, body);
      break;
    case INTERVIEW_MESSAGE_SIGNAL:
      on_signal (self, body);
      break;
    default:
      refuse (self, INTERVIEW_ERROR_OUT_OF_ORDER, "only the server says this");
      break;
    }
  if (self->bad_messages == bad_before)
    self->bad_messages = 0;
}

static gboolean
is_too_fast (InterviewEventSocket *self, gint64 now)
{
  double passed = (now - self->heard_at) / (double) G_USEC_PER_SEC;

  self->allowance = MIN (self->config->messages_at_once,
                         self->allowance + passed * self->config->messages_per_second) -
                    1;
  return self->allowance < 0;
}

static void
on_message (SoupWebsocketConnection *connection,
            SoupWebsocketDataType type,
            GBytes *message,
            InterviewEventSocket *self)
{
  g_autoptr (InterviewEnvelope) envelope = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_monotonic_time ();
  gconstpointer data;
  gsize size;

  if (self->closing)
    return;
  if (is_too_fast (self, now) || self->waiting.length >= MAX_WAITING)
    {
      refuse (self, INTERVIEW_ERROR_RATE_LIMITED, "too many messages");
      close_socket (self, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
      return;
    }
  self->heard_at = now;
  if (self->room_id != NULL && !interview_hub_touch (self->hub, self->mailbox, self->room_id))
    self->renewal_at = 0;
  if (type != SOUP_WEBSOCKET_DATA_TEXT)
    {
      refuse (self, INTERVIEW_ERROR_INVALID, "messages are text");
      return;
    }
  data = g_bytes_get_data (message, &size);
  envelope = interview_envelope_parse (data != NULL ? data : "", size, &error);
  if (envelope == NULL)
    refuse (self, error->code, error->message);
  else if (self->busy)
    g_queue_push_tail (&self->waiting, g_steal_pointer (&envelope));
  else
    take_message (self, envelope);
}

static void
on_closed (SoupWebsocketConnection *connection, InterviewEventSocket *self)
{
  g_cancellable_cancel (self->cancellable);
  interview_inlet_set_check (self->inlet, NULL, NULL);
  interview_source_clear (&self->writable);
  interview_hub_unsubscribe (self->hub, self->mailbox);
  if (self->room_id != NULL)
    interview_hub_lose (self->hub, self->mailbox, self->room_id);
  interview_mailbox_close (self->mailbox);
  g_signal_handlers_disconnect_by_data (connection, self);
  g_object_unref (self);
}

static void
on_check (gint64 now, gpointer user_data)
{
  InterviewEventSocket *self = user_data;

  if (self->closing && now - self->closing_at >= CLOSE_SECONDS * G_USEC_PER_SEC)
    interview_inlet_cut (self->inlet);
  else if (!self->closing && self->instance == NULL &&
           now - self->started_at > HELLO_SECONDS * G_USEC_PER_SEC)
    {
      refuse (self, INTERVIEW_ERROR_OUT_OF_ORDER, "“hello” did not come in time");
      close_socket (self, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
    }
  else if (!self->closing && now - self->heard_at > INTERVIEW_LEASE_SECONDS * G_USEC_PER_SEC)
    close_socket (self, SOUP_WEBSOCKET_CLOSE_GOING_AWAY);
  else if (!self->closing && self->renewal_at != 0 && now >= self->renewal_at)
    tell_relays (self);
}

/**
 * interview_event_socket_start:
 * @connection: (transfer none): a new WebSocket of a program that is signed in
 * @inlet: (transfer none): its connection
 * @config: settings, which outlive the socket
 * @hub: (transfer none): where messages come from and go to
 * @store: (transfer none): where events are kept and joins are decided
 * @actor: (transfer none): who is signed in
 * @token: the program's token
 *
 * Serves a WebSocket until it is closed. Called on the thread of its shard.
 */
void
interview_event_socket_start (SoupWebsocketConnection *connection,
                              InterviewInlet *inlet,
                              const InterviewConfig *config,
                              InterviewHub *hub,
                              InterviewStore *store,
                              InterviewActor *actor,
                              const char *token)
{
  InterviewEventSocket *self = g_object_new (INTERVIEW_TYPE_EVENT_SOCKET, NULL);

  self->connection = g_object_ref (connection);
  self->inlet = g_object_ref (inlet);
  self->config = config;
  self->allowance = config->messages_at_once;
  self->hub = g_object_ref (hub);
  self->actor = g_object_ref (actor);
  self->work = interview_socket_work_new (store, token);
  self->mailbox =
      interview_mailbox_new (g_main_context_get_thread_default (), config->queue_letters,
                             config->queue_bytes, on_letters, self);
  soup_websocket_connection_set_max_incoming_payload_size (connection, INTERVIEW_LIMIT_MESSAGE);
  g_signal_connect (connection, "message", G_CALLBACK (on_message), self);
  g_signal_connect (connection, "closed", G_CALLBACK (on_closed), self);
  interview_inlet_set_check (inlet, on_check, self);
}
