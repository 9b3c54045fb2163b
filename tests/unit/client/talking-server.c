/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "talking-server.h"

#include "core/clock.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/event.h"
#include "core/protocol/limits.h"
#include "core/protocol/problem.h"
#include "core/protocol/welcome.h"
#include "support/await.h"

/*
 * TestTalkingServer is a real server whose event socket says what a test wants it to say, right or
 * wrong. It keeps every message that it got until the test asks for it.
 */
struct _TestTalkingServer
{
  GObject parent_instance;

  TestScriptedServer *rest;
  SoupWebsocketConnection *socket;
  GQueue heard;
  guint n_sockets;
  gboolean welcomes;
  gboolean resumes;
  gboolean answers;
};

G_DEFINE_FINAL_TYPE (TestTalkingServer, test_talking_server, G_TYPE_OBJECT)

static void
test_talking_server_finalize (GObject *object)
{
  TestTalkingServer *self = TEST_TALKING_SERVER (object);

  test_talking_server_hang_up (self);
  g_clear_object (&self->rest);
  g_queue_clear_full (&self->heard, g_object_unref);

  G_OBJECT_CLASS (test_talking_server_parent_class)->finalize (object);
}

static void
test_talking_server_class_init (TestTalkingServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_talking_server_finalize;
}

static void
on_message (SoupWebsocketConnection *socket, int kind, GBytes *message, gpointer user_data)
{
  TestTalkingServer *self = user_data;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (message, &size);
  InterviewEnvelope *envelope = interview_envelope_parse (text, (gssize) size, &error);

  g_assert_no_error (error);
  g_queue_push_tail (&self->heard, envelope);
  if (interview_envelope_get_message_type (envelope) == INTERVIEW_MESSAGE_HELLO && self->welcomes)
    {
      g_autoptr (InterviewWelcome) welcome =
          g_object_new (INTERVIEW_TYPE_WELCOME, "sequence", (gint64) 40, "resumed", self->resumes,
                        "server_time", g_get_real_time (), NULL);

      test_talking_server_say (self, INTERVIEW_MESSAGE_WELCOME, welcome);
    }
  else if (interview_envelope_get_message_type (envelope) == INTERVIEW_MESSAGE_PING &&
           self->answers)
    test_talking_server_say (self, INTERVIEW_MESSAGE_PONG, interview_envelope_get_body (envelope));
}

static void
on_socket (SoupServer *soup,
           SoupServerMessage *message,
           const char *path,
           SoupWebsocketConnection *socket,
           gpointer user_data)
{
  TestTalkingServer *self = user_data;

  test_talking_server_hang_up (self);
  self->n_sockets++;
  self->socket = g_object_ref (socket);
  g_signal_connect (socket, "message", G_CALLBACK (on_message), self);
}

static void
test_talking_server_init (TestTalkingServer *self)
{
  static const char *protocols[] = { INTERVIEW_SUBPROTOCOL, NULL };

  self->welcomes = TRUE;
  self->rest = test_scripted_server_new ();
  g_queue_init (&self->heard);
  soup_server_add_websocket_handler (test_scripted_server_get_soup (self->rest), "/api/v1/events",
                                     NULL, (char **) protocols, on_socket, self, NULL);
}

/**
 * test_talking_server_new:
 *
 * Returns: (transfer full): a server that welcomes every program and resumes nothing
 */
TestTalkingServer *
test_talking_server_new (void)
{
  return g_object_new (TEST_TYPE_TALKING_SERVER, NULL);
}

/**
 * test_talking_server_get_rest:
 *
 * Returns: (transfer none): the server for REST on the same port
 */
TestScriptedServer *
test_talking_server_get_rest (TestTalkingServer *self)
{
  return self->rest;
}

/**
 * test_talking_server_get_endpoint:
 *
 * Returns: (transfer none): where it is
 */
InterviewEndpoint *
test_talking_server_get_endpoint (TestTalkingServer *self)
{
  return test_scripted_server_get_endpoint (self->rest);
}

/**
 * test_talking_server_set_welcomes:
 * @welcomes: whether a hello is answered
 */
void
test_talking_server_set_welcomes (TestTalkingServer *self, gboolean welcomes)
{
  self->welcomes = welcomes;
}

/**
 * test_talking_server_set_resumes:
 * @resumes: whether the welcome says that nothing was missed
 */
void
test_talking_server_set_resumes (TestTalkingServer *self, gboolean resumes)
{
  self->resumes = resumes;
}

/**
 * test_talking_server_set_answers:
 * @answers: whether a ping is answered; it is not to begin with
 */
void
test_talking_server_set_answers (TestTalkingServer *self, gboolean answers)
{
  self->answers = answers;
}

static gboolean
has_heard (gpointer data)
{
  return !g_queue_is_empty (&TEST_TALKING_SERVER (data)->heard);
}

/**
 * test_talking_server_hear:
 * @type: a type of message
 *
 * Waits for the next message of that type; others before it are forgotten.
 *
 * Returns: (transfer full): its body
 */
gpointer
test_talking_server_hear (TestTalkingServer *self, InterviewMessageType type)
{
  while (TRUE)
    {
      g_autoptr (InterviewEnvelope) envelope = NULL;

      test_await (has_heard, self);
      envelope = g_queue_pop_head (&self->heard);
      if (interview_envelope_get_message_type (envelope) == type)
        return g_object_ref (interview_envelope_get_body (envelope));
    }
}

/**
 * test_talking_server_get_n_sockets:
 *
 * Returns: how many event sockets were opened
 */
guint
test_talking_server_get_n_sockets (TestTalkingServer *self)
{
  return self->n_sockets;
}

/**
 * test_talking_server_say:
 * @type: a type of message
 * @body: (transfer none): its body
 */
void
test_talking_server_say (TestTalkingServer *self, InterviewMessageType type, gpointer body)
{
  g_autoptr (InterviewEnvelope) envelope = interview_envelope_new (type, body);
  g_autofree char *text = interview_envelope_to_text (envelope);

  test_talking_server_say_text (self, text);
}

/**
 * test_talking_server_say_text:
 * @text: anything
 */
void
test_talking_server_say_text (TestTalkingServer *self, const char *text)
{
  soup_websocket_connection_send_text (self->socket, text);
}

/**
 * test_talking_server_say_event:
 * @sequence: its number
 */
void
test_talking_server_say_event (TestTalkingServer *self, gint64 sequence)
{
  g_autoptr (InterviewEvent) event =
      g_object_new (INTERVIEW_TYPE_EVENT, "sequence", sequence, "at", g_get_real_time (), "kind",
                    INTERVIEW_EVENT_KIND_ROOM_CHANGED, NULL);

  test_talking_server_say (self, INTERVIEW_MESSAGE_EVENT, event);
}

/**
 * test_talking_server_say_problem:
 * @code: a wire code
 */
void
test_talking_server_say_problem (TestTalkingServer *self, const char *code)
{
  g_autoptr (InterviewProblem) problem =
      g_object_new (INTERVIEW_TYPE_PROBLEM, "type", "about:blank", "title", "x", "status",
                    (gint64) 409, "code", code, NULL);

  test_talking_server_say (self, INTERVIEW_MESSAGE_ERROR, problem);
}

/**
 * test_talking_server_hang_up:
 *
 * Drops the socket without a word.
 */
void
test_talking_server_hang_up (TestTalkingServer *self)
{
  if (self->socket == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->socket, self);
  g_io_stream_close (soup_websocket_connection_get_io_stream (self->socket), NULL, NULL);
  g_clear_object (&self->socket);
}

static void
add_peer (GPtrArray *peers, const char *instance)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewParticipant) participant =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person_id", id, "display_name", "Somebody", "role",
                    INTERVIEW_ROLE_RECRUITER, NULL);

  if (instance != NULL)
    g_ptr_array_add (peers, g_object_new (INTERVIEW_TYPE_PEER, "instance", instance, "participant",
                                          participant, "joined_at", g_get_real_time (), NULL));
}

/**
 * test_presence_new:
 * @room_id: the room
 * @cause: what changed
 * @departed: (nullable): who went
 * @first: (nullable): somebody in the room
 * @second: (nullable): somebody else in the room
 *
 * Returns: (transfer full): who is in a room
 */
InterviewPresence *
test_presence_new (const char *room_id,
                   InterviewPresenceCause cause,
                   const char *departed,
                   const char *first,
                   const char *second)
{
  g_autoptr (GPtrArray) peers = g_ptr_array_new_with_free_func (g_object_unref);

  add_peer (peers, first);
  add_peer (peers, second);
  return g_object_new (INTERVIEW_TYPE_PRESENCE, "room_id", room_id, "cause", cause, "departed",
                       departed, "peers", peers, NULL);
}
