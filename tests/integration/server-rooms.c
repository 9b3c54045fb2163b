/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/room.h"
#include "core/protocol/event.h"
#include "core/protocol/reply-request.h"
#include "core/protocol/room-request.h"
#include "core/protocol/schedule-request.h"
#include "core/protocol/welcome.h"
#include "support/await.h"
#include "support/cast.h"

/* Rooms of a real server that are moved, called off or missed while people are in them. */

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

static InterviewRoom *
load_room (Cast *cast, const char *room_id)
{
  return stand_in_load (cast->admin, INTERVIEW_ROUTE_ROOM, room_id, INTERVIEW_TYPE_ROOM);
}

static void
await_event (StandIn *who, InterviewEventKind kind, const char *room_id)
{
  while (TRUE)
    {
      g_autoptr (InterviewEvent) event = stand_in_expect (who, INTERVIEW_MESSAGE_EVENT);

      if (interview_event_get_kind (event) == kind &&
          g_strcmp0 (interview_event_get_room_id (event), room_id) == 0)
        return;
    }
}

static guint
try_panel (Cast *cast, const char *const *recruiter_ids)
{
  g_autoptr (InterviewRoom) room = load_room (cast, cast->room_id);
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (room),
                    "recruiter-ids", recruiter_ids, "starts-at",
                    interview_room_get_starts_at (room), "duration-minutes",
                    interview_room_get_duration_minutes (room), NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (cast->admin, INTERVIEW_ROUTE_ROOM_SCHEDULE, cast->room_id, NULL, body);
}

/* The room with the panel that it has, at another time; the status. */
static guint
move_to (Cast *cast, gint64 starts_at)
{
  const char *const panel[] = { stand_in_get_person_id (cast->recruiter), NULL };
  g_autoptr (InterviewRoom) room = load_room (cast, cast->room_id);
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (room),
                    "recruiter-ids", panel, "starts-at", starts_at, "duration-minutes",
                    interview_room_get_duration_minutes (room), NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (cast->admin, INTERVIEW_ROUTE_ROOM_SCHEDULE, cast->room_id, NULL, body);
}

/* The status of what @who answers to an interview that starts at @starts_at. */
static guint
reply (Cast *cast, StandIn *who, gint64 starts_at, InterviewRoomAnswer answer, gint64 proposed_at)
{
  g_autoptr (InterviewReplyRequest) request =
      g_object_new (INTERVIEW_TYPE_REPLY_REQUEST, "starts-at", starts_at, "answer", answer,
                    "proposed-at", proposed_at, "note", "下午更方便", NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (who, INTERVIEW_ROUTE_ROOM_REPLY, cast->room_id, NULL, body);
}

static InterviewRoomReply *
load_reply (StandIn *who, const char *room_id)
{
  g_autoptr (InterviewRoom) room =
      stand_in_load (who, INTERVIEW_ROUTE_ROOM, room_id, INTERVIEW_TYPE_ROOM);
  InterviewRoomReply *found = interview_room_get_reply (room);

  return found != NULL ? g_object_ref (found) : NULL;
}

static void
assert_answer (Cast *cast, InterviewRoomAnswer answer)
{
  StandIn *readers[] = { cast->candidate, cast->recruiter, cast->admin };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (InterviewRoomReply) found = load_reply (readers[i], cast->room_id);

      g_assert_cmpint (interview_room_reply_get_answer (found), ==, answer);
      g_assert_cmpstr (interview_room_reply_get_note (found), ==, "下午更方便");
    }
}

/* What a candidate answers in the program reaches everybody at once, survives the server, and goes
 * with the time to which it was given. */
static void
test_reply (Cast *cast, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC * G_USEC_PER_SEC;
  gint64 start = now + G_TIME_SPAN_DAY;
  gint64 wish = start + G_TIME_SPAN_HOUR;

  g_assert_cmpuint (move_to (cast, start), ==, 200);
  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
  g_assert_cmpuint (reply (cast, cast->recruiter, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==,
                    403);
  g_assert_cmpuint (reply (cast, cast->admin, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==, 403);
  g_assert_cmpuint (reply (cast, cast->candidate, now, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==, 409);
  g_assert_cmpuint (reply (cast, cast->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED, 0), ==,
                    400);
  g_assert_null (load_reply (cast->admin, cast->room_id));
  g_assert_cmpuint (reply (cast, cast->candidate, start, INTERVIEW_ROOM_ANSWER_DECLINED, 0), ==,
                    200);
  await_event (cast->recruiter, INTERVIEW_EVENT_KIND_ROOM_ANSWERED, cast->room_id);
  await_event (cast->candidate, INTERVIEW_EVENT_KIND_ROOM_ANSWERED, cast->room_id);
  assert_answer (cast, INTERVIEW_ROOM_ANSWER_DECLINED);
  g_assert_cmpuint (reply (cast, cast->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED, wish), ==,
                    200);
  assert_answer (cast, INTERVIEW_ROOM_ANSWER_PROPOSED);
  g_assert_cmpuint (move_to (cast, wish), ==, 200);
  assert_answer (cast, INTERVIEW_ROOM_ANSWER_ACCEPTED);
  g_assert_cmpuint (move_to (cast, start), ==, 200);
  g_assert_null (load_reply (cast->candidate, cast->room_id));
  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_ROOM_CANCEL, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  g_assert_cmpuint (reply (cast, cast->candidate, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==,
                    409);
}

static void
test_reply_outlives_server (Cast *cast, gconstpointer data)
{
  gint64 start = g_get_real_time () / G_USEC_PER_SEC * G_USEC_PER_SEC + G_TIME_SPAN_DAY;

  g_assert_cmpuint (move_to (cast, start), ==, 200);
  g_assert_cmpuint (reply (cast, cast->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED,
                           start + G_TIME_SPAN_HOUR),
                    ==, 200);
  server_fixture_stop (cast->server);
  server_fixture_start (cast->server);
  assert_answer (cast, INTERVIEW_ROOM_ANSWER_PROPOSED);
}

/* Gives the room another panel at the same time; again if its state has changed between looking
 * and doing, because somebody has just come in. */
static void
set_panel (Cast *cast, const char *const *recruiter_ids)
{
  guint status;

  do
    status = try_panel (cast, recruiter_ids);
  while (status == 409);
  g_assert_cmpuint (status, ==, 200);
}

static char *
find_colleague (Cast *cast)
{
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_RECRUITERS, NULL, NULL, NULL), ==,
                    200);
  items = json_object_get_array_member (stand_in_get_object (cast->admin), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *who = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (who, "person_id");

      if (!g_str_equal (id, stand_in_get_person_id (cast->recruiter)))
        return g_strdup (id);
    }
  g_assert_not_reached ();
}

/* Whoever leaves the panel is out of the room at once, and does not come back in. */
static void
test_put_out (Cast *cast, gconstpointer data)
{
  g_autofree char *colleague = find_colleague (cast);
  const char *const colleagues[] = { colleague, NULL };
  g_autofree char *join =
      g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}", cast->room_id);
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) joined = NULL;
  g_autoptr (InterviewPresence) empty = NULL;
  g_autoptr (InterviewPresence) left = NULL;

  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
  alone = stand_in_join (cast->recruiter, cast->room_id);
  own = stand_in_join (cast->candidate, cast->room_id);
  joined = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED);
  set_panel (cast, colleagues);
  await_event (cast->recruiter, INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED, cast->room_id);
  empty = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  left = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_assert_cmpstr (interview_presence_get_departed (left), ==,
                   stand_in_get_instance (cast->recruiter));
  g_assert_cmpuint (interview_presence_get_peers (left)->len, ==, 1);
  stand_in_say_text (cast->recruiter, join, -1);
  stand_in_expect_error (cast->recruiter, "not-in-room");
}

static void
set_whole_panel (Cast *cast)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) recruiter_ids = NULL;
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_RECRUITERS, NULL, NULL, NULL), ==,
                    200);
  items = json_object_get_array_member (stand_in_get_object (cast->admin), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    g_strv_builder_add (ids,
                        json_object_get_string_member (json_array_get_object_element (items, i),
                                                       "person_id"));
  recruiter_ids = g_strv_builder_end (ids);
  g_assert_cmpuint (g_strv_length (recruiter_ids), ==, 3);
  set_panel (cast, (const char *const *) recruiter_ids);
}

static void
exchange_signals (StandIn **programs, guint n, const char *room_id)
{
  for (guint from = 0; from < n; from++)
    {
      for (guint to = 0; to < n; to++)
        {
          g_autoptr (InterviewSignal) sent = NULL;
          g_autoptr (InterviewSignal) got = NULL;

          if (from == to)
            continue;
          sent = g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", room_id, "peer",
                               stand_in_get_instance (programs[to]), "epoch", (gint64) (from + 1),
                               "kind", INTERVIEW_SIGNAL_KIND_OFFER, "sdp", "v=0", NULL);
          stand_in_say (programs[from], INTERVIEW_MESSAGE_SIGNAL, sent);
          got = stand_in_expect (programs[to], INTERVIEW_MESSAGE_SIGNAL);
          g_assert_cmpstr (interview_signal_get_peer (got), ==,
                           stand_in_get_instance (programs[from]));
          g_assert_cmpint (interview_signal_get_epoch (got), ==, from + 1);
        }
    }
}

/* Three recruiters and the candidate: each signals with each, one leaves and comes late. */
static void
test_panel_of_four (Cast *cast, gconstpointer data)
{
  StandIn *marcus = stand_in_new_signed_in (cast->server, "marcus.oyelaran@heronreed.example",
                                            "quiet-harbour-17");
  StandIn *bayar =
      stand_in_new_signed_in (cast->server, "bayar@heronreed.example", "autumn-ferry-63");
  StandIn *programs[] = { cast->recruiter, marcus, cast->candidate, bayar };
  g_autoptr (InterviewPresence) late = NULL;

  set_whole_panel (cast);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (InterviewPresence) own = NULL;

      stand_in_connect (programs[i], 0);
      own = stand_in_join (programs[i], cast->room_id);
      g_assert_cmpuint (interview_presence_get_peers (own)->len, ==, i + 1);
    }
  exchange_signals (programs, G_N_ELEMENTS (programs), cast->room_id);

  stand_in_leave (bayar, cast->room_id);
  exchange_signals (programs, G_N_ELEMENTS (programs) - 1, cast->room_id);
  late = stand_in_join (bayar, cast->room_id);
  g_assert_cmpuint (interview_presence_get_peers (late)->len, ==, 4);
  exchange_signals (programs, G_N_ELEMENTS (programs), cast->room_id);
  stand_in_free (marcus);
  stand_in_free (bayar);
}

/* More than links between each two carry need a media server, and this server has none. */
static void
test_panel_of_five (Cast *cast, gconstpointer data)
{
  const char *const four[] = { "aaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbb",
                               "cccccccccccccccccccccccccc", "dddddddddddddddddddddddddd", NULL };

  g_assert_cmpuint (try_panel (cast, four), ==, 400);
  g_assert_nonnull (strstr (stand_in_get_text (cast->admin), "[janus]"));
}

/* One of three is taken off in the middle of the call: the others hear who left and go on. */
static void
test_others_go_on (Cast *cast, gconstpointer data)
{
  StandIn *marcus = stand_in_new_signed_in (cast->server, "marcus.oyelaran@heronreed.example",
                                            "quiet-harbour-17");
  StandIn *programs[] = { cast->candidate, marcus, cast->recruiter };
  g_autofree char *marcus_id = g_strdup (json_object_get_string_member (
      json_object_get_object_member (stand_in_get_object (marcus), "person"), "id"));
  const char *const rest[] = { marcus_id, NULL };
  g_autoptr (InterviewPresence) out = NULL;
  InterviewRoom *room;

  set_whole_panel (cast);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      stand_in_connect (programs[i], 0);
      g_object_unref (stand_in_join (programs[i], cast->room_id));
    }
  exchange_signals (programs, G_N_ELEMENTS (programs), cast->room_id);
  set_panel (cast, rest);
  out = stand_in_expect_presence (cast->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (out)->len, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (InterviewPresence) left =
          stand_in_expect_presence (programs[i], INTERVIEW_PRESENCE_CAUSE_LEFT);

      g_assert_cmpstr (interview_presence_get_departed (left), ==,
                       stand_in_get_instance (cast->recruiter));
      g_assert_cmpuint (interview_presence_get_peers (left)->len, ==, 2);
    }
  exchange_signals (programs, 2, cast->room_id);
  room = load_room (cast, cast->room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_LIVE);
  g_object_unref (room);
  stand_in_free (marcus);
}

/* Called off while the candidate waits. */
static void
test_cancelled (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) empty = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  stand_in_connect (cast->candidate, 0);
  own = stand_in_join (cast->candidate, cast->room_id);
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_CANCEL, cast->room_id,
                                   NULL, NULL),
                    ==, 200);
  await_event (cast->candidate, INTERVIEW_EVENT_KIND_ROOM_CANCELLED, cast->room_id);
  empty = stand_in_expect_presence (cast->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  room = load_room (cast, cast->room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_CANCELLED);
}

/* A room whose time is over in a moment: the server says by itself that it was missed. */
static void
test_missed (Cast *cast, gconstpointer data)
{
  g_autofree char *candidate_id = stand_in_get_first_id (cast->admin, INTERVIEW_ROUTE_CANDIDATES);
  g_autofree char *position_id = stand_in_get_first_id (cast->admin, INTERVIEW_ROUTE_POSITIONS);
  const char *ids[] = { stand_in_get_person_id (cast->recruiter), NULL };
  g_autoptr (InterviewRoomRequest) request =
      g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id", candidate_id, "position-id",
                    position_id, "recruiter-ids", ids, "starts-at",
                    g_get_real_time () - G_TIME_SPAN_MINUTE * 5 + G_TIME_SPAN_SECOND,
                    "duration-minutes", (gint64) 5, NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));
  g_autofree char *room_id = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  JsonObject *made;

  stand_in_connect (cast->recruiter, 0);
  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_ROOM_CREATE, NULL, NULL, body), ==,
                    201);
  made = json_object_get_object_member (stand_in_get_object (cast->admin), "room");
  room_id = g_strdup (json_object_get_string_member (made, "id"));
  await_event (cast->recruiter, INTERVIEW_EVENT_KIND_ROOM_CHANGED, room_id);
  room = load_room (cast, room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_MISSED);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Cast *cast, gconstpointer data);
  } tests[] = {
    { "/server/rooms/put-out", test_put_out },
    { "/server/rooms/panel-of-four", test_panel_of_four },
    { "/server/rooms/panel-of-five", test_panel_of_five },
    { "/server/rooms/others-go-on", test_others_go_on },
    { "/server/rooms/cancelled", test_cancelled },
    { "/server/rooms/reply", test_reply },
    { "/server/rooms/reply-outlives-server", test_reply_outlives_server },
    { "/server/rooms/missed", test_missed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cast, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
