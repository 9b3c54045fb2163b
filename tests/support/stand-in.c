/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/stand-in.h"

#include <libsoup/soup.h>
#include <string.h>

#include "core/id.h"
#include "core/model/session.h"
#include "core/protocol/hello.h"
#include "core/protocol/limits.h"
#include "core/protocol/problem.h"
#include "core/protocol/room-reference.h"
#include "support/await.h"

struct _StandIn
{
  ServerFixture *fixture;
  SoupSession *session;
  char *token;
  char *person_id;
  char *room_id;
  char *instance;
  GHashTable *headers;

  SoupMessage *message;
  char *text;
  JsonNode *root;

  SoupWebsocketConnection *socket;
  GQueue messages; /* InterviewEnvelope */
  gboolean closed;
  GAsyncResult *result;

  GString *heard;
};

/**
 * stand_in_new:
 * @fixture: a server
 *
 * Returns: (transfer full): a program that is not signed in
 */
StandIn *
stand_in_new (ServerFixture *fixture)
{
  StandIn *self = g_new0 (StandIn, 1);

  self->fixture = fixture;
  self->session = soup_session_new ();
  /* As browsers do, so that a server which compresses would be found out. */
  soup_session_add_feature_by_type (self->session, SOUP_TYPE_WEBSOCKET_EXTENSION_MANAGER);
  soup_session_add_feature_by_type (self->session, SOUP_TYPE_WEBSOCKET_EXTENSION_DEFLATE);
  self->instance = interview_id_new ();
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&self->messages);
  self->heard = g_string_new (NULL);
  return self;
}

static StandIn *
new_by (ServerFixture *fixture, InterviewRoute route, const char *body)
{
  StandIn *self = stand_in_new (fixture);
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (stand_in_call (self, route, NULL, NULL, body), ==, 201);
  session = interview_record_from_text (INTERVIEW_TYPE_SESSION, self->text, -1, &error);
  g_assert_no_error (error);
  self->token = g_strdup (interview_session_get_token (session));
  self->person_id = g_strdup (interview_person_get_id (interview_session_get_person (session)));
  self->room_id = g_strdup (interview_session_get_room_id (session));
  return self;
}

/* A program that is signed in by a code of the sample or of an invitation. */
StandIn *
stand_in_new_redeemed (ServerFixture *fixture, const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);

  return new_by (fixture, INTERVIEW_ROUTE_REDEEM, body);
}

/* A program that is signed in, of somebody of the staff. */
StandIn *
stand_in_new_signed_in (ServerFixture *fixture, const char *email, const char *password)
{
  g_autofree char *body =
      g_strdup_printf ("{\"email\":\"%s\",\"password\":\"%s\"}", email, password);

  return new_by (fixture, INTERVIEW_ROUTE_SIGN_IN, body);
}

/**
 * stand_in_free:
 * @self: (transfer full): a program
 */
void
stand_in_free (StandIn *self)
{
  stand_in_drop (self);
  g_queue_clear_full (&self->messages, g_object_unref);
  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->message);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_free (self->token);
  g_free (self->person_id);
  g_free (self->room_id);
  g_free (self->instance);
  g_free (self->text);
  g_string_free (self->heard, TRUE);
  g_free (self);
}

const char *
stand_in_get_token (StandIn *self)
{
  return self->token;
}

void
stand_in_set_token (StandIn *self, const char *token)
{
  g_free (self->token);
  self->token = g_strdup (token);
}

const char *
stand_in_get_person_id (StandIn *self)
{
  return self->person_id;
}

/**
 * stand_in_get_room_id:
 *
 * Returns: (transfer none) (nullable): the room of a candidate who redeemed an invitation
 */
const char *
stand_in_get_room_id (StandIn *self)
{
  return self->room_id;
}

const char *
stand_in_get_instance (StandIn *self)
{
  return self->instance;
}

/**
 * stand_in_set_header:
 * @value: (nullable): sent with each request from now on; %NULL for no longer
 */
void
stand_in_set_header (StandIn *self, const char *name, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (self->headers, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->headers, name);
}

static void
add_headers (StandIn *self, SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  GHashTableIter iter;
  gpointer name, value;

  if (self->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

      soup_message_headers_replace (headers, "Authorization", bearer);
    }
  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    soup_message_headers_replace (headers, name, value);
}

/**
 * stand_in_send:
 * @path: path and query
 * @body: (nullable): sent as application/json, if no header says otherwise
 * @key: (nullable): the Idempotency-Key
 *
 * Returns: the status
 */
guint
stand_in_send (StandIn *self,
               const char *method,
               const char *path,
               const char *body,
               const char *key)
{
  g_autofree char *uri = server_fixture_get_uri (self->fixture, path);
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->message);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->root, json_node_unref);
  self->message = soup_message_new (method, uri);
  if (key != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (self->message),
                                  "Idempotency-Key", key);
  if (bytes != NULL)
    soup_message_set_request_body_from_bytes (self->message, "application/json", bytes);
  add_headers (self, self->message);
  answer = soup_session_send_and_read (self->session, self->message, NULL, &error);
  g_assert_no_error (error);
  self->text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  if (self->text != NULL)
    g_string_append (self->heard, self->text);
  return soup_message_get_status (self->message);
}

/**
 * stand_in_call:
 * @first: (nullable): the first identifier of the path
 * @second: (nullable): the second one
 * @body: (nullable): JSON
 *
 * Asks for something with a new Idempotency-Key.
 *
 * Returns: the status
 */
guint
stand_in_call (StandIn *self,
               InterviewRoute route,
               const char *first,
               const char *second,
               const char *body)
{
  g_autofree char *path = interview_route_format (route, first, second);
  g_autofree char *key = interview_id_new ();

  return stand_in_send (self, interview_route_get_method (route), path, body, key);
}

/**
 * stand_in_get_text:
 *
 * Returns: (transfer none): the body of the last answer
 */
const char *
stand_in_get_text (StandIn *self)
{
  return self->text;
}

/**
 * stand_in_get_heard:
 *
 * Returns: (transfer none): all that the server ever said to this program: the bodies of its
 *   answers and the messages of its event sockets
 */
const char *
stand_in_get_heard (StandIn *self)
{
  return self->heard->str;
}

/**
 * stand_in_get_header:
 *
 * Returns: (transfer none) (nullable): a header of the last answer
 */
const char *
stand_in_get_header (StandIn *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}

/**
 * stand_in_get_object:
 *
 * Returns: (transfer none): the last answer as JSON
 */
JsonObject *
stand_in_get_object (StandIn *self)
{
  g_autoptr (GError) error = NULL;

  if (self->root == NULL)
    self->root = json_from_string (self->text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->root);
  return json_node_get_object (self->root);
}

/**
 * stand_in_get_code:
 *
 * Returns: (transfer full): the code of the last answer, which has to be a problem document
 */
char *
stand_in_get_code (StandIn *self)
{
  g_autoptr (InterviewProblem) problem = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (stand_in_get_header (self, "Content-Type"), ==, "application/problem+json");
  problem = interview_record_from_text (INTERVIEW_TYPE_PROBLEM, self->text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_problem_get_status (problem), ==,
                   soup_message_get_status (self->message));
  return g_strdup (interview_problem_get_code (problem));
}

/**
 * stand_in_get_first_id:
 * @list: a route with a list
 *
 * Returns: (transfer full): identifier of the first thing in it
 */
char *
stand_in_get_first_id (StandIn *self, InterviewRoute list)
{
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (self, list, NULL, NULL, NULL), ==, 200);
  items = json_object_get_array_member (stand_in_get_object (self), "items");
  g_assert_cmpuint (json_array_get_length (items), >, 0);
  return g_strdup (json_object_get_string_member (json_array_get_object_element (items, 0), "id"));
}

/**
 * stand_in_load:
 * @type: class of the record that the route answers with
 *
 * Returns: (transfer full): the record, read strictly
 */
gpointer
stand_in_load (StandIn *self, InterviewRoute route, const char *first, GType type)
{
  g_autoptr (GError) error = NULL;
  gpointer record;

  g_assert_cmpuint (stand_in_call (self, route, first, NULL, NULL), ==, 200);
  record = interview_record_from_text (type, self->text, -1, &error);
  g_assert_no_error (error);
  return record;
}

static void
on_message (SoupWebsocketConnection *socket,
            SoupWebsocketDataType type,
            GBytes *text,
            StandIn *self)
{
  g_autoptr (GError) error = NULL;
  InterviewEnvelope *envelope =
      interview_envelope_parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error);

  g_assert_no_error (error);
  g_string_append_len (self->heard, g_bytes_get_data (text, NULL),
                       (gssize) g_bytes_get_size (text));
  g_queue_push_tail (&self->messages, envelope);
}

static void
on_closed (SoupWebsocketConnection *socket, StandIn *self)
{
  self->closed = TRUE;
}

/**
 * stand_in_open:
 *
 * Opens the event socket and says nothing.
 *
 * Returns: the status, 101 if it is open
 */
guint
stand_in_open (StandIn *self)
{
  g_autofree char *path = interview_route_format (INTERVIEW_ROUTE_EVENTS, NULL, NULL);
  g_autofree char *uri =
      interview_endpoint_to_uri (server_fixture_get_endpoint (self->fixture), "ws", path);
  const char *protocols[] = { INTERVIEW_SUBPROTOCOL, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  stand_in_drop (self);
  g_clear_object (&self->message);
  self->message = soup_message_new ("GET", uri);
  add_headers (self, self->message);
  soup_session_websocket_connect_async (self->session, self->message, NULL, (char **) protocols,
                                        G_PRIORITY_DEFAULT, NULL, test_keep_result, &self->result);
  result = test_await_result (&self->result);
  self->socket = soup_session_websocket_connect_finish (self->session, result, &error);
  if (self->socket != NULL)
    {
      self->closed = FALSE;
      soup_websocket_connection_set_max_incoming_payload_size (self->socket, 1 << 20);
      g_signal_connect (self->socket, "message", G_CALLBACK (on_message), self);
      g_signal_connect (self->socket, "closed", G_CALLBACK (on_closed), self);
    }
  return soup_message_get_status (self->message);
}

/**
 * stand_in_connect:
 * @last_sequence: number of the last event that the program saw
 *
 * Opens the event socket and says hello. The welcome is waiting then.
 */
void
stand_in_connect (StandIn *self, gint64 last_sequence)
{
  g_autoptr (InterviewHello) hello = g_object_new (INTERVIEW_TYPE_HELLO, "instance", self->instance,
                                                   "last-sequence", last_sequence, NULL);

  g_assert_cmpuint (stand_in_open (self), ==, 101);
  stand_in_say (self, INTERVIEW_MESSAGE_HELLO, hello);
}

/* Connects, and hears the welcome. */
void
stand_in_arrive (StandIn *self, gint64 last_sequence)
{
  stand_in_connect (self, last_sequence);
  g_object_unref (stand_in_expect (self, INTERVIEW_MESSAGE_WELCOME));
}

void
stand_in_say (StandIn *self, InterviewMessageType type, gpointer body)
{
  g_autoptr (InterviewEnvelope) envelope = interview_envelope_new (type, body);
  g_autofree char *text = interview_envelope_to_text (envelope);

  stand_in_say_text (self, text, -1);
}

void
stand_in_say_text (StandIn *self, const char *text, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  soup_websocket_connection_send_message (self->socket, SOUP_WEBSOCKET_DATA_TEXT, bytes);
}

gboolean
stand_in_is_open (StandIn *self)
{
  return soup_websocket_connection_get_state (self->socket) == SOUP_WEBSOCKET_STATE_OPEN;
}

static gboolean
is_closed (gpointer data)
{
  return ((StandIn *) data)->closed;
}

static gboolean
has_message (gpointer data)
{
  StandIn *self = data;

  return self->messages.length > 0 || self->closed;
}

/**
 * stand_in_expect:
 * @type: a type of message
 *
 * Waits for the next message of this type; others before it are dropped. The test fails if the
 * socket is closed instead.
 *
 * Returns: (transfer full): its body
 */
gpointer
stand_in_expect (StandIn *self, InterviewMessageType type)
{
  while (TRUE)
    {
      g_autoptr (InterviewEnvelope) envelope = NULL;

      test_await (has_message, self);
      envelope = g_queue_pop_head (&self->messages);
      g_assert_nonnull (envelope);
      if (interview_envelope_get_message_type (envelope) == type)
        return g_object_ref (interview_envelope_get_body (envelope));
    }
}

/**
 * stand_in_count:
 * @type: a type of message
 *
 * Returns: how many of this type came and were not waited for
 */
guint
stand_in_count (StandIn *self, InterviewMessageType type)
{
  guint count = 0;

  for (GList *item = self->messages.head; item != NULL; item = item->next)
    if (interview_envelope_get_message_type (item->data) == type)
      count++;

  return count;
}

void
stand_in_expect_error (StandIn *self, const char *code)
{
  g_autoptr (InterviewProblem) problem = stand_in_expect (self, INTERVIEW_MESSAGE_ERROR);

  g_assert_cmpstr (interview_problem_get_code (problem), ==, code);
}

/**
 * stand_in_expect_close:
 *
 * Waits until the server has closed the socket.
 *
 * Returns: the code with which it did
 */
gushort
stand_in_expect_close (StandIn *self)
{
  test_await (is_closed, self);
  return soup_websocket_connection_get_close_code (self->socket);
}

/**
 * stand_in_drop:
 *
 * Goes away without a word, as a program that crashed.
 */
void
stand_in_drop (StandIn *self)
{
  if (self->socket == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->socket, self);
  g_io_stream_close (soup_websocket_connection_get_io_stream (self->socket), NULL, NULL);
  g_clear_object (&self->socket);
  g_queue_clear_full (&self->messages, g_object_unref);
}

static void
say_room (StandIn *self, InterviewMessageType type, const char *room_id)
{
  g_autoptr (InterviewRoomReference) reference =
      g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room-id", room_id, NULL);

  stand_in_say (self, type, reference);
}

/**
 * stand_in_join:
 * @room_id: a room
 *
 * Returns: (transfer full): who is in it
 */
InterviewPresence *
stand_in_join (StandIn *self, const char *room_id)
{
  say_room (self, INTERVIEW_MESSAGE_JOIN, room_id);
  return stand_in_expect_presence (self, INTERVIEW_PRESENCE_CAUSE_CURRENT);
}

void
stand_in_leave (StandIn *self, const char *room_id)
{
  say_room (self, INTERVIEW_MESSAGE_LEAVE, room_id);
}

InterviewPresence *
stand_in_expect_presence (StandIn *self, InterviewPresenceCause cause)
{
  InterviewPresence *presence = stand_in_expect (self, INTERVIEW_MESSAGE_PRESENCE);

  g_assert_cmpint (interview_presence_get_cause (presence), ==, cause);
  return presence;
}

/**
 * stand_in_admit:
 * @room_id: a room in whose lobby the candidate is, or will be
 *
 * Lets the candidate into the call, as a recruiter of the room.
 */
void
stand_in_admit (StandIn *self, const char *room_id)
{
  g_assert_cmpuint (stand_in_call (self, INTERVIEW_ROUTE_ROOM_ENTRANCE, room_id, NULL,
                                   "{\"seen\":\"lobby\",\"entrance\":\"admitted\"}"),
                    ==, 200);
}
