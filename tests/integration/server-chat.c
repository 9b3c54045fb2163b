/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/error.h"
#include "core/id.h"
#include "core/model/chat-message.h"
#include "core/model/room.h"
#include "core/protocol/event.h"
#include "core/protocol/limits.h"
#include "server/services/access.h"
#include "server/store/assignment-table.h"
#include "support/cast.h"

/* The chat of a room at a real server: who reads what, once, and how much of it. */

#define SECRET "Ask about the gap in 2019, 她的简历有空档"

/* The HR admin interviews, too: a panel of two. */
static gboolean
assign_colleague (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Cast *cast = data;

  return interview_assignment_table_insert (transaction, cast->room_id,
                                            stand_in_get_person_id (cast->admin), 1, error);
}

static void
set_up (Cast *cast, gconstpointer data)
{
  cast_open (cast, server_fixture_new ());
  server_fixture_run (cast->server, assign_colleague, cast);
}

static void
tear_down (Cast *cast, gconstpointer data)
{
  cast_close (cast);
}

static guint
write_as (Cast *cast, StandIn *who, InterviewRoute route, const char *id, const char *text)
{
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", text);

  return stand_in_call (who, route, cast->room_id, id, body);
}

static void
say (Cast *cast, StandIn *who, InterviewRoute route, const char *text)
{
  g_autofree char *id = interview_id_new ();

  g_assert_cmpuint (write_as (cast, who, route, id, text), ==, 201);
}

/* Waits for the next message that others wrote; everything sent before it has come, too. */
static gint64
expect_event (Cast *cast, StandIn *who, InterviewEventKind kind)
{
  g_autoptr (InterviewEvent) event = NULL;
  InterviewEventKind found;

  do
    {
      g_clear_object (&event);
      event = stand_in_expect (who, INTERVIEW_MESSAGE_EVENT);
      found = interview_event_get_kind (event);
    }
  while (found != INTERVIEW_EVENT_KIND_CHAT_MESSAGE && found != INTERVIEW_EVENT_KIND_PANEL_MESSAGE);
  g_assert_cmpint (found, ==, kind);
  g_assert_cmpstr (interview_event_get_room_id (event), ==, cast->room_id);
  return interview_event_get_sequence (event);
}

static JsonArray *
list (Cast *cast, StandIn *who, InterviewRoute route)
{
  g_assert_cmpuint (stand_in_call (who, route, cast->room_id, NULL, NULL), ==, 200);
  return json_object_get_array_member (stand_in_get_object (who), "items");
}

static const char *
get_text (JsonArray *messages, guint index)
{
  return json_object_get_string_member (json_array_get_object_element (messages, index), "text");
}

static void
ask_for_everything (Cast *cast, StandIn *who, const char *secret_id)
{
  for (InterviewRoute route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      if (g_str_equal (interview_route_get_method (route), "GET") &&
          route != INTERVIEW_ROUTE_EVENTS && route != INTERVIEW_ROUTE_BLOB)
        stand_in_call (who, route, cast->room_id, secret_id, NULL);
    }
}

/* Whatever the candidate does, before, during and after, what the panel writes is not in anything
 * that the server says to them: neither its text nor its identifier, nor that there was one. */
static void
test_panel_never_reaches_candidate (Cast *cast, gconstpointer data)
{
  g_autofree char *secret_id = interview_id_new ();
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (InterviewPresence) together = NULL;
  gint64 seen;

  stand_in_arrive (cast->admin, 0);
  stand_in_arrive (cast->candidate, 0);
  alone = stand_in_join (cast->candidate, cast->room_id);
  together = stand_in_join (cast->admin, cast->room_id);
  g_assert_cmpuint (write_as (cast, cast->recruiter, INTERVIEW_ROUTE_PANEL_CHAT_SEND, secret_id,
                              SECRET),
                    ==, 201);
  expect_event (cast, cast->admin, INTERVIEW_EVENT_KIND_PANEL_MESSAGE);
  g_assert_cmpstr (get_text (list (cast, cast->admin, INTERVIEW_ROUTE_PANEL_CHAT), 0), ==, SECRET);
  say (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT_SEND, "Welcome");
  seen = expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_CHAT_MESSAGE);

  /* Away and back: what was missed has nothing of it, either. */
  stand_in_drop (cast->candidate);
  say (cast, cast->admin, INTERVIEW_ROUTE_PANEL_CHAT_SEND, SECRET);
  say (cast, cast->admin, INTERVIEW_ROUTE_CHAT_SEND, "Are you there?");
  stand_in_arrive (cast->candidate, seen);
  expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_CHAT_MESSAGE);
  stand_in_arrive (cast->candidate, 0);

  ask_for_everything (cast, cast->candidate, secret_id);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_PANEL_CHAT_SEND, secret_id,
                              "Hello"),
                    ==, 403);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, secret_id, SECRET),
                    ==, 409);
  g_assert_cmpuint (json_array_get_length (list (cast, cast->candidate, INTERVIEW_ROUTE_CHAT)), ==,
                    2);
  say (cast, cast->recruiter, INTERVIEW_ROUTE_PANEL_CHAT_SEND, SECRET);
  say (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT_SEND, "Thank you");
  expect_event (cast, cast->candidate, INTERVIEW_EVENT_KIND_CHAT_MESSAGE);

  g_assert_null (strstr (stand_in_get_heard (cast->candidate), "Ask about"));
  g_assert_null (strstr (stand_in_get_heard (cast->candidate), "空档"));
  g_assert_null (strstr (stand_in_get_heard (cast->candidate), secret_id));
  g_assert_null (strstr (stand_in_get_heard (cast->candidate), "panel"));
  /* And the ear is not deaf. */
  g_assert_nonnull (strstr (stand_in_get_heard (cast->candidate), "Are you there?"));
  g_assert_nonnull (strstr (stand_in_get_heard (cast->admin), secret_id));
}

static void
test_history (Cast *cast, gconstpointer data)
{
  JsonArray *messages;
  JsonObject *sender;

  say (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, "早上好");
  say (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT_SEND, "Good morning");
  server_fixture_stop (cast->server);
  server_fixture_start (cast->server);
  messages = list (cast, cast->candidate, INTERVIEW_ROUTE_CHAT);
  g_assert_cmpuint (json_array_get_length (messages), ==, 2);
  g_assert_cmpstr (get_text (messages, 0), ==, "早上好");
  g_assert_cmpstr (get_text (messages, 1), ==, "Good morning");
  sender = json_object_get_object_member (json_array_get_object_element (messages, 1), "sender");
  g_assert_cmpstr (json_object_get_string_member (sender, "person_id"), ==,
                   stand_in_get_person_id (cast->recruiter));
  g_assert_cmpstr (json_object_get_string_member (sender, "role"), ==, "recruiter");
}

static void
test_exactly_once (Cast *cast, gconstpointer data)
{
  g_autofree char *id = interview_id_new ();

  stand_in_arrive (cast->recruiter, 0);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, "Once"), ==,
                    201);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, "Once"), ==,
                    200);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, "Twice"), ==,
                    409);
  g_assert_cmpuint (write_as (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT_SEND, id, "Once"), ==,
                    409);
  g_assert_cmpuint (write_as (cast, cast->recruiter, INTERVIEW_ROUTE_PANEL_CHAT_SEND, id, "Once"),
                    ==, 409);
  g_assert_cmpuint (json_array_get_length (list (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT)), ==,
                    1);
  g_assert_cmpuint (json_array_get_length (
                        list (cast, cast->recruiter, INTERVIEW_ROUTE_PANEL_CHAT)),
                    ==, 0);
}

static void
test_limits (Cast *cast, gconstpointer data)
{
  static const char *const blanks[] = { "", " ", "\\n\\t", "\xe3\x80\x80", "\xe2\x80\x8b" };
  g_autofree char *longest = g_strnfill (INTERVIEW_LIMIT_TEXT, 'x');
  g_autofree char *longer = g_strnfill (INTERVIEW_LIMIT_TEXT + 1, 'x');
  g_autofree char *id = interview_id_new ();

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, blanks[i]),
                      ==, 400);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, longer), ==,
                    400);
  for (guint i = 0; i < INTERVIEW_LIMIT_CHAT_PER_MINUTE; i++)
    say (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, longest);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, "More"), ==,
                    429);
  /* The others are not silenced by it. */
  say (cast, cast->recruiter, INTERVIEW_ROUTE_CHAT_SEND, "Slowly, please");
}

static void
test_switched_off (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewRoom) room = NULL;
  g_autofree char *body = NULL;
  g_autofree char *id = interview_id_new ();

  say (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, "Before");
  room = stand_in_load (cast->recruiter, INTERVIEW_ROUTE_ROOM, cast->room_id, INTERVIEW_TYPE_ROOM);
  body = g_strdup_printf ("{\"revision\":%" G_GINT64_FORMAT ",\"interactive\":false}",
                          interview_room_get_revision (room));
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_SWITCH, cast->room_id,
                                   NULL, body),
                    ==, 200);
  g_assert_cmpuint (json_array_get_length (list (cast, cast->candidate, INTERVIEW_ROUTE_CHAT)), ==,
                    0);
  g_assert_cmpuint (write_as (cast, cast->candidate, INTERVIEW_ROUTE_CHAT_SEND, id, "Now"), ==,
                    403);
}

/* What was typed before the end may arrive a little after it. */
static void
test_after_the_end (Cast *cast, gconstpointer data)
{
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_END, cast->room_id, NULL,
                                   NULL),
                    ==, 200);
  say (cast, cast->recruiter, INTERVIEW_ROUTE_PANEL_CHAT_SEND, "That went well");
  g_assert_cmpuint (json_array_get_length (list (cast, cast->admin, INTERVIEW_ROUTE_PANEL_CHAT)),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Cast *cast, gconstpointer data);
  } tests[] = {
    { "/server/chat/panel-never-reaches-candidate", test_panel_never_reaches_candidate },
    { "/server/chat/history", test_history },
    { "/server/chat/exactly-once", test_exactly_once },
    { "/server/chat/limits", test_limits },
    { "/server/chat/switched-off", test_switched_off },
    { "/server/chat/after-the-end", test_after_the_end },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Cast, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
