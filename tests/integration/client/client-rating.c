/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/rating-api.h"
#include "client/spool.h"
#include "core/id.h"
#include "cutting-proxy.h"
#include "support/await.h"
#include "support/folder.h"
#include "support/server-fixture.h"
#include "visitor.h"

#define EMAIL "lin.yating@heronreed.example"
#define PASSWORD "reed-lantern-42"

typedef struct
{
  ServerFixture *server;
  char *folder;
  char *spool_path;
  InterviewRating *rating;
  InterviewSpool *spool;
  GAsyncResult *result;
  guint n_delivered;
} Fixture;

static InterviewRating *
fill_in (InterviewRatingForm *form)
{
  InterviewParticipant *recruiter =
      g_ptr_array_index (interview_rating_form_get_recruiters (form), 0);
  g_autofree char *id = interview_id_new ();

  return g_object_new (INTERVIEW_TYPE_RATING, "id", id, "room_id",
                       interview_rating_form_get_room_id (form), "recruiter_id",
                       interview_participant_get_person_id (recruiter), "stars", (gint64) 5,
                       "comment", "Clear and friendly.", "answered_at", g_get_real_time (),
                       "delivery_token", interview_rating_form_get_delivery_token (form), NULL);
}

/* A candidate of a new room gets the form, as when the interview has ended. */
static void
set_up (Fixture *fixture, gconstpointer server)
{
  g_autoptr (Visitor) recruiter = NULL;
  g_autoptr (Visitor) candidate = NULL;
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (InterviewRatingForm) form = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = (ServerFixture *) server;
  recruiter = visitor_new (server_fixture_get_endpoint (fixture->server));
  candidate = visitor_new (server_fixture_get_endpoint (fixture->server));
  session = visitor_sign_in (recruiter, EMAIL, PASSWORD, &error);
  g_assert_no_error (error);
  created = visitor_create_room (recruiter, 0);
  visitor_expect_redeemed (candidate, interview_invitation_get_code (
                                          interview_created_room_get_invitation (created)));
  interview_rating_api_get_form_async (candidate->connection,
                                       interview_room_get_id (
                                           interview_created_room_get_room (created)),
                                       NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  form = interview_rating_api_get_form_finish (candidate->connection, result, &error);
  g_assert_no_error (error);
  fixture->rating = fill_in (form);
  fixture->folder = test_folder_new ();
  fixture->spool_path = g_build_filename (fixture->folder, "spool.sqlite", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer server)
{
  if (fixture->spool != NULL)
    test_clear_last (&fixture->spool);
  g_clear_object (&fixture->rating);
  test_folder_remove (fixture->folder);
  g_free (fixture->spool_path);
}

static void
on_delivered (InterviewSpool *spool, const char *id, gpointer user_data)
{
  ((Fixture *) user_data)->n_delivered++;
}

static void
open_spool (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->spool = interview_spool_new (fixture->spool_path, FALSE);
  g_signal_connect (fixture->spool, "delivered", G_CALLBACK (on_delivered), fixture);
  interview_spool_open_async (fixture->spool, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  interview_spool_open_finish (fixture->spool, result, &error);
  g_assert_no_error (error);
}

static gboolean
is_delivered (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_delivered == 1 && interview_spool_get_n_waiting (fixture->spool) == 0;
}

typedef struct
{
  const char *room_id;
  gint64 count;
} Count;

static gboolean
count_rows (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Count *count = data;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT count(*) FROM rating WHERE room_id = $1");

  interview_sqlite_statement_bind_text (statement, 1, count->room_id);
  if (interview_sqlite_statement_next (statement))
    count->count = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static void
assert_rows (Fixture *fixture, gint64 expected)
{
  Count count = { interview_rating_get_room_id (fixture->rating), -1 };

  server_fixture_run (fixture->server, count_rows, &count);
  g_assert_cmpint (count.count, ==, expected);
}

static GSubprocess *
keep_in_process (Fixture *fixture, InterviewEndpoint *endpoint, GDataInputStream **lines)
{
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (fixture->rating));
  g_autofree char *address = interview_endpoint_to_text (endpoint);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, RATING_KEEPER,
                              fixture->spool_path, address, text, NULL);
  g_assert_no_error (error);
  *lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  return process;
}

static void
expect_line (Fixture *fixture, GDataInputStream *lines, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *line = NULL;

  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, NULL, test_keep_result,
                                       &fixture->result);
  result = test_await_result (&fixture->result);
  line = g_data_input_stream_read_line_finish (lines, result, NULL, NULL);
  g_assert_cmpstr (line, ==, expected);
}

static void
kill_process (GSubprocess *process)
{
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
}

static void
test_killed_while_away (Fixture *fixture, gconstpointer server)
{
  g_autoptr (InterviewEndpoint) endpoint =
      g_object_ref (server_fixture_get_endpoint (fixture->server));
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process = NULL;

  server_fixture_stop (fixture->server);
  process = keep_in_process (fixture, endpoint, &lines);
  expect_line (fixture, lines, "kept");
  kill_process (process);
  server_fixture_start (fixture->server);
  assert_rows (fixture, 0);
  open_spool (fixture);
  test_await (is_delivered, fixture);
  assert_rows (fixture, 1);

  test_clear_last (&fixture->spool);
  open_spool (fixture);
  g_assert_cmpuint (interview_spool_get_n_waiting (fixture->spool), ==, 0);
  assert_rows (fixture, 1);
}

static gboolean
has_cut (gpointer proxy)
{
  return test_cutting_proxy_get_n_cut (proxy) > 0;
}

static void
test_answer_dropped (Fixture *fixture, gconstpointer server)
{
  g_autoptr (TestCuttingProxy) proxy = test_cutting_proxy_new ();
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process = NULL;

  test_cutting_proxy_set_target (proxy, server_fixture_get_endpoint (fixture->server));
  test_cutting_proxy_set_cuts (proxy, TRUE);
  process = keep_in_process (fixture, test_cutting_proxy_get_endpoint (proxy), &lines);
  expect_line (fixture, lines, "kept");
  test_await (has_cut, proxy);
  assert_rows (fixture, 1);
  kill_process (process);

  server_fixture_stop (fixture->server);
  server_fixture_start (fixture->server);
  test_cutting_proxy_set_target (proxy, server_fixture_get_endpoint (fixture->server));
  test_cutting_proxy_set_cuts (proxy, FALSE);
  open_spool (fixture);
  test_await (is_delivered, fixture);
  assert_rows (fixture, 1);
}

static void
test_delivered_at_once (Fixture *fixture, gconstpointer server)
{
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process =
      keep_in_process (fixture, server_fixture_get_endpoint (fixture->server), &lines);

  expect_line (fixture, lines, "kept");
  expect_line (fixture, lines, "delivered");
  assert_rows (fixture, 1);
  kill_process (process);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/rating/" path, Fixture, server, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (ServerFixture) server = NULL;

  g_test_init (&argc, &argv, NULL);
  server = server_fixture_new ();
  server_fixture_start (server);
  ADD ("delivered-at-once", test_delivered_at_once);
  ADD ("killed-while-away", test_killed_while_away);
  ADD ("answer-dropped", test_answer_dropped);
  return g_test_run ();
}
