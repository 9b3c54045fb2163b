/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/call-channel.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/relays.h"
#include "core/protocol/room-reference.h"
#include "support/await.h"
#include "talking-server.h"

typedef struct
{
  TestTalkingServer *server;
  InterviewConnection *connection;
  InterviewEventChannel *events;
  InterviewCallChannel *channel;
  char *room_id;
  char *other;
  gboolean wanted;
  guint n_presences;
  guint n_signals;
  InterviewSignal *received;
  GError *refused;
} Fixture;

static void
on_presence (InterviewSignalling *signalling, InterviewPresence *presence, gpointer user_data)
{
  ((Fixture *) user_data)->n_presences++;
}

static void
on_received (InterviewSignalling *signalling, InterviewSignal *signal, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_signals++;
  g_set_object (&fixture->received, signal);
}

static void
on_refused (InterviewCallChannel *channel, const GError *error, gpointer user_data)
{
  ((Fixture *) user_data)->refused = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->room_id = interview_id_new ();
  fixture->other = interview_id_new ();
  fixture->server = test_talking_server_new ();
  fixture->connection =
      interview_connection_new (test_talking_server_get_endpoint (fixture->server), "token", NULL,
                                FALSE);
  fixture->events = interview_event_channel_new (fixture->connection);
  fixture->channel = interview_call_channel_new (fixture->events, fixture->room_id);
  g_signal_connect (fixture->channel, "presence", G_CALLBACK (on_presence), fixture);
  g_signal_connect (fixture->channel, "received", G_CALLBACK (on_received), fixture);
  g_signal_connect (fixture->channel, "refused", G_CALLBACK (on_refused), fixture);
  interview_event_channel_start (fixture->events);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  interview_event_channel_stop (fixture->events);
  test_clear_last (&fixture->channel);
  test_clear_last (&fixture->events);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
  g_clear_object (&fixture->received);
  g_clear_error (&fixture->refused);
  g_free (fixture->room_id);
  g_free (fixture->other);
}

static gboolean
is_joined_as_wanted (gpointer data)
{
  Fixture *fixture = data;

  return interview_call_channel_get_joined (fixture->channel) == fixture->wanted;
}

static void
await_joined (Fixture *fixture, gboolean joined)
{
  fixture->wanted = joined;
  test_await (is_joined_as_wanted, fixture);
}

static gboolean
is_refused (gpointer data)
{
  return ((Fixture *) data)->refused != NULL;
}

static gboolean
has_received (gpointer data)
{
  return ((Fixture *) data)->received != NULL;
}

static void
let_in (Fixture *fixture)
{
  g_autoptr (InterviewRoomReference) join =
      test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_JOIN);
  g_autoptr (InterviewPresence) presence =
      test_presence_new (fixture->room_id, INTERVIEW_PRESENCE_CAUSE_CURRENT, NULL,
                         interview_event_channel_get_instance (fixture->events), fixture->other);

  g_assert_cmpstr (interview_room_reference_get_room_id (join), ==, fixture->room_id);
  test_talking_server_say (fixture->server, INTERVIEW_MESSAGE_PRESENCE, presence);
  await_joined (fixture, TRUE);
}

static void
say_signal (Fixture *fixture, const char *room_id, gint64 epoch)
{
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room_id", room_id, "peer", fixture->other, "epoch",
                    epoch, "kind", INTERVIEW_SIGNAL_KIND_BYE, NULL);

  test_talking_server_say (fixture->server, INTERVIEW_MESSAGE_SIGNAL, signal);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  InterviewSignalling *signalling = INTERVIEW_SIGNALLING (fixture->channel);
  g_autoptr (InterviewRoomReference) leave = NULL;

  g_assert_null (interview_signalling_get_presence (signalling));
  interview_call_channel_join (fixture->channel);
  let_in (fixture);
  g_assert_true (interview_signalling_get_connected (signalling));
  g_assert_cmpuint (fixture->n_presences, ==, 1);
  g_assert_cmpuint (
      interview_presence_get_peers (interview_signalling_get_presence (signalling))->len, ==, 2);
  g_assert_cmpstr (interview_signalling_get_room_id (signalling), ==, fixture->room_id);
  interview_call_channel_leave (fixture->channel);
  g_assert_false (interview_signalling_get_connected (signalling));
  leave = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_LEAVE);
}

static void
test_joins_again (Fixture *fixture, gconstpointer data)
{
  interview_call_channel_join (fixture->channel);
  let_in (fixture);
  for (guint i = 0; i < 2; i++)
    {
      test_talking_server_hang_up (fixture->server);
      await_joined (fixture, FALSE);
      g_assert_nonnull (
          interview_signalling_get_presence (INTERVIEW_SIGNALLING (fixture->channel)));
      let_in (fixture);
    }
  g_assert_cmpuint (fixture->n_presences, ==, 3);
}

static void
say_relays (Fixture *fixture, const char *room_id, const char *uri)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewIceSettings) ice = NULL;
  g_autoptr (InterviewRelays) relays = NULL;

  g_ptr_array_add (servers, g_object_new (INTERVIEW_TYPE_ICE_SERVER, "uri", uri, NULL));
  ice = g_object_new (INTERVIEW_TYPE_ICE_SETTINGS, "servers", servers, NULL);
  relays = g_object_new (INTERVIEW_TYPE_RELAYS, "room_id", room_id, "ice", ice, NULL);
  test_talking_server_say (fixture->server, INTERVIEW_MESSAGE_RELAYS, relays);
}

static const char *
get_relay (Fixture *fixture)
{
  InterviewIceSettings *ice =
      interview_signalling_get_ice (INTERVIEW_SIGNALLING (fixture->channel));

  return interview_ice_server_get_uri (
      g_ptr_array_index (interview_ice_settings_get_servers (ice), 0));
}

static gboolean
has_second_relay (gpointer data)
{
  return g_str_equal (get_relay (data), "turn:second");
}

/* They are known before the first presence, the newest count, and those of other rooms do not. */
static void
test_relays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = interview_id_new ();

  interview_call_channel_join (fixture->channel);
  g_object_unref (test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_HELLO));
  say_relays (fixture, fixture->room_id, "turn:first");
  let_in (fixture);
  g_assert_cmpstr (get_relay (fixture), ==, "turn:first");
  say_relays (fixture, fixture->room_id, "turn:second");
  say_relays (fixture, elsewhere, "turn:elsewhere");
  test_await (has_second_relay, fixture);
  say_signal (fixture, fixture->room_id, 1);
  test_await (has_received, fixture);
  g_assert_cmpstr (get_relay (fixture), ==, "turn:second");
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = interview_id_new ();
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room_id", fixture->room_id, "peer", fixture->other,
                    "epoch", (gint64) 3, "kind", INTERVIEW_SIGNAL_KIND_RESTART, NULL);
  g_autoptr (InterviewSignal) heard = NULL;

  interview_call_channel_join (fixture->channel);
  let_in (fixture);
  say_signal (fixture, elsewhere, 1);
  say_signal (fixture, fixture->room_id, 2);
  test_await (has_received, fixture);
  g_assert_cmpint (interview_signal_get_epoch (fixture->received), ==, 2);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  interview_signalling_send (INTERVIEW_SIGNALLING (fixture->channel), signal);
  heard = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_SIGNAL);
  g_assert_cmpint (interview_signal_get_epoch (heard), ==, 3);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRoomReference) join = NULL;
  g_autoptr (InterviewRoomReference) again = NULL;

  interview_call_channel_join (fixture->channel);
  join = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_JOIN);
  test_talking_server_say_problem (fixture->server, "room-closed");
  test_await (is_refused, fixture);
  g_assert_error (fixture->refused, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
  g_assert_false (interview_call_channel_get_joined (fixture->channel));
  g_clear_error (&fixture->refused);
  interview_call_channel_join (fixture->channel);
  again = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_JOIN);
}

static void
test_busy_is_tried_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRoomReference) join = NULL;

  interview_call_channel_join (fixture->channel);
  join = test_talking_server_hear (fixture->server, INTERVIEW_MESSAGE_JOIN);
  test_talking_server_say_problem (fixture->server, "busy");
  let_in (fixture);
  g_assert_null (fixture->refused);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewPresence) presence =
      test_presence_new (fixture->room_id, INTERVIEW_PRESENCE_CAUSE_REPLACED,
                         interview_event_channel_get_instance (fixture->events), fixture->other,
                         NULL);

  interview_call_channel_join (fixture->channel);
  let_in (fixture);
  test_talking_server_say (fixture->server, INTERVIEW_MESSAGE_PRESENCE, presence);
  test_await (is_refused, fixture);
  g_assert_error (fixture->refused, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
  g_assert_false (interview_call_channel_get_joined (fixture->channel));
}

static void
test_replaced_by_error (Fixture *fixture, gconstpointer data)
{
  interview_call_channel_join (fixture->channel);
  let_in (fixture);
  test_talking_server_say_problem (fixture->server, "not-in-room");
  test_talking_server_say_problem (fixture->server, "out-of-order");
  test_await (is_refused, fixture);
  g_assert_error (fixture->refused, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/call-channel/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("join", test_join);
  ADD ("joins-again", test_joins_again);
  ADD ("relays", test_relays);
  ADD ("signals", test_signals);
  ADD ("refused", test_refused);
  ADD ("busy-is-tried-again", test_busy_is_tried_again);
  ADD ("replaced", test_replaced);
  ADD ("replaced-by-error", test_replaced_by_error);
  return g_test_run ();
}
