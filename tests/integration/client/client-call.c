/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/await.h"
#include "support/server-fixture.h"
#include "visitor.h"

#define EMAIL "lin.yating@heronreed.example"
#define PASSWORD "reed-lantern-42"

typedef struct
{
  ServerFixture *server;
  Visitor *recruiter;
  Visitor *candidate;
  InterviewCreatedRoom *created;
  const char *room_id;
  const char *code;
} Fixture;

/* The server is the same for all tests, the room is a new one for each. */
static void
set_up (Fixture *fixture, gconstpointer server)
{
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = (ServerFixture *) server;
  fixture->recruiter = visitor_new (server_fixture_get_endpoint (fixture->server));
  fixture->candidate = visitor_new (server_fixture_get_endpoint (fixture->server));
  session = visitor_sign_in (fixture->recruiter, EMAIL, PASSWORD, &error);
  g_assert_no_error (error);
  fixture->created = visitor_create_room (fixture->recruiter, 0);
  fixture->room_id = interview_room_get_id (interview_created_room_get_room (fixture->created));
  fixture->code =
      interview_invitation_get_code (interview_created_room_get_invitation (fixture->created));
  visitor_expect_redeemed (fixture->candidate, fixture->code);
  visitor_admit (fixture->recruiter, fixture->room_id);
}

static void
tear_down (Fixture *fixture, gconstpointer server)
{
  g_clear_pointer (&fixture->candidate, visitor_free);
  g_clear_pointer (&fixture->recruiter, visitor_free);
  g_clear_object (&fixture->created);
}

/* The recruiter comes first, then the candidate. */
static void
meet (Fixture *fixture)
{
  g_autoptr (InterviewPresence) alone = NULL;
  g_autoptr (InterviewPresence) joined = NULL;
  g_autoptr (InterviewPresence) both = NULL;

  visitor_join (fixture->recruiter, fixture->room_id);
  alone = visitor_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (alone)->len, ==, 1);
  visitor_join (fixture->candidate, fixture->room_id);
  joined = visitor_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED);
  g_assert_cmpuint (interview_presence_get_peers (joined)->len, ==, 2);
  both = visitor_expect_presence (fixture->candidate, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpuint (interview_presence_get_peers (both)->len, ==, 2);
}

static void
expect_departure (Fixture *fixture, InterviewPresenceCause cause, const char *instance)
{
  g_autoptr (InterviewPresence) presence = visitor_expect_presence (fixture->recruiter, cause);

  g_assert_cmpstr (interview_presence_get_departed (presence), ==, instance);
  g_assert_cmpuint (interview_presence_get_peers (presence)->len, ==, 1);
}

static void
exchange_signals (Fixture *fixture, gint64 epoch)
{
  g_autoptr (InterviewSignal) there = NULL;
  g_autoptr (InterviewSignal) back = NULL;

  visitor_send (fixture->recruiter, visitor_get_instance (fixture->candidate), epoch);
  there = visitor_expect_signal (fixture->candidate);
  g_assert_cmpstr (interview_signal_get_peer (there), ==,
                   visitor_get_instance (fixture->recruiter));
  g_assert_cmpint (interview_signal_get_epoch (there), ==, epoch);
  g_assert_cmpstr (interview_signal_get_sdp (there), ==, "v=0");
  visitor_send (fixture->candidate, interview_signal_get_peer (there), epoch + 1);
  back = visitor_expect_signal (fixture->recruiter);
  g_assert_cmpint (interview_signal_get_epoch (back), ==, epoch + 1);
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRoom) room = NULL;

  meet (fixture);
  exchange_signals (fixture, 1);
  room = visitor_get_room (fixture->candidate, fixture->room_id);
  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_LIVE);
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  meet (fixture);
  interview_call_channel_leave (fixture->candidate->call);
  expect_departure (fixture, INTERVIEW_PRESENCE_CAUSE_LEFT,
                    visitor_get_instance (fixture->candidate));
  visitor_join (fixture->candidate, fixture->room_id);
  visitor_await_joined (fixture->candidate, TRUE);
  g_object_unref (visitor_expect_presence (fixture->recruiter, INTERVIEW_PRESENCE_CAUSE_JOINED));
  exchange_signals (fixture, 5);
}

static void
test_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *instance = NULL;

  meet (fixture);
  instance = g_strdup (visitor_get_instance (fixture->candidate));
  g_clear_pointer (&fixture->candidate, visitor_free);
  expect_departure (fixture, INTERVIEW_PRESENCE_CAUSE_LOST, instance);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Visitor) second = visitor_new (server_fixture_get_endpoint (fixture->server));

  meet (fixture);
  visitor_expect_redeemed (second, fixture->code);
  visitor_join (second, fixture->room_id);
  visitor_await_joined (second, TRUE);
  visitor_expect_ended (fixture->candidate, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
  visitor_await_joined (fixture->candidate, FALSE);
  visitor_send (fixture->recruiter, visitor_get_instance (second), 9);
  g_object_unref (visitor_expect_signal (second));
}

static void
test_two_computers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Visitor) second = visitor_new (server_fixture_get_endpoint (fixture->server));
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (InterviewPresence) presence = NULL;
  g_autoptr (GError) error = NULL;

  meet (fixture);
  session = visitor_sign_in (second, EMAIL, PASSWORD, &error);
  g_assert_no_error (error);
  visitor_join (second, fixture->room_id);
  visitor_await_joined (second, TRUE);
  presence = visitor_expect_presence (fixture->candidate, INTERVIEW_PRESENCE_CAUSE_REPLACED);
  g_assert_cmpstr (interview_presence_get_departed (presence), ==,
                   visitor_get_instance (fixture->recruiter));
  visitor_expect_refused (fixture->recruiter, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
}

static void
test_server_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *recruiter = NULL;
  g_autofree char *candidate = NULL;

  meet (fixture);
  recruiter = g_strdup (visitor_get_instance (fixture->recruiter));
  candidate = g_strdup (visitor_get_instance (fixture->candidate));
  server_fixture_stop (fixture->server);
  visitor_await_joined (fixture->recruiter, FALSE);
  visitor_await_joined (fixture->candidate, FALSE);
  server_fixture_start (fixture->server);
  visitor_await_joined (fixture->recruiter, TRUE);
  visitor_await_joined (fixture->candidate, TRUE);
  g_assert_cmpstr (visitor_get_instance (fixture->recruiter), ==, recruiter);
  g_assert_cmpstr (visitor_get_instance (fixture->candidate), ==, candidate);
  while (interview_presence_get_peers (
             interview_signalling_get_presence (INTERVIEW_SIGNALLING (fixture->recruiter->call)))
             ->len < 2)
    g_main_context_iteration (NULL, TRUE);
  exchange_signals (fixture, 20);
}

#define ADD(path, func) g_test_add ("/client/call/" path, Fixture, server, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (ServerFixture) server = NULL;

  g_test_init (&argc, &argv, NULL);
  server = server_fixture_new ();
  server_fixture_start (server);
  ADD ("signals", test_signals);
  ADD ("left", test_left);
  ADD ("lost", test_lost);
  ADD ("replaced", test_replaced);
  ADD ("two-computers", test_two_computers);
  ADD ("server-restart", test_server_restart);
  return g_test_run ();
}
