/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/event-channel.h"
#include "core/error.h"
#include "core/protocol/event.h"
#include "core/protocol/hello.h"
#include "core/protocol/ping.h"
#include "support/await.h"
#include "talking-server.h"

typedef struct
{
  TestTalkingServer *server;
  InterviewConnection *connection;
  InterviewEventChannel *channel;
  InterviewChannelState wanted;
  guint n_events;
  guint n_missed;
  gint64 last;
  GError *ended;
} Fixture;

static void
on_event (InterviewEventChannel *channel, InterviewEvent *event, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_events++;
  fixture->last = interview_event_get_sequence (event);
}

static void
on_missed (InterviewEventChannel *channel, gpointer user_data)
{
  ((Fixture *) user_data)->n_missed++;
}

static void
on_session_ended (InterviewEventChannel *channel, const GError *error, gpointer user_data)
{
  ((Fixture *) user_data)->ended = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_talking_server_new ();
  fixture->connection =
      interview_connection_new (test_talking_server_get_endpoint (fixture->server), "token", NULL,
                                FALSE);
  fixture->channel = interview_event_channel_new (fixture->connection);
  g_signal_connect (fixture->channel, "event", G_CALLBACK (on_event), fixture);
  g_signal_connect (fixture->channel, "missed", G_CALLBACK (on_missed), fixture);
  g_signal_connect (fixture->channel, "session-ended", G_CALLBACK (on_session_ended), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  interview_event_channel_stop (fixture->channel);
  test_clear_last (&fixture->channel);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
  g_clear_error (&fixture->ended);
}

static gboolean
is_in_state (gpointer data)
{
  Fixture *fixture = data;

  return interview_event_channel_get_state (fixture->channel) == fixture->wanted;
}

static void
await_state (Fixture *fixture, InterviewChannelState state)
{
  fixture->wanted = state;
  test_await (is_in_state, fixture);
}

static gboolean
has_ended (gpointer data)
{
  return ((Fixture *) data)->ended != NULL;
}

static gboolean
has_seen_60 (gpointer data)
{
  return ((Fixture *) data)->last == 60;
}

static void
test_hello (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewHello) hello = NULL;
  g_autoptr (InterviewPing) ping = NULL;

  interview_event_channel_set_timing (fixture->channel, 20, 10000);
  g_assert_cmpint (interview_event_channel_get_state (fixture->channel), ==,
                   INTERVIEW_CHANNEL_STATE_OFFLINE);
  interview_event_channel_start (fixture->channel);
  g_assert_cmpint (interview_event_channel_get_state (fixture->channel), ==,
                   INTERVIEW_CHANNEL_STATE_CONNECTING);
  hello = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_HELLO);
  g_assert_cmpstr (interview_hello_get_instance (hello), ==,
                   interview_event_channel_get_instance (fixture->channel));
  g_assert_cmpint (interview_hello_get_last_sequence (hello), ==, 0);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_cmpint (interview_event_channel_get_last_sequence (fixture->channel), ==, 40);
  g_assert_cmpuint (fixture->n_missed, ==, 0);
  ping = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_PING);
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewHello) first = NULL;
  g_autoptr (InterviewHello) second = NULL;

  interview_event_channel_start (fixture->channel);
  first = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_HELLO);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  test_talking_server_say_event (fixture->server, 50);
  test_talking_server_say_event (fixture->server, 50);
  test_talking_server_say_event (fixture->server, 41);
  test_talking_server_say_event (fixture->server, 60);
  test_await (has_seen_60, fixture);
  g_assert_cmpuint (fixture->n_events, ==, 2);

  test_talking_server_set_resumes (fixture->server, TRUE);
  test_talking_server_hang_up (fixture->server);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  g_assert_true (interview_event_channel_is_waiting (fixture->channel));
  g_assert_error (interview_event_channel_get_error (fixture->channel), INTERVIEW_ERROR,
                  INTERVIEW_ERROR_NETWORK);
  g_assert_false (interview_connection_get_online (fixture->connection));
  second = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_HELLO);
  g_assert_cmpstr (interview_hello_get_instance (second), ==, interview_hello_get_instance (first));
  g_assert_cmpint (interview_hello_get_last_sequence (second), ==, 60);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_true (interview_connection_get_online (fixture->connection));
  g_assert_null (interview_event_channel_get_error (fixture->channel));
  g_assert_false (interview_event_channel_is_waiting (fixture->channel));
  g_assert_cmpuint (fixture->n_missed, ==, 0);
}

static void
test_missed (Fixture *fixture, gconstpointer data)
{
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  test_talking_server_hang_up (fixture->server);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  interview_event_channel_doubt (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_cmpuint (fixture->n_missed, ==, 1);
}

static void
test_lease (Fixture *fixture, gconstpointer data)
{
  interview_event_channel_set_timing (fixture->channel, 10, 60);
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  g_assert_nonnull (
      strstr (interview_event_channel_get_error (fixture->channel)->message, "too long"));
}

static gboolean
has_seen_50 (gpointer data)
{
  return ((Fixture *) data)->last == 50;
}

/* The server answers: nothing has to be made anew, also when the time for the answer is over. */
static void
test_doubt_unfounded (Fixture *fixture, gconstpointer data)
{
  test_talking_server_set_answers (fixture->server, TRUE);
  interview_event_channel_set_timing (fixture->channel, 100, 10000);
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  interview_event_channel_doubt (fixture->channel);
  interview_event_channel_doubt (fixture->channel);
  for (guint pings = 0; pings < 2 + 12; pings++)
    g_object_unref (test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_PING));
  g_assert_cmpint (interview_event_channel_get_state (fixture->channel), ==,
                   INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_cmpuint (test_talking_server_get_n_sockets (fixture->server), ==, 1);
}

/* It says something that was on its way, but does not answer: long before the lease is over it is
 * tried anew. */
static void
test_doubt_confirmed (Fixture *fixture, gconstpointer data)
{
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  interview_event_channel_doubt (fixture->channel);
  test_talking_server_say_event (fixture->server, 50);
  test_await (has_seen_50, fixture);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_cmpuint (test_talking_server_get_n_sockets (fixture->server), ==, 2);
}

static void
test_no_welcome (Fixture *fixture, gconstpointer data)
{
  test_talking_server_set_welcomes (fixture->server, FALSE);
  interview_event_channel_set_timing (fixture->channel, 10, 60);
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  test_talking_server_set_welcomes (fixture->server, TRUE);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
}

static void
test_hostile_messages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nested = g_strnfill (5000, '[');
  g_autofree char *huge = g_strnfill (100 * 1024, ' ');
  const char *const texts[] = {
    "",
    "nonsense",
    "{}",
    "{\"type\":\"event\"}",
    "{\"type\":\"event\",\"body\":{}}",
    "{\"type\":\"presence\",\"body\":{\"room_id\":5}}",
    "{\"type\":\"hello\",\"body\":{\"instance\":\"00000000000000000000000000\","
    "\"last_sequence\":1}}",
    "{\"type\":\"welcome\",\"body\":{\"sequence\":1,\"resumed\":false,"
    "\"server_time\":\"2030-01-01T00:00:00Z\"}}",
    nested,
    huge,
  };

  interview_event_channel_start (fixture->channel);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
      test_talking_server_say_text (fixture->server, texts[i]);
      await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
      interview_event_channel_doubt (fixture->channel);
    }
  g_assert_cmpuint (test_talking_server_get_n_sockets (fixture->server), ==, G_N_ELEMENTS (texts));
}

static void
test_session_ended (Fixture *fixture, gconstpointer data)
{
  TestScriptedServer *rest = test_talking_server_get_rest (fixture->server);

  soup_server_remove_handler (test_scripted_server_get_soup (rest), "/api/v1/events");
  test_scripted_server_add (rest, SCRIPT_ANSWER, 401, NULL, NULL);
  test_scripted_server_add (rest, SCRIPT_ANSWER, 401, "application/problem+json",
                            "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":401,"
                            "\"code\":\"signed-in-elsewhere\"}");
  interview_event_channel_start (fixture->channel);
  test_await (has_ended, fixture);
  g_assert_error (fixture->ended, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
  g_assert_cmpint (interview_event_channel_get_state (fixture->channel), ==,
                   INTERVIEW_CHANNEL_STATE_OFFLINE);
  g_assert_false (interview_event_channel_is_waiting (fixture->channel));
}

static void
test_refused_for_now (Fixture *fixture, gconstpointer data)
{
  TestScriptedServer *rest = test_talking_server_get_rest (fixture->server);

  soup_server_remove_handler (test_scripted_server_get_soup (rest), "/api/v1/events");
  test_scripted_server_add (rest, SCRIPT_ANSWER, 503, NULL, NULL);
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_OFFLINE);
  g_assert_error (interview_event_channel_get_error (fixture->channel), INTERVIEW_ERROR,
                  INTERVIEW_ERROR_BUSY);
  g_assert_true (interview_event_channel_is_waiting (fixture->channel));
}

static void
test_send_and_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewPing) ping = g_object_new (INTERVIEW_TYPE_PING, "token", (gint64) 7, NULL);
  g_autoptr (InterviewPing) heard = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *kept = NULL;

  g_assert_false (interview_event_channel_send (fixture->channel, INTERVIEW_MESSAGE_PING,
                                                INTERVIEW_RECORD (ping)));
  interview_event_channel_start (fixture->channel);
  await_state (fixture, INTERVIEW_CHANNEL_STATE_ONLINE);
  g_assert_true (interview_event_channel_send (fixture->channel, INTERVIEW_MESSAGE_PING,
                                               INTERVIEW_RECORD (ping)));
  interview_event_channel_stop_async (fixture->channel, NULL, test_keep_result, &kept);
  g_assert_cmpint (interview_event_channel_get_state (fixture->channel), ==,
                   INTERVIEW_CHANNEL_STATE_OFFLINE);
  result = test_await_result (&kept);
  g_assert_true (interview_event_channel_stop_finish (fixture->channel, result, NULL));
  heard = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_PING);
  g_assert_cmpint (interview_ping_get_token (heard), ==, 7);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/event-channel/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hello", test_hello);
  ADD ("resume", test_resume);
  ADD ("missed", test_missed);
  ADD ("lease", test_lease);
  ADD ("doubt/unfounded", test_doubt_unfounded);
  ADD ("doubt/confirmed", test_doubt_confirmed);
  ADD ("no-welcome", test_no_welcome);
  ADD ("hostile-messages", test_hostile_messages);
  ADD ("session-ended", test_session_ended);
  ADD ("refused-for-now", test_refused_for_now);
  ADD ("send-and-stop", test_send_and_stop);
  return g_test_run ();
}
