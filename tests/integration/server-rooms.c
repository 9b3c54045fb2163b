/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/room.h"
#include "core/protocol/event.h"
#include "core/protocol/reply-request.h"
#include "core/protocol/room-request.h"
#include "core/protocol/schedule-request.h"
#include "core/protocol/welcome.h"
#include "support/await.h"
#include "support/stand-in.h"

/* Rooms of a real server that are moved, called off or missed while people are in them. */

typedef struct
{
  ServerFixture *server;
  StandIn *recruiter;
  StandIn *candidate;
  StandIn *admin;
  const char *room_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewSample *sample;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  sample = server_fixture_get_sample (fixture->server);
  fixture->recruiter =
      stand_in_new_redeemed (fixture->server, interview_sample_get_recruiter_code (sample));
  fixture->candidate =
      stand_in_new_redeemed (fixture->server, interview_sample_get_candidate_code (sample));
  fixture->admin =
      stand_in_new_redeemed (fixture->server, interview_sample_get_admin_code (sample));
  fixture->room_id = stand_in_get_room_id (fixture->candidate);
  stand_in_admit (fixture->recruiter, fixture->room_id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stand_in_free (fixture->recruiter);
  stand_in_free (fixture->candidate);
  stand_in_free (fixture->admin);
  server_fixture_free (fixture->server);
}

static InterviewRoom *
load_room (Fixture *fixture, const char *room_id)
{
  return stand_in_load (fixture->admin, INTERVIEW_ROUTE_ROOM, room_id, INTERVIEW_TYPE_ROOM);
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
try_panel (Fixture *fixture, const char *const *recruiter_ids)
{
  g_autoptr (InterviewRoom) room = load_room (fixture, fixture->room_id);
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (room),
                    "recruiter-ids", recruiter_ids, "starts-at",
                    interview_room_get_starts_at (room), "duration-minutes",
                    interview_room_get_duration_minutes (room), NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (fixture->admin, INTERVIEW_ROUTE_ROOM_SCHEDULE, fixture->room_id, NULL,
                        body);
}

/* The room with the panel that it has, at another time; the status. */
static guint
move_to (Fixture *fixture, gint64 starts_at)
{
  const char *const panel[] = { stand_in_get_person_id (fixture->recruiter), NULL };
  g_autoptr (InterviewRoom) room = load_room (fixture, fixture->room_id);
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (room),
                    "recruiter-ids", panel, "starts-at", starts_at, "duration-minutes",
                    interview_room_get_duration_minutes (room), NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (fixture->admin, INTERVIEW_ROUTE_ROOM_SCHEDULE, fixture->room_id, NULL,
                        body);
}

/* The status of what @who answers to an interview that starts at @starts_at. */
static guint
reply (Fixture *fixture,
       StandIn *who,
       gint64 starts_at,
       InterviewRoomAnswer answer,
       gint64 proposed_at)
{
  g_autoptr (InterviewReplyRequest) request =
      g_object_new (INTERVIEW_TYPE_REPLY_REQUEST, "starts-at", starts_at, "answer", answer,
                    "proposed-at", proposed_at, "note", "下午更方便", NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  return stand_in_call (who, INTERVIEW_ROUTE_ROOM_REPLY, fixture->room_id, NULL, body);
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
assert_answer (Fixture *fixture, InterviewRoomAnswer answer)
{
  StandIn *readers[] = { fixture->candidate, fixture->recruiter, fixture->admin };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (InterviewRoomReply) found = load_reply (readers[i], fixture->room_id);

      g_assert_cmpint (interview_room_reply_get_answer (found), ==, answer);
      g_assert_cmpstr (interview_room_reply_get_note (found), ==, "下午更方便");
    }
}

/* What a candidate answers in the program reaches everybody at once, survives the server, and goes
 * with the time to which it was given. */
static void
test_reply (Fixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC * G_USEC_PER_SEC;
  gint64 start = now + G_TIME_SPAN_DAY;
  gint64 wish = start + G_TIME_SPAN_HOUR;

  g_assert_cmpuint (move_to (fixture, start), ==, 200);
  stand_in_connect (fixture->recruiter, 0);
  stand_in_connect (fixture->candidate, 0);
  g_assert_cmpuint (reply (fixture, fixture->recruiter, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0),
                    ==, 403);
  g_assert_cmpuint (reply (fixture, fixture->admin, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==,
                    403);
  g_assert_cmpuint (reply (fixture, fixture->candidate, now, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0), ==,
                    409);
  g_assert_cmpuint (reply (fixture, fixture->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED, 0),
                    ==, 400);
  g_assert_null (load_reply (fixture->admin, fixture->room_id));
  g_assert_cmpuint (reply (fixture, fixture->candidate, start, INTERVIEW_ROOM_ANSWER_DECLINED, 0),
                    ==, 200);
  await_event (fixture->recruiter, INTERVIEW_EVENT_KIND_ROOM_ANSWERED, fixture->room_id);
  await_event (fixture->candidate, INTERVIEW_EVENT_KIND_ROOM_ANSWERED, fixture->room_id);
  assert_answer (fixture, INTERVIEW_ROOM_ANSWER_DECLINED);
  g_assert_cmpuint (reply (fixture, fixture->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED,
                           wish),
                    ==, 200);
  assert_answer (fixture, INTERVIEW_ROOM_ANSWER_PROPOSED);
  g_assert_cmpuint (move_to (fixture, wish), ==, 200);
  assert_answer (fixture, INTERVIEW_ROOM_ANSWER_ACCEPTED);
  g_assert_cmpuint (move_to (fixture, start), ==, 200);
  g_assert_null (load_reply (fixture->candidate, fixture->room_id));
  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_ROOM_CANCEL, fixture->room_id,
                                   NULL, NULL),
                    ==, 200);
  g_assert_cmpuint (reply (fixture, fixture->candidate, start, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0),
                    ==, 409);
}

static void
test_reply_outlives_server (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_real_time () / G_USEC_PER_SEC * G_USEC_PER_SEC + G_TIME_SPAN_DAY;

  g_assert_cmpuint (move_to (fixture, start), ==, 200);
  g_assert_cmpuint (reply (fixture, fixture->candidate, start, INTERVIEW_ROOM_ANSWER_PROPOSED,
                           start + G_TIME_SPAN_HOUR),
                    ==, 200);
  server_fixture_stop (fixture->server);
  server_fixture_start (fixture->server);
  assert_answer (fixture, INTERVIEW_ROOM_ANSWER_PROPOSED);
}

/* Gives the room another panel at the same time; again if its state has changed between looking
 * and doing, because somebody has just come in. */
static void
set_panel (Fixture *fixture, const char *const *recruiter_ids)
{
  guint status;

  do
    status = try_panel (fixture, recruiter_ids);
  while (status == 409);
  g_assert_cmpuint (status, ==, 200);
}

static char *
find_colleague (Fixture *fixture)
{
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_RECRUITERS, NULL, NULL, NULL),
                    ==, 200);
  items = json_object_get_array_member (stand_in_get_object (fixture->admin), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *who = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (who, "person_id");

      if (!g_str_equal (id, stand_in_get_person_id (fixture->recruiter)))
        return g_strdup (id);
    }
  g_assert_not_reached ();
}

/* Whoever leaves the panel is out of the room at once, and does not come back in. */
static void
test_put_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *colleague = find_colleague (fixture);
  const char *const colleagues[] = { colleague, NULL };
  g_autofree char *join =
      g_strdup_printf ("{\"type\":\"join\",\"body\":{\"room_id\":\"%s\"}}", fixture->room_id);
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) joined = NULL;
  g_autoptr (InterviewPresence) empty = NULL;
  g_autoptr (InterviewPresence) left = NULL;

  stand_in_connect (fixture->recruiter, 0);
  stand_in_connect (fixture->candidate, 0);
  alone = stand_in_join (fixture->recruiter, fixture->room_id);
  own = stand_in_join (fixture->candidate, fixture->room_id);
  joined = stand_in_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED);
  set_panel (fixture, colleagues);
  await_event (fixture->recruiter, INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED, fixture->room_id);
  empty = stand_in_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  left = stand_in_expect_presence (fixture->candidate, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_assert_cmpstr (interview_presence_get_departed (left), ==,
                   stand_in_get_instance (fixture->recruiter));
  g_assert_cmpuint (interview_presence_get_peers (left)->len, ==, 1);
  stand_in_say_text (fixture->recruiter, join, -1);
  stand_in_expect_error (fixture->recruiter, "not-in-room");
}

static StandIn *
sign_in (Fixture *fixture, const char *email, const char *password)
{
  StandIn *program = stand_in_new (fixture->server);
  g_autofree char *body =
      g_strdup_printf ("{\"email\":\"%s\",\"password\":\"%s\"}", email, password);

  g_assert_cmpuint (stand_in_call (program, INTERVIEW_ROUTE_SIGN_IN, NULL, NULL, body), ==, 201);
  stand_in_set_token (program,
                      json_object_get_string_member (stand_in_get_object (program), "token"));
  return program;
}

static void
set_whole_panel (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) recruiter_ids = NULL;
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_RECRUITERS, NULL, NULL, NULL),
                    ==, 200);
  items = json_object_get_array_member (stand_in_get_object (fixture->admin), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    g_strv_builder_add (ids,
                        json_object_get_string_member (json_array_get_object_element (items, i),
                                                       "person_id"));
  recruiter_ids = g_strv_builder_end (ids);
  g_assert_cmpuint (g_strv_length (recruiter_ids), ==, 3);
  set_panel (fixture, (const char *const *) recruiter_ids);
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
test_panel_of_four (Fixture *fixture, gconstpointer data)
{
  StandIn *marcus = sign_in (fixture, "marcus.oyelaran@heronreed.example", "quiet-harbour-17");
  StandIn *bayar = sign_in (fixture, "bayar@heronreed.example", "autumn-ferry-63");
  StandIn *programs[] = { fixture->recruiter, marcus, fixture->candidate, bayar };
  g_autoptr (InterviewPresence) late = NULL;

  set_whole_panel (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (InterviewPresence) own = NULL;

      stand_in_connect (programs[i], 0);
      own = stand_in_join (programs[i], fixture->room_id);
      g_assert_cmpuint (interview_presence_get_peers (own)->len, ==, i + 1);
    }
  exchange_signals (programs, G_N_ELEMENTS (programs), fixture->room_id);

  stand_in_leave (bayar, fixture->room_id);
  exchange_signals (programs, G_N_ELEMENTS (programs) - 1, fixture->room_id);
  late = stand_in_join (bayar, fixture->room_id);
  g_assert_cmpuint (interview_presence_get_peers (late)->len, ==, 4);
  exchange_signals (programs, G_N_ELEMENTS (programs), fixture->room_id);
  stand_in_free (marcus);
  stand_in_free (bayar);
}

/* More than links between each two carry need a media server, and this server has none. */
static void
test_panel_of_five (Fixture *fixture, gconstpointer data)
{
  const char *const four[] = { "aaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbb",
                               "cccccccccccccccccccccccccc", "dddddddddddddddddddddddddd", NULL };

  g_assert_cmpuint (try_panel (fixture, four), ==, 400);
  g_assert_nonnull (strstr (stand_in_get_text (fixture->admin), "[janus]"));
}

/* One of three is taken off in the middle of the call: the others hear who left and go on. */
static void
test_others_go_on (Fixture *fixture, gconstpointer data)
{
  StandIn *marcus = sign_in (fixture, "marcus.oyelaran@heronreed.example", "quiet-harbour-17");
  StandIn *programs[] = { fixture->candidate, marcus, fixture->recruiter };
  g_autofree char *marcus_id = g_strdup (json_object_get_string_member (
      json_object_get_object_member (stand_in_get_object (marcus), "person"), "id"));
  const char *const rest[] = { marcus_id, NULL };
  g_autoptr (InterviewPresence) out = NULL;
  InterviewRoom *room;

  set_whole_panel (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      stand_in_connect (programs[i], 0);
      g_object_unref (stand_in_join (programs[i], fixture->room_id));
    }
  exchange_signals (programs, G_N_ELEMENTS (programs), fixture->room_id);
  set_panel (fixture, rest);
  out = stand_in_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (out)->len, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (InterviewPresence) left =
          stand_in_expect_presence (programs[i], INTERVIEW_PRESENCE_CAUSE_LEFT);

      g_assert_cmpstr (interview_presence_get_departed (left), ==,
                       stand_in_get_instance (fixture->recruiter));
      g_assert_cmpuint (interview_presence_get_peers (left)->len, ==, 2);
    }
  exchange_signals (programs, 2, fixture->room_id);
  room = load_room (fixture, fixture->room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_LIVE);
  g_object_unref (room);
  stand_in_free (marcus);
}

/* Called off while the candidate waits. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewPresence) own = NULL;
  g_autoptr (InterviewPresence) empty = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  stand_in_connect (fixture->candidate, 0);
  own = stand_in_join (fixture->candidate, fixture->room_id);
  g_assert_cmpuint (stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_ROOM_CANCEL,
                                   fixture->room_id, NULL, NULL),
                    ==, 200);
  await_event (fixture->candidate, INTERVIEW_EVENT_KIND_ROOM_CANCELLED, fixture->room_id);
  empty = stand_in_expect_presence (fixture->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (empty)->len, ==, 0);
  room = load_room (fixture, fixture->room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_CANCELLED);
}

/* A room whose time is over in a moment: the server says by itself that it was missed. */
static void
test_missed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *candidate_id =
      stand_in_get_first_id (fixture->admin, INTERVIEW_ROUTE_CANDIDATES);
  g_autofree char *position_id = stand_in_get_first_id (fixture->admin, INTERVIEW_ROUTE_POSITIONS);
  const char *ids[] = { stand_in_get_person_id (fixture->recruiter), NULL };
  g_autoptr (InterviewRoomRequest) request =
      g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id", candidate_id, "position-id",
                    position_id, "recruiter-ids", ids, "starts-at",
                    g_get_real_time () - G_TIME_SPAN_MINUTE * 5 + G_TIME_SPAN_SECOND,
                    "duration-minutes", (gint64) 5, NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));
  g_autofree char *room_id = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  JsonObject *made;

  stand_in_connect (fixture->recruiter, 0);
  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_ROOM_CREATE, NULL, NULL, body),
                    ==, 201);
  made = json_object_get_object_member (stand_in_get_object (fixture->admin), "room");
  room_id = g_strdup (json_object_get_string_member (made, "id"));
  await_event (fixture->recruiter, INTERVIEW_EVENT_KIND_ROOM_CHANGED, room_id);
  room = load_room (fixture, room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_MISSED);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
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
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
