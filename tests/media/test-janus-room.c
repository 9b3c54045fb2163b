/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gateway.h"
#include "server/janus-room.h"
#include "support/await.h"
#include "support/network.h"
#include "test-side.h"

/*
 * Rooms in a real Janus, without anybody in them.
 */

#define SENDER "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define OFFERS 5

/* Sound of somebody whom no packet reaches. */
#define SDP                                                                                        \
  "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"                          \
  "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sendonly\r\n"                \
  "a=rtcp-mux\r\na=setup:actpass\r\na=ice-ufrag:none\r\na=ice-pwd:nobodynobodynobodynobody\r\n"    \
  "a=rtpmap:96 OPUS/48000/2\r\na=fingerprint:sha-256 "                                             \
  "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:"                                               \
  "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n"

typedef struct
{
  Gateway *gateway;
  InterviewJanusClient *client;
  guint64 handle;
  InterviewJanusRoom *room;
  gboolean failed;
  gint64 answered;
} Fixture;

static gboolean
is_ready (gpointer client)
{
  return interview_janus_client_get_ready (client);
}

/* What was asked before has been answered then. */
static guint64
attach (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *kept = NULL;
  guint64 handle;

  interview_janus_client_attach_async (fixture->client, NULL, test_keep_result, &kept);
  result = test_await_result (&kept);
  handle = interview_janus_client_attach_finish (fixture->client, result, &error);
  g_assert_no_error (error);

  return handle;
}

static JsonObject *
ask (Fixture *fixture, JsonObject *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *answer;
  GAsyncResult *kept = NULL;

  interview_janus_client_ask_async (fixture->client, fixture->handle, request, NULL, NULL,
                                    test_keep_result, &kept);
  result = test_await_result (&kept);
  answer = interview_janus_client_ask_finish (fixture->client, result, NULL, &error);
  g_assert_no_error (error);

  return answer;
}

static JsonArray *
list_rooms (Fixture *fixture)
{
  g_autoptr (JsonObject) answer = NULL;
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "request", "list");
  json_object_set_string_member (request, "admin_key", GATEWAY_ADMIN_KEY);
  answer = ask (fixture, request);

  return json_array_ref (json_object_get_array_member (answer, "list"));
}

static guint
count_rooms (Fixture *fixture)
{
  g_autoptr (JsonArray) rooms = list_rooms (fixture);

  return json_array_get_length (rooms);
}

/* Who sends, or tries to. */
static guint
count_senders (Fixture *fixture)
{
  g_autoptr (JsonArray) rooms = list_rooms (fixture);
  JsonObject *room = json_array_get_object_element (rooms, 0);
  g_autoptr (JsonObject) answer = NULL;
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "request", "listparticipants");
  json_object_set_member (request, "room", json_node_copy (json_object_get_member (room, "room")));
  answer = ask (fixture, request);

  return json_array_get_length (json_object_get_array_member (answer, "participants"));
}

static gboolean
has_room (gpointer fixture)
{
  return count_rooms (fixture) == 1;
}

static gboolean
has_no_room (gpointer fixture)
{
  return count_rooms (fixture) == 0;
}

static gboolean
has_one_sender (gpointer fixture)
{
  return count_senders (fixture) == 1;
}

static void
on_failed (Fixture *fixture)
{
  fixture->failed = TRUE;
}

static void
on_said (Fixture *fixture, const char *instance, InterviewSignal *signal)
{
  if (interview_signal_get_kind (signal) == INTERVIEW_SIGNAL_KIND_ANSWER)
    fixture->answered = interview_signal_get_epoch (signal);
}

static gboolean
is_answered (gpointer data)
{
  Fixture *fixture = data;

  return fixture->answered == OFFERS;
}

/* Without a gateway, the test is left out. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("janus");

  if (network_skip ())
    return;
  if (program == NULL)
    {
      g_test_skip ("Janus is not installed");
      return;
    }
  network_add_interface (GATEWAY_CABLE, GATEWAY_CABLE_ADDRESS);
  fixture->gateway = gateway_new ();
  gateway_start (fixture->gateway);
  wait_for (gateway_answers, NULL, "Janus");
  fixture->client = interview_janus_client_new (GATEWAY_ADDRESS, GATEWAY_SECRET);
  interview_janus_client_start (fixture->client);
  wait_for (is_ready, fixture->client, "a session");
  fixture->handle = attach (fixture);
  fixture->room = interview_janus_room_new (fixture->client, "room", "peer");
  g_signal_connect_swapped (fixture->room, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect_swapped (fixture->room, "said", G_CALLBACK (on_said), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  test_clear_last (&fixture->room);
  interview_janus_client_stop (fixture->client);
  test_clear_last (&fixture->client);
  gateway_free (fixture->gateway);
  network_command ("link del " GATEWAY_CABLE);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, GATEWAY_ADMIN_KEY);
  wait_for (has_room, fixture, "the room");
  interview_janus_room_close (fixture->room);
  wait_for (has_no_room, fixture, "the end of the room");
  g_assert_false (fixture->failed);
}

/* Closed before Janus has answered anything, and while it makes the room: nothing is left. */
static void
test_given_back (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, GATEWAY_ADMIN_KEY);
  if (data != NULL)
    attach (fixture);
  interview_janus_room_close (fixture->room);
  /* For the answers of two questions, one after the other. */
  attach (fixture);
  attach (fixture);
  wait_for (has_no_room, fixture, "the end of the room");
  g_assert_false (fixture->failed);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, "another");
  test_await_flag (&fixture->failed);
}

/* Whoever begins anew again and again has one place in Janus. */
static void
test_offers (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, GATEWAY_ADMIN_KEY);
  wait_for (has_room, fixture, "the room");
  for (gint64 epoch = 1; epoch <= OFFERS; epoch++)
    {
      g_autoptr (InterviewSignal) offer = NULL;

      offer = g_object_new (INTERVIEW_TYPE_SIGNAL, "source", SENDER, "kind",
                            INTERVIEW_SIGNAL_KIND_OFFER, "epoch", epoch, "sdp", SDP, NULL);
      interview_janus_room_take (fixture->room, SENDER, offer);
    }
  wait_for (is_answered, fixture, "the answer to the last one");
  wait_for (has_one_sender, fixture, "the others to be gone");
}

int
main (int argc, char **argv)
{
  network_enter ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/janus-room/made", Fixture, NULL, set_up, test_made, tear_down);
  g_test_add ("/janus-room/given-back/at-once", Fixture, NULL, set_up, test_given_back, tear_down);
  g_test_add ("/janus-room/given-back/halfway", Fixture, "", set_up, test_given_back, tear_down);
  g_test_add ("/janus-room/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/janus-room/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
