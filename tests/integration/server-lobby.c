/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/room.h"
#include "core/protocol/entrance-request.h"
#include "core/protocol/event.h"
#include "support/cast.h"

/* The lobby of a real server: who waits in it learns nothing of the call until they are admitted,
 * however often the line breaks or the server is started again. */

static void
set_up (Cast *cast, gconstpointer data)
{
  cast_open (cast, server_fixture_new ());
  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
}

static void
tear_down (Cast *cast, gconstpointer data)
{
  cast_close (cast);
}

/* Returns the status of the answer. */
static guint
decide (Cast *cast, InterviewRoomEntrance seen, InterviewRoomEntrance wanted, const char *reason)
{
  g_autoptr (InterviewEntranceRequest) request =
      g_object_new (INTERVIEW_TYPE_ENTRANCE_REQUEST, "seen", seen, "entrance", wanted, "reason",
                    reason, NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_ENTRANCE, cast->room_id, NULL, body);
}

static void
admit (Cast *cast)
{
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_LOBBY, INTERVIEW_ROOM_ENTRANCE_ADMITTED,
                            NULL),
                    ==, 200);
}

static void
send_back (Cast *cast)
{
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_ADMITTED, INTERVIEW_ROOM_ENTRANCE_LOBBY,
                            NULL),
                    ==, 200);
}

static void
expect_alone_in_lobby (Cast *cast, InterviewPresence *presence)
{
  GPtrArray *peers = interview_presence_get_peers (presence);

  g_assert_cmpuint (peers->len, ==, 1);
  g_assert_cmpstr (interview_peer_get_instance (peers->pdata[0]), ==,
                   stand_in_get_instance (cast->candidate));
  g_assert_true (interview_peer_get_in_lobby (peers->pdata[0]));
}

static void
expect_both (InterviewPresence *presence, gboolean in_lobby)
{
  GPtrArray *peers = interview_presence_get_peers (presence);
  guint waiting = 0;

  g_assert_cmpuint (peers->len, ==, 2);
  for (guint i = 0; i < peers->len; i++)
    waiting += interview_peer_get_in_lobby (peers->pdata[i]);
  g_assert_cmpuint (waiting, ==, in_lobby ? 1 : 0);
}

static void
join_as_recruiter (Cast *cast)
{
  g_autoptr (InterviewPresence) alone = stand_in_join (cast->recruiter, cast->room_id);

  g_assert_cmpuint (interview_presence_get_peers (alone)->len, ==, 1);
}

static void
join_lobby (Cast *cast)
{
  g_autoptr (InterviewPresence) own = stand_in_join (cast->candidate, cast->room_id);
  g_autoptr (InterviewPresence) told = NULL;

  expect_alone_in_lobby (cast, own);
  told = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED);
  expect_both (told, TRUE);
}

static void
send_signal (StandIn *from, StandIn *to, const char *room_id)
{
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", room_id, "peer", stand_in_get_instance (to),
                    "epoch", (gint64) 1, "kind", INTERVIEW_SIGNAL_KIND_OFFER, "sdp", "v=0", NULL);

  stand_in_say (from, INTERVIEW_MESSAGE_SIGNAL, signal);
}

static InterviewRoomState
get_state (Cast *cast)
{
  g_autoptr (InterviewRoom) room =
      stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);

  return interview_room_get_state (room);
}

static void
await_state (Cast *cast, InterviewRoomState state)
{
  while (get_state (cast) != state)
    g_object_unref (stand_in_expect (cast->recruiter, INTERVIEW_MESSAGE_EVENT));
}

/* No signal crosses the door of the lobby in either direction, whatever a program tries. */
static void
test_no_signals (Cast *cast, gconstpointer data)
{
  join_as_recruiter (cast);
  join_lobby (cast);
  send_signal (cast->candidate, cast->recruiter, cast->room_id);
  stand_in_expect_error (cast->candidate, "not-in-room");
  send_signal (cast->recruiter, cast->candidate, cast->room_id);
  stand_in_expect_error (cast->recruiter, "not-in-room");
  await_state (cast, INTERVIEW_ROOM_STATE_WAITING);
}

/* Whoever waits is not told when a recruiter comes and goes: the next thing they hear of the room
 * is that they are admitted. */
static void
test_admitted_and_sent_back (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) own = stand_in_join (cast->candidate, cast->room_id);
  g_autoptr (InterviewPresence) recruiters = stand_in_join (cast->recruiter, cast->room_id);
  g_autoptr (InterviewPresence) in = NULL;
  g_autoptr (InterviewPresence) told = NULL;
  g_autoptr (InterviewPresence) out = NULL;
  g_autoptr (InterviewPresence) left = NULL;

  expect_alone_in_lobby (cast, own);
  expect_both (recruiters, TRUE);
  stand_in_leave (cast->recruiter, cast->room_id);
  left = stand_in_join (cast->recruiter, cast->room_id);
  expect_both (left, TRUE);

  admit (cast);
  in = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  expect_both (in, FALSE);
  told = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  expect_both (told, FALSE);
  await_state (cast, INTERVIEW_ROOM_STATE_LIVE);
  send_signal (cast->recruiter, cast->candidate, cast->room_id);
  g_object_unref (stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_SIGNAL));

  send_back (cast);
  out = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  expect_alone_in_lobby (cast, out);
  await_state (cast, INTERVIEW_ROOM_STATE_INTERRUPTED);
  send_signal (cast->candidate, cast->recruiter, cast->room_id);
  stand_in_expect_error (cast->candidate, "not-in-room");
}

/* Leaves the recruiter alone in the call, and the candidate’s place kept. */
static void
lose_admitted (Cast *cast)
{
  join_as_recruiter (cast);
  join_lobby (cast);
  admit (cast);
  g_object_unref (stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT));
  stand_in_drop (cast->candidate);
  g_object_unref (stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_LOST));
}

static void
expect_parted (Cast *cast)
{
  g_autoptr (InterviewPresence) left =
      stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_LEFT);

  g_assert_cmpstr (interview_presence_get_departed (left), ==,
                   stand_in_get_instance (cast->candidate));
}

/* The line of the candidate is broken, but pictures and sound may still reach them: who is in the
 * call learns that they do not belong to it any more. */
static void
test_sent_back_while_away (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) again = NULL;

  lose_admitted (cast);
  send_back (cast);
  expect_parted (cast);
  stand_in_connect (cast->candidate, 0);
  again = stand_in_join (cast->candidate, cast->room_id);
  expect_alone_in_lobby (cast, again);
}

static void
test_denied_while_away (Cast *cast, gconstpointer data)
{
  lose_admitted (cast);
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_ADMITTED, INTERVIEW_ROOM_ENTRANCE_DENIED,
                            "No"),
                    ==, 200);
  expect_parted (cast);
}

/* Whoever is denied is out, learns why, and does not come in again until somebody changes that. */
static void
test_denied (Cast *cast, gconstpointer data)
{
  g_autofree char *join =
      g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}", cast->room_id);
  g_autoptr (InterviewPresence) empty = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (InterviewPresence) again = NULL;

  join_as_recruiter (cast);
  join_lobby (cast);
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_LOBBY, INTERVIEW_ROOM_ENTRANCE_DENIED,
                            NULL),
                    ==, 400);
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_LOBBY, INTERVIEW_ROOM_ENTRANCE_DENIED,
                            "今天的面试已改到明天。"),
                    ==, 200);
  empty = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  room = stand_in_load (cast->candidate, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  g_assert_cmpint (interview_room_get_entrance (room), ==, INTERVIEW_ROOM_ENTRANCE_DENIED);
  g_assert_cmpstr (interview_room_get_denial_reason (room), ==, "今天的面试已改到明天。");
  stand_in_say_text (cast->candidate, join, -1);
  stand_in_expect_error (cast->candidate, "not-admitted");

  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_DENIED, INTERVIEW_ROOM_ENTRANCE_LOBBY,
                            NULL),
                    ==, 200);
  again = stand_in_join (cast->candidate, cast->room_id);
  expect_alone_in_lobby (cast, again);
}

/* Two recruiters act at once: who wants the same is content, who wants something else is told. */
static void
test_at_once (Cast *cast, gconstpointer data)
{
  g_autofree char *code = NULL;

  admit (cast);
  admit (cast);
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_LOBBY, INTERVIEW_ROOM_ENTRANCE_DENIED,
                            "No"),
                    ==, 409);
  code = stand_in_get_code (cast->recruiter);
  g_assert_cmpstr (code, ==, "conflict");
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  g_assert_cmpuint (decide (cast, INTERVIEW_ROOM_ENTRANCE_ADMITTED, INTERVIEW_ROOM_ENTRANCE_LOBBY,
                            NULL),
                    ==, 409);
}

/* Neither a break of the line nor a start of the server opens the door, or closes it. */
static void
test_restart (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) still = NULL;
  g_autoptr (InterviewPresence) waiting = NULL;
  g_autoptr (InterviewPresence) in = NULL;
  g_autoptr (InterviewPresence) back = NULL;

  g_object_unref (stand_in_join (cast->candidate, cast->room_id));
  stand_in_drop (cast->candidate);
  stand_in_connect (cast->candidate, 0);
  still = stand_in_join (cast->candidate, cast->room_id);
  expect_alone_in_lobby (cast, still);

  server_fixture_stop (cast->server);
  server_fixture_start (cast->server);
  stand_in_connect (cast->candidate, 0);
  waiting = stand_in_join (cast->candidate, cast->room_id);
  expect_alone_in_lobby (cast, waiting);
  admit (cast);
  in = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_false (interview_peer_get_in_lobby (interview_presence_get_peers (in)->pdata[0]));

  server_fixture_stop (cast->server);
  server_fixture_start (cast->server);
  stand_in_connect (cast->candidate, 0);
  back = stand_in_join (cast->candidate, cast->room_id);
  g_assert_false (interview_peer_get_in_lobby (interview_presence_get_peers (back)->pdata[0]));
}

/* The recruiters hear once that the candidate is there, and can see it in the room. */
static void
test_arrival (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) own = stand_in_join (cast->candidate, cast->room_id);
  g_autoptr (InterviewEvent) event = stand_in_expect (cast->recruiter, INTERVIEW_MESSAGE_EVENT);
  g_autoptr (InterviewEvent) next = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (InterviewRoom) gone = NULL;

  g_assert_cmpint (interview_event_get_kind (event), ==, INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED);
  g_assert_cmpstr (interview_event_get_room_id (event), ==, cast->room_id);
  room = stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  g_assert_true (interview_room_get_candidate_present (room));
  stand_in_leave (cast->candidate, cast->room_id);
  next = stand_in_expect (cast->recruiter, INTERVIEW_MESSAGE_EVENT);
  g_assert_cmpint (interview_event_get_kind (next), ==, INTERVIEW_EVENT_KIND_ROOM_CHANGED);
  gone = stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  g_assert_false (interview_room_get_candidate_present (gone));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Cast *cast, gconstpointer data);
  } tests[] = {
    { "/server/lobby/no-signals", test_no_signals },
    { "/server/lobby/admitted-and-sent-back", test_admitted_and_sent_back },
    { "/server/lobby/sent-back-while-away", test_sent_back_while_away },
    { "/server/lobby/denied", test_denied },
    { "/server/lobby/denied-while-away", test_denied_while_away },
    { "/server/lobby/at-once", test_at_once },
    { "/server/lobby/restart", test_restart },
    { "/server/lobby/arrival", test_arrival },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cast, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
