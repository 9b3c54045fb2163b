/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/model/invitation.h"
#include "core/model/room.h"
#include "core/protocol/event.h"
#include "core/protocol/ping.h"
#include "core/protocol/problem.h"
#include "core/protocol/welcome.h"
#include "support/await.h"
#include "support/cast.h"

/* Event sockets of a real server: who is in a room, signals, events, and how they come back. */

static void
set_up (Cast *cast, gconstpointer data)
{
  cast_open (cast, server_fixture_new ());
  stand_in_admit (cast->recruiter, cast->room_id);
}

static void
tear_down (Cast *cast, gconstpointer data)
{
  cast_close (cast);
}

static void
connect_both (Cast *cast)
{
  g_autoptr (InterviewWelcome) first = NULL;
  g_autoptr (InterviewWelcome) second = NULL;

  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
  first = stand_in_expect (cast->recruiter, INTERVIEW_MESSAGE_WELCOME);
  second = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_WELCOME);
  g_assert_false (interview_welcome_get_resumed (first));
  g_assert_cmpint (interview_welcome_get_server_time (second), >, 0);
}

static void
join_both (Cast *cast)
{
  g_autoptr (InterviewPresence) alone = stand_in_join (cast->recruiter, cast->room_id);
  g_autoptr (InterviewPresence) together = stand_in_join (cast->candidate, cast->room_id);
  g_autoptr (InterviewPresence) told =
      stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED);

  g_assert_cmpuint (interview_presence_get_peers (alone)->len, ==, 1);
  g_assert_cmpuint (interview_presence_get_peers (together)->len, ==, 2);
  g_assert_cmpuint (interview_presence_get_peers (told)->len, ==, 2);
}

static InterviewRoomState
get_state (Cast *cast)
{
  g_autoptr (InterviewRoom) room =
      stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);

  return interview_room_get_state (room);
}

/* Waits for events until the room stands there. */
static void
await_state (Cast *cast, StandIn *who, InterviewRoomState state)
{
  while (get_state (cast) != state)
    {
      g_autoptr (InterviewEvent) event = stand_in_expect (who, INTERVIEW_MESSAGE_EVENT);

      g_assert_true (interview_event_changes_room (event, cast->room_id));
    }
}

static void
send_signal (StandIn *from, StandIn *to, const char *room_id, const char *sdp)
{
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", room_id, "peer", stand_in_get_instance (to),
                    "epoch", (gint64) 7, "kind", INTERVIEW_SIGNAL_KIND_OFFER, "sdp", sdp,
                    "sound-only", TRUE, NULL);

  stand_in_say (from, INTERVIEW_MESSAGE_SIGNAL, signal);
}

static void
test_relay (Cast *cast, gconstpointer data)
{
  g_autofree char *sdp = g_strnfill (40000, 'v');
  g_autoptr (InterviewSignal) signal = NULL;

  connect_both (cast);
  join_both (cast);
  send_signal (cast->recruiter, cast->candidate, cast->room_id, sdp);
  signal = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_SIGNAL);
  g_assert_cmpstr (interview_signal_get_peer (signal), ==, stand_in_get_instance (cast->recruiter));
  g_assert_cmpstr (interview_signal_get_sdp (signal), ==, sdp);
  g_assert_true (interview_signal_get_sound_only (signal));
  g_assert_cmpint (interview_signal_get_epoch (signal), ==, 7);
}

static void
test_room_states (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) left = NULL;
  g_autoptr (InterviewPresence) back = NULL;
  g_autoptr (InterviewPresence) empty = NULL;

  connect_both (cast);
  g_assert_cmpint (get_state (cast), ==, INTERVIEW_ROOM_STATE_SCHEDULED);
  join_both (cast);
  await_state (cast, cast->recruiter, INTERVIEW_ROOM_STATE_LIVE);
  stand_in_leave (cast->candidate, cast->room_id);
  left = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_assert_cmpstr (interview_presence_get_departed (left), ==,
                   stand_in_get_instance (cast->candidate));
  await_state (cast, cast->recruiter, INTERVIEW_ROOM_STATE_INTERRUPTED);
  back = stand_in_join (cast->candidate, cast->room_id);
  await_state (cast, cast->candidate, INTERVIEW_ROOM_STATE_LIVE);

  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  empty = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  g_assert_cmpint (get_state (cast), ==, INTERVIEW_ROOM_STATE_ENDED);

  stand_in_leave (cast->candidate, cast->room_id);
  send_signal (cast->recruiter, cast->candidate, cast->room_id, "v=0");
  stand_in_expect_error (cast->recruiter, "not-in-room");
}

static void
test_closed_room (Cast *cast, gconstpointer data)
{
  g_autofree char *join =
      g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}", cast->room_id);

  connect_both (cast);
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  stand_in_say_text (cast->recruiter, join, -1);
  stand_in_expect_error (cast->recruiter, "room-closed");
}

static void
test_foreign_room (Cast *cast, gconstpointer data)
{
  g_autofree char *id = interview_id_new ();
  g_autofree char *join = g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}", id);

  connect_both (cast);
  stand_in_say_text (cast->candidate, join, -1);
  stand_in_expect_error (cast->candidate, "not-found");
}

/* A crash is seen at once; whoever comes back as the same program continues the stay. */
static void
test_lost_and_back (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) lost = NULL;
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) told = NULL;

  connect_both (cast);
  join_both (cast);
  stand_in_drop (cast->candidate);
  lost = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_LOST);
  g_assert_cmpstr (interview_presence_get_departed (lost), ==,
                   stand_in_get_instance (cast->candidate));
  g_assert_cmpuint (interview_presence_get_peers (lost)->len, ==, 1);

  stand_in_connect (cast->candidate, 0);
  own = stand_in_join (cast->candidate, cast->room_id);
  g_assert_cmpuint (interview_presence_get_peers (own)->len, ==, 2);
  told = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (told)->len, ==, 2);
}

/* The same person with another program puts the first one out. */
static void
test_replaced (Cast *cast, gconstpointer data)
{
  g_autoptr (StandIn) second = stand_in_new (cast->server);
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) told = NULL;

  connect_both (cast);
  join_both (cast);
  stand_in_set_token (second, stand_in_get_token (cast->recruiter));
  stand_in_connect (second, 0);
  own = stand_in_join (second, cast->room_id);
  g_assert_cmpuint (interview_presence_get_peers (own)->len, ==, 2);
  told = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_REPLACED);
  g_assert_cmpstr (interview_presence_get_departed (told), ==,
                   stand_in_get_instance (cast->recruiter));
  stand_in_expect_error (cast->recruiter, "out-of-order");
}

/* A second machine with the same invitation signs the first one out. */
static void
test_second_machine (Cast *cast, gconstpointer data)
{
  const char *code = interview_sample_get_candidate_code (server_fixture_get_sample (cast->server));
  g_autoptr (StandIn) second = NULL;
  g_autoptr (InterviewEvent) event = NULL;
  g_autofree char *error = NULL;

  connect_both (cast);
  second = stand_in_new_redeemed (cast->server, code);
  event = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_EVENT);
  g_assert_cmpint (interview_event_get_kind (event), ==, INTERVIEW_EVENT_KIND_SESSION_ENDED);
  g_assert_cmpuint (stand_in_expect_close (cast->candidate), ==, 1008);
  g_assert_cmpuint (stand_in_call (cast->candidate, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==,
                    401);
  error = stand_in_get_code (cast->candidate);
  g_assert_cmpstr (error, ==, "signed-in-elsewhere");
  g_assert_cmpuint (stand_in_call (second, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==, 200);
}

/* What happened while a program was away comes with its next hello, once and in order. */
static void
test_missed_events (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) presence = NULL;
  g_autoptr (InterviewEvent) first = NULL;
  g_autoptr (InterviewWelcome) after = NULL;
  g_autoptr (InterviewEvent) event = NULL;
  gint64 seen;

  stand_in_connect (cast->candidate, 0);
  presence = stand_in_join (cast->candidate, cast->room_id);
  first = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_EVENT);
  seen = interview_event_get_sequence (first);
  stand_in_drop (cast->candidate);
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  stand_in_connect (cast->candidate, seen);
  after = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_WELCOME);
  g_assert_true (interview_welcome_get_resumed (after));
  g_assert_cmpint (interview_welcome_get_sequence (after), >, seen);
  event = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_EVENT);
  g_assert_cmpint (interview_event_get_sequence (event), >, seen);
  g_assert_cmpint (interview_event_get_kind (event), ==, INTERVIEW_EVENT_KIND_ROOM_CHANGED);
}

/* The sockets are told that the server goes away; afterwards the same programs are together again.
 * */
static void
test_restart (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) first = NULL;
  g_autoptr (InterviewPresence) second = NULL;

  connect_both (cast);
  join_both (cast);
  await_state (cast, cast->recruiter, INTERVIEW_ROOM_STATE_LIVE);
  server_fixture_stop (cast->server);
  g_assert_cmpuint (stand_in_expect_close (cast->recruiter), ==, 1001);
  g_assert_cmpuint (stand_in_expect_close (cast->candidate), ==, 1001);

  server_fixture_start (cast->server);
  g_assert_cmpint (get_state (cast), ==, INTERVIEW_ROOM_STATE_LIVE);
  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
  first = stand_in_join (cast->recruiter, cast->room_id);
  second = stand_in_join (cast->candidate, cast->room_id);
  g_assert_cmpuint (interview_presence_get_peers (second)->len, ==, 2);
  await_state (cast, cast->candidate, INTERVIEW_ROOM_STATE_LIVE);
}

static void
test_ping (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPing) ping = g_object_new (INTERVIEW_TYPE_PING, "token", (gint64) 42, NULL);
  g_autoptr (InterviewPing) pong = NULL;

  connect_both (cast);
  stand_in_say (cast->candidate, INTERVIEW_MESSAGE_PING, ping);
  pong = stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_PONG);
  g_assert_cmpint (interview_ping_get_token (pong), ==, 42);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Cast *cast, gconstpointer data);
  } tests[] = {
    { "/server/call/relay", test_relay },
    { "/server/call/room-states", test_room_states },
    { "/server/call/closed-room", test_closed_room },
    { "/server/call/foreign-room", test_foreign_room },
    { "/server/call/lost-and-back", test_lost_and_back },
    { "/server/call/replaced", test_replaced },
    { "/server/call/second-machine", test_second_machine },
    { "/server/call/missed-events", test_missed_events },
    { "/server/call/restart", test_restart },
    { "/server/call/ping", test_ping },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cast, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
