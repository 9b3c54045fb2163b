/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/id.h"
#include "core/model/rating-form.h"
#include "core/model/room-choice.h"
#include "core/model/staffing.h"
#include "core/protocol/event.h"
#include "support/stand-in.h"

/* Staffing at a real server: what a rating sets off in the programs of the staff. */

#define BAYAR "bayar@heronreed.example"
#define BAYAR_PASSWORD "autumn-ferry-63"
#define MARCUS "marcus.oyelaran@heronreed.example"
#define MARCUS_PASSWORD "quiet-harbour-17"

typedef struct
{
  ServerFixture *server;
  StandIn *lin;
  StandIn *bayar;
  StandIn *marcus;
  StandIn *admin;
  StandIn *candidate;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewSample *sample;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  sample = server_fixture_get_sample (fixture->server);
  fixture->lin =
      stand_in_new_redeemed (fixture->server, interview_sample_get_recruiter_code (sample));
  fixture->admin =
      stand_in_new_redeemed (fixture->server, interview_sample_get_admin_code (sample));
  fixture->candidate =
      stand_in_new_redeemed (fixture->server, interview_sample_get_candidate_code (sample));
  fixture->bayar = stand_in_new_signed_in (fixture->server, BAYAR, BAYAR_PASSWORD);
  fixture->marcus = stand_in_new_signed_in (fixture->server, MARCUS, MARCUS_PASSWORD);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stand_in_free (fixture->lin);
  stand_in_free (fixture->bayar);
  stand_in_free (fixture->marcus);
  stand_in_free (fixture->admin);
  stand_in_free (fixture->candidate);
  server_fixture_free (fixture->server);
}

static void
rate (Fixture *fixture, gint64 stars)
{
  const char *room_id = stand_in_get_room_id (fixture->candidate);
  g_autoptr (InterviewRatingForm) form =
      stand_in_load (fixture->candidate, INTERVIEW_ROUTE_RATING_FORM, room_id,
                     INTERVIEW_TYPE_RATING_FORM);
  InterviewParticipant *recruiter = interview_rating_form_get_recruiters (form)->pdata[0];
  g_autofree char *id = interview_id_new ();
  g_autofree char *body =
      g_strdup_printf ("{\"id\":\"%s\",\"room_id\":\"%s\",\"recruiter_id\":\"%s\",\"stars\":%d,"
                       "\"answered_at\":\"2030-01-01T00:00:00Z\",\"delivery_token\":\"%s\"}",
                       id, room_id, interview_participant_get_person_id (recruiter), (int) stars,
                       interview_rating_form_get_delivery_token (form));

  g_assert_cmpuint (stand_in_call (fixture->candidate, INTERVIEW_ROUTE_RATING, id, NULL, body), ==,
                    201);
}

/* Waits for the news, which says nothing of who was rated, by whom or where. */
static void
expect_news (StandIn *who)
{
  g_autoptr (InterviewEvent) event = NULL;

  do
    {
      g_clear_object (&event);
      event = stand_in_expect (who, INTERVIEW_MESSAGE_EVENT);
    }
  while (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_RATING_RECEIVED);
  g_assert_cmpint (interview_event_get_kind (event), ==, INTERVIEW_EVENT_KIND_STAFFING_CHANGED);
  g_assert_null (interview_event_get_room_id (event));
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  StandIn *const staff[] = { fixture->lin, fixture->bayar, fixture->marcus, fixture->admin };

  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    stand_in_arrive (staff[i], 0);
  rate (fixture, 2);
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      g_autoptr (InterviewStaffing) staffing = NULL;

      expect_news (staff[i]);
      staffing = stand_in_load (staff[i], INTERVIEW_ROUTE_STAFFING, NULL, INTERVIEW_TYPE_STAFFING);
      g_assert_cmpuint (interview_staffing_get_recruiters (staffing)->len, ==, 3);
    }
}

/* A new policy is news for everybody, and so is a decision. */
static void
test_policy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *wish = NULL;
  const char *rest;

  stand_in_arrive (fixture->bayar, 0);
  g_assert_cmpuint (stand_in_call (fixture->bayar, INTERVIEW_ROUTE_STAFFING_POLICY, NULL, NULL,
                                   NULL),
                    ==, 200);
  text = g_strdup (stand_in_get_text (fixture->bayar));
  rest = strstr (text, "\"capacity\":6");
  g_assert_nonnull (rest);
  wish = g_strdup_printf ("%.*s\"capacity\":2%s", (int) (rest - text), text,
                          rest + strlen ("\"capacity\":6"));
  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE, NULL,
                                   NULL, wish),
                    ==, 200);
  expect_news (fixture->bayar);
}

static StandIn *
redeem_invitation (Fixture *fixture, const char *room_id)
{
  g_autofree char *code = NULL;

  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_INVITATION_RENEW, room_id, NULL,
                                   NULL),
                    ==, 201);
  code = g_strdup (json_object_get_string_member (stand_in_get_object (fixture->admin), "code"));
  return stand_in_new_redeemed (fixture->server, code);
}

static void
allow_choice (Fixture *fixture)
{
  g_assert_cmpuint (
      stand_in_call (fixture->admin, INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE, NULL, NULL,
                     "{\"revision\":0,\"order\":\"best-first\",\"half_life_days\":0,"
                     "\"minimum_ratings\":6,\"threshold_percent\":0,\"withdrawal\":\"confirm\","
                     "\"capacity\":9,\"choice\":true,\"time_zone\":\"UTC\"}"),
      ==, 200);
}

/* The only recruiter in the answer who does not interview yet. */
static char *
find_free (StandIn *candidate, const char *room_id)
{
  g_autoptr (InterviewRoomChoice) choice =
      stand_in_load (candidate, INTERVIEW_ROUTE_ROOM_CHOICE, room_id, INTERVIEW_TYPE_ROOM_CHOICE);
  GPtrArray *recruiters = interview_room_choice_get_recruiters (choice);
  char *found = NULL;

  g_assert_true (interview_room_choice_get_may_choose (choice));
  for (guint i = 0; i < recruiters->len; i++)
    {
      InterviewRoomRecruiter *recruiter = g_ptr_array_index (recruiters, i);

      if (interview_room_recruiter_get_interviews (recruiter))
        continue;
      g_assert_null (found);
      found = g_strdup (interview_room_recruiter_get_recruiter_id (recruiter));
    }
  g_assert_nonnull (found);
  return found;
}

typedef struct
{
  StandIn *candidate;
  const char *room_id;
  const char *body;
  guint status;
} Runner;

static gpointer
run (gpointer data)
{
  Runner *runner = data;
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  runner->status = stand_in_call (runner->candidate, INTERVIEW_ROUTE_ROOM_CHOOSE, runner->room_id,
                                  NULL, runner->body);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static char *
find_room (StandIn *recruiter, const char *candidate)
{
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (recruiter, INTERVIEW_ROUTE_ROOMS, NULL, NULL, NULL), ==, 200);
  items = json_object_get_array_member (stand_in_get_object (recruiter), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *room = json_array_get_object_element (items, i);
      const char *name =
          json_object_get_string_member (json_object_get_object_member (room, "candidate"),
                                         "display_name");

      if (strstr (name, candidate) != NULL &&
          !g_str_equal (json_object_get_string_member (room, "state"), "ended"))
        return g_strdup (json_object_get_string_member (room, "id"));
    }
  g_assert_not_reached ();
}

/* Two candidates at the same time want the last recruiter who is free: one gets them, the other is
 * told so and keeps their interview with whom they had. */
static void
test_race (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_room = find_room (fixture->marcus, "Amelia");
  g_autoptr (StandIn) other = redeem_invitation (fixture, other_room);
  const char *own_room = stand_in_get_room_id (fixture->candidate);
  g_autofree char *wanted = NULL, *wanted_too = NULL, *body = NULL, *code = NULL;
  Runner runners[2] = { { fixture->candidate, own_room, NULL, 0 }, { other, other_room, NULL, 0 } };
  GThread *threads[2];
  guint loser;
  g_autoptr (InterviewRoomChoice) choice = NULL;

  g_assert_cmpuint (stand_in_call (other, INTERVIEW_ROUTE_ROOM_CHOICE, own_room, NULL, NULL), ==,
                    403);
  allow_choice (fixture);
  wanted = find_free (fixture->candidate, own_room);
  wanted_too = find_free (other, other_room);
  g_assert_cmpstr (wanted, ==, wanted_too);
  body = g_strdup_printf ("{\"recruiter_id\":\"%s\"}", wanted);
  for (guint i = 0; i < G_N_ELEMENTS (runners); i++)
    {
      runners[i].body = body;
      threads[i] = g_thread_new ("runner", run, &runners[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (runners[0].status + runners[1].status, ==, 200 + 409);
  loser = runners[0].status == 409 ? 0 : 1;
  code = stand_in_get_code (runners[loser].candidate);
  g_assert_cmpstr (code, ==, "recruiter-taken");
  choice = stand_in_load (runners[loser].candidate, INTERVIEW_ROUTE_ROOM_CHOICE,
                          runners[loser].room_id, INTERVIEW_TYPE_ROOM_CHOICE);
  g_assert_true (interview_room_choice_get_may_choose (choice));
  for (guint i = 0; i < interview_room_choice_get_recruiters (choice)->len; i++)
    g_assert_cmpstr (interview_room_recruiter_get_recruiter_id (
                         interview_room_choice_get_recruiters (choice)->pdata[i]),
                     !=, wanted);
  /* The winner may say it again. */
  g_assert_cmpuint (stand_in_call (runners[1 - loser].candidate, INTERVIEW_ROUTE_ROOM_CHOOSE,
                                   runners[1 - loser].room_id, NULL, body),
                    ==, 200);
}

/* Without the policy the candidate sees whom they meet, with a score only from the minimum on, and
 * cannot choose. */
static void
test_no_choice (Fixture *fixture, gconstpointer data)
{
  const char *room_id = stand_in_get_room_id (fixture->candidate);
  g_autoptr (InterviewRoomChoice) choice =
      stand_in_load (fixture->candidate, INTERVIEW_ROUTE_ROOM_CHOICE, room_id,
                     INTERVIEW_TYPE_ROOM_CHOICE);
  GPtrArray *recruiters = interview_room_choice_get_recruiters (choice);
  g_autofree char *other = NULL, *body = NULL;

  g_assert_false (interview_room_choice_get_may_choose (choice));
  g_assert_cmpuint (recruiters->len, ==, 1);
  g_assert_true (interview_room_recruiter_get_shown (recruiters->pdata[0]));
  g_assert_cmpint (interview_room_recruiter_get_ratings (recruiters->pdata[0]), ==, 3);
  allow_choice (fixture);
  other = find_free (fixture->candidate, room_id);
  g_assert_cmpuint (stand_in_call (fixture->lin, INTERVIEW_ROUTE_ROOM_END, room_id, NULL, NULL), ==,
                    200);
  body = g_strdup_printf ("{\"recruiter_id\":\"%s\"}", other);
  g_assert_cmpuint (stand_in_call (fixture->candidate, INTERVIEW_ROUTE_ROOM_CHOOSE, room_id, NULL,
                                   body),
                    ==, 409);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/server/staffing/news", Fixture, NULL, set_up, test_news, tear_down);
  g_test_add ("/server/staffing/policy", Fixture, NULL, set_up, test_policy, tear_down);
  g_test_add ("/server/staffing/race", Fixture, NULL, set_up, test_race, tear_down);
  g_test_add ("/server/staffing/no-choice", Fixture, NULL, set_up, test_no_choice, tear_down);
  return g_test_run ();
}
