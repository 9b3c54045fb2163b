/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/error.h"
#include "core/id.h"
#include "core/model/help.h"
#include "core/protocol/event.h"
#include "core/protocol/limits.h"
#include "core/protocol/room-reference.h"
#include "server/services/setup-service.h"
#include "server/services/password-hasher.h"
#include "support/cast.h"

/* Help for a candidate who is stuck, at a real server: HR hears of it and answers, the panel does
 * not, and nobody comes nearer to the interview by it. */

#define SECRET "My camera is broken, 摄像头坏了"
#define WORN "{\"place\":\"%s\",\"no_camera\":%s,\"no_microphone\":false,\"bad_network\":false}"

static void
set_up (Cast *cast, gconstpointer data)
{
  cast_open (cast, server_fixture_new ());
  stand_in_arrive (cast->recruiter, 0);
  stand_in_arrive (cast->admin, 0);
  stand_in_arrive (cast->candidate, 0);
}

static void
tear_down (Cast *cast, gconstpointer data)
{
  cast_close (cast);
}

static guint
ask (Cast *cast, StandIn *who, const char *place, gboolean no_camera)
{
  g_autofree char *body = g_strdup_printf (WORN, place, no_camera ? "true" : "false");

  return stand_in_call (who, INTERVIEW_ROUTE_HELP_ASK, cast->room_id, NULL, body);
}

static guint
write_as (Cast *cast, StandIn *who, const char *text)
{
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", text);
  g_autofree char *id = interview_id_new ();

  return stand_in_call (who, INTERVIEW_ROUTE_HELP_CHAT_SEND, cast->room_id, id, body);
}

static guint
close_help (Cast *cast, StandIn *who)
{
  return stand_in_call (who, INTERVIEW_ROUTE_HELP_CLOSE, cast->room_id, NULL, NULL);
}

static InterviewHelp *
load (Cast *cast)
{
  return stand_in_load (cast->candidate, INTERVIEW_ROUTE_HELP, cast->room_id, INTERVIEW_TYPE_HELP);
}

static void
assert_state (Cast *cast, InterviewHelpState state)
{
  g_autoptr (InterviewHelp) help = load (cast);

  g_assert_cmpint (interview_help_get_state (help), ==, state);
}

static void
expect_event (Cast *cast, StandIn *who, InterviewEventKind kind)
{
  g_autoptr (InterviewEvent) event = NULL;

  do
    {
      g_clear_object (&event);
      event = stand_in_expect (who, INTERVIEW_MESSAGE_EVENT);
    }
  while (interview_event_get_kind (event) != kind);
  g_assert_cmpstr (interview_event_get_room_id (event), ==, cast->room_id);
}

/* Who waits, as HR's list has it. */
static guint
count_listed (Cast *cast)
{
  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_HELP_LIST, NULL, NULL, NULL), ==,
                    200);
  return json_array_get_length (
      json_object_get_array_member (stand_in_get_object (cast->admin), "items"));
}

static void
test_asked_answered_closed (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewHelp) moved = NULL;

  g_assert_cmpuint (stand_in_call (cast->candidate, INTERVIEW_ROUTE_HELP, cast->room_id, NULL,
                                   NULL),
                    ==, 404);
  g_assert_cmpuint (count_listed (cast), ==, 0);
  g_assert_cmpuint (ask (cast, cast->candidate, "devices", TRUE), ==, 200);
  expect_event (cast, cast->admin, INTERVIEW_EVENT_KIND_HELP_CHANGED);
  expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_HELP_CHANGED);
  help = load (cast);
  g_assert_cmpint (interview_help_get_place (help), ==, INTERVIEW_HELP_PLACE_DEVICES);
  g_assert_true (interview_help_get_no_camera (help));
  g_assert_false (interview_help_get_no_microphone (help));
  g_assert_null (interview_help_get_caller (help));
  g_assert_cmpstr (interview_participant_get_person_id (interview_help_get_candidate (help)), ==,
                   stand_in_get_person_id (cast->candidate));
  g_assert_cmpuint (count_listed (cast), ==, 1);

  /* The same again is no news; another place is. */
  g_assert_cmpuint (ask (cast, cast->candidate, "devices", TRUE), ==, 200);
  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", FALSE), ==, 200);
  moved = load (cast);
  g_assert_cmpint (interview_help_get_revision (moved), ==, interview_help_get_revision (help) + 1);
  g_assert_cmpint (interview_help_get_asked_at (moved), ==, interview_help_get_asked_at (help));

  g_assert_cmpuint (write_as (cast, cast->admin, "Is it plugged in?"), ==, 201);
  expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_HELP_MESSAGE);
  assert_state (cast, INTERVIEW_HELP_STATE_ANSWERED);
  g_assert_cmpuint (write_as (cast, cast->candidate, "Now it is"), ==, 201);
  assert_state (cast, INTERVIEW_HELP_STATE_OPEN);
  g_assert_cmpuint (close_help (cast, cast->candidate), ==, 200);
  g_assert_cmpuint (count_listed (cast), ==, 0);
  /* A last word of HR opens nothing, one of the candidate does. */
  g_assert_cmpuint (write_as (cast, cast->admin, "Good luck"), ==, 201);
  assert_state (cast, INTERVIEW_HELP_STATE_CLOSED);
  g_assert_cmpuint (write_as (cast, cast->candidate, "It is gone again"), ==, 201);
  g_assert_cmpuint (count_listed (cast), ==, 1);
  g_assert_cmpuint (close_help (cast, cast->admin), ==, 200);
  assert_state (cast, INTERVIEW_HELP_STATE_CLOSED);
}

/* Neither the recruiters of the room nor its chats hear or see anything of it. */
static void
test_closed_to_the_panel (Cast *cast, gconstpointer data)
{
  g_autofree char *message_id = NULL;

  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", FALSE), ==, 200);
  g_assert_cmpuint (write_as (cast, cast->candidate, SECRET), ==, 201);
  g_assert_cmpuint (write_as (cast, cast->admin, SECRET), ==, 201);
  g_assert_cmpuint (ask (cast, cast->recruiter, "lobby", FALSE), ==, 403);
  g_assert_cmpuint (write_as (cast, cast->recruiter, "Let me help"), ==, 403);
  g_assert_cmpuint (close_help (cast, cast->recruiter), ==, 403);
  for (InterviewRoute route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      if (g_str_equal (interview_route_get_method (route), "GET") &&
          route != INTERVIEW_ROUTE_EVENTS && route != INTERVIEW_ROUTE_BLOB)
        stand_in_call (cast->recruiter, route, cast->room_id, NULL, NULL);
    }
  message_id = interview_id_new ();
  /* The next thing that the recruiter hears is not about help. */
  g_assert_cmpuint (stand_in_call (cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, cast->room_id,
                                   message_id, "{\"text\":\"Hello\"}"),
                    ==, 201);
  expect_event (cast, cast->recruiter, INTERVIEW_EVENT_KIND_CHAT_MESSAGE);
  g_assert_null (strstr (stand_in_get_heard (cast->recruiter), "camera is broken"));
  g_assert_null (strstr (stand_in_get_heard (cast->recruiter), "help-"));
  g_assert_nonnull (strstr (stand_in_get_heard (cast->admin), "help-message"));
}

static void
say_join (StandIn *who, const char *room_id)
{
  g_autoptr (InterviewRoomReference) reference =
      g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room-id", room_id, NULL);

  stand_in_say (who, INTERVIEW_MESSAGE_JOIN, reference);
}

static void
expect_peers (InterviewPresence *presence, guint n)
{
  GPtrArray *peers = interview_presence_get_peers (presence);

  g_assert_cmpuint (peers != NULL ? peers->len : 0, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_false (interview_peer_get_in_lobby (peers->pdata[i]));
}

static void
expect_caller (Cast *cast, const char *person_id)
{
  const char *found;

  do
    {
      g_autoptr (InterviewHelp) help = NULL;
      InterviewParticipant *caller;

      expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_HELP_CHANGED);
      help = load (cast);
      caller = interview_help_get_caller (help);
      found = caller != NULL ? interview_participant_get_person_id (caller) : NULL;
      if (g_strcmp0 (found, person_id) == 0)
        return;
    }
  while (TRUE);
}

static gboolean
add_foreign_admin (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (InterviewPerson) admin = NULL;

  admin = interview_setup_service_create (transaction, "Others", "en", "Otto", "otto@example.com",
                                          data, error);
  return admin != NULL;
}

static void
test_foreign_hr (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (StandIn) foreign = stand_in_new (cast->server);
  g_autofree char *secret = interview_password_hash ("far-away-lantern-1", NULL);

  server_fixture_run (cast->server, add_foreign_admin, secret);
  g_assert_cmpuint (stand_in_call (foreign, INTERVIEW_ROUTE_SIGN_IN, NULL, NULL,
                                   "{\"email\":\"otto@example.com\","
                                   "\"password\":\"far-away-lantern-1\"}"),
                    ==, 201);
  stand_in_set_token (foreign,
                      json_object_get_string_member (stand_in_get_object (foreign), "token"));
  stand_in_arrive (foreign, 0);
  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", FALSE), ==, 200);
  help = load (cast);
  g_assert_cmpuint (stand_in_call (foreign, INTERVIEW_ROUTE_HELP_LIST, NULL, NULL, NULL), ==, 200);
  g_assert_null (strstr (stand_in_get_text (foreign), "place"));
  g_assert_cmpuint (stand_in_call (foreign, INTERVIEW_ROUTE_HELP, cast->room_id, NULL, NULL), ==,
                    404);
  g_assert_cmpuint (write_as (cast, foreign, "Hello"), ==, 404);
  g_assert_cmpuint (close_help (cast, foreign), ==, 404);
  /* Nor are they in the video call, be HR there or not. */
  say_join (foreign, interview_help_get_id (help));
  stand_in_expect_error (foreign, "not-found");
  alone = stand_in_join (cast->admin, interview_help_get_id (help));
  expect_peers (alone, 1);
  say_join (foreign, interview_help_get_id (help));
  stand_in_expect_error (foreign, "not-found");
  g_assert_null (strstr (stand_in_get_heard (foreign), "presence"));
  expect_caller (cast, stand_in_get_person_id (cast->admin));
}

static void
test_limits (Cast *cast, gconstpointer data)
{
  g_autofree char *longer = g_strnfill (INTERVIEW_LIMIT_TEXT + 1, 'x');

  g_assert_cmpuint (write_as (cast, cast->candidate, "Too early"), ==, 409);
  g_assert_cmpuint (ask (cast, cast->candidate, "kitchen", FALSE), ==, 400);
  g_assert_cmpuint (stand_in_call (cast->candidate, INTERVIEW_ROUTE_HELP_ASK, cast->room_id, NULL,
                                   "{\"place\":\"lobby\"}"),
                    ==, 400);
  for (guint i = 0; i < INTERVIEW_LIMIT_HELP_PER_HOUR; i++)
    g_assert_cmpuint (ask (cast, cast->candidate, "lobby", i % 2 == 0), ==, 200);
  g_assert_cmpuint (ask (cast, cast->candidate, "call", FALSE), ==, 429);
  /* Whoever rang too often can still write, and say that all is well. */
  g_assert_cmpuint (write_as (cast, cast->candidate, longer), ==, 400);
  g_assert_cmpuint (write_as (cast, cast->candidate, "Hello?"), ==, 201);
  g_assert_cmpuint (close_help (cast, cast->candidate), ==, 200);
}

static void
test_restart (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewHelp) after = NULL;
  JsonArray *messages;

  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", TRUE), ==, 200);
  g_assert_cmpuint (write_as (cast, cast->candidate, SECRET), ==, 201);
  help = load (cast);
  server_fixture_stop (cast->server);
  server_fixture_start (cast->server);
  after = load (cast);
  g_assert_cmpint (interview_help_get_state (after), ==, INTERVIEW_HELP_STATE_OPEN);
  g_assert_cmpint (interview_help_get_asked_at (after), ==, interview_help_get_asked_at (help));
  g_assert_cmpstr (interview_help_get_text (after), ==, SECRET);
  g_assert_cmpuint (count_listed (cast), ==, 1);
  g_assert_cmpuint (stand_in_call (cast->admin, INTERVIEW_ROUTE_HELP_CHAT, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  messages = json_object_get_array_member (stand_in_get_object (cast->admin), "items");
  g_assert_cmpuint (json_array_get_length (messages), ==, 1);
}

/* Help is no interactive feature, and it is there a while after the end, too. */
static void
test_switched_off_and_ended (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewRoom) room =
      stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  g_autofree char *body =
      g_strdup_printf ("{\"revision\":%" G_GINT64_FORMAT ",\"interactive\":false}",
                       interview_room_get_revision (room));

  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_SWITCH, cast->room_id,
                                   NULL, body),
                    ==, 200);
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  g_assert_cmpuint (ask (cast, cast->candidate, "ended", FALSE), ==, 200);
  g_assert_cmpuint (write_as (cast, cast->admin, "What is it?"), ==, 201);
  assert_state (cast, INTERVIEW_HELP_STATE_ANSWERED);
}

/* HR steps in by video; the candidate is told and takes part, and is still in the lobby. */
static void
test_video_call (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewPresence) lobby = NULL;
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (InterviewPresence) both = NULL;
  g_autoptr (InterviewPresence) out = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  StandIn *second;

  second = stand_in_new (cast->server);
  stand_in_set_token (second, stand_in_get_token (cast->candidate));
  stand_in_arrive (second, 0);
  lobby = stand_in_join (cast->candidate, cast->room_id);
  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", FALSE), ==, 200);
  help = load (cast);
  say_join (cast->recruiter, interview_help_get_id (help));
  stand_in_expect_error (cast->recruiter, "not-in-room");
  alone = stand_in_join (cast->admin, interview_help_get_id (help));
  expect_peers (alone, 1);
  expect_caller (cast, stand_in_get_person_id (cast->admin));
  assert_state (cast, INTERVIEW_HELP_STATE_ANSWERED);

  both = stand_in_join (second, interview_help_get_id (help));
  expect_peers (both, 2);
  g_object_unref (stand_in_expect_presence (cast->admin, INTERVIEW_PRESENCE_CAUSE_JOINED));
  room = stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  g_assert_cmpint (interview_room_get_entrance (room), ==, INTERVIEW_ROOM_ENTRANCE_LOBBY);

  stand_in_leave (cast->admin, interview_help_get_id (help));
  expect_caller (cast, NULL);
  g_object_unref (stand_in_expect_presence (second, INTERVIEW_PRESENCE_CAUSE_LEFT));
  g_assert_cmpuint (close_help (cast, cast->candidate), ==, 200);
  out = stand_in_expect_presence (second, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  expect_peers (out, 0);
  say_join (cast->admin, interview_help_get_id (help));
  stand_in_expect_error (cast->admin, "room-closed");
  stand_in_free (second);
}

/* A program of HR that dies ends its call. */
static void
test_caller_is_lost (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewPresence) alone = NULL;

  g_assert_cmpuint (ask (cast, cast->candidate, "lobby", FALSE), ==, 200);
  help = load (cast);
  alone = stand_in_join (cast->admin, interview_help_get_id (help));
  expect_caller (cast, stand_in_get_person_id (cast->admin));
  stand_in_drop (cast->admin);
  expect_caller (cast, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Cast *cast, gconstpointer data);
  } tests[] = {
    { "/server/help/asked-answered-closed", test_asked_answered_closed },
    { "/server/help/closed-to-the-panel", test_closed_to_the_panel },
    { "/server/help/foreign-hr", test_foreign_hr },
    { "/server/help/limits", test_limits },
    { "/server/help/restart", test_restart },
    { "/server/help/switched-off-and-ended", test_switched_off_and_ended },
    { "/server/help/video-call", test_video_call },
    { "/server/help/caller-is-lost", test_caller_is_lost },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cast, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
