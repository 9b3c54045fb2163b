/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/session-api.h"
#include "core/clock.h"
#include <string.h>

#include "client/attempt.h"
#include "support/await.h"
#include "support/server-fixture.h"
#include "visitor.h"

#define EMAIL "lin.yating@heronreed.example"
#define PASSWORD "reed-lantern-42"

typedef struct
{
  ServerFixture *server;
  Visitor *recruiter;
} Fixture;

/* The server is the same for all tests. */
static void
set_up (Fixture *fixture, gconstpointer server)
{
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = (ServerFixture *) server;
  fixture->recruiter = visitor_new (server_fixture_get_endpoint (fixture->server));
  session = visitor_sign_in (fixture->recruiter, EMAIL, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_person_get_role (interview_session_get_person (session)), ==,
                   INTERVIEW_ROLE_RECRUITER);
}

static void
tear_down (Fixture *fixture, gconstpointer server)
{
  visitor_free (fixture->recruiter);
}

static Visitor *
meet (Fixture *fixture)
{
  return visitor_new (server_fixture_get_endpoint (fixture->server));
}

static void
expect_failure (Fixture *fixture, const char *code, InterviewErrorCode expected)
{
  g_autoptr (Visitor) candidate = meet (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session = visitor_redeem (candidate, code, &error);

  g_assert_null (session);
  g_assert_error (error, INTERVIEW_ERROR, (int) expected);
  g_assert_null (interview_connection_get_token (candidate->connection));
}

/* The address was typed without “?tls=no”: nobody waits, and the reason is said. */
static void
test_encryption (Fixture *fixture, gconstpointer data)
{
  InterviewEndpoint *plain = server_fixture_get_endpoint (fixture->server);
  g_autoptr (InterviewEndpoint) endpoint =
      interview_endpoint_new (interview_endpoint_get_host (plain),
                              interview_endpoint_get_port (plain), TRUE, NULL);
  g_autoptr (Visitor) recruiter = visitor_new (endpoint);
  g_autoptr (GError) error = NULL;

  g_assert_null (visitor_sign_in (recruiter, EMAIL, PASSWORD, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (error->message, "tls=no"));
}

static void
test_password (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Visitor) other = meet (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) out_result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (visitor_sign_in (other, EMAIL, "something else", &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);
  g_assert_null (visitor_sign_in (other, "nobody@heronreed.example", PASSWORD, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_WRONG_PASSWORD);
  g_clear_error (&error);

  interview_session_api_change_password_async (fixture->recruiter->connection, PASSWORD,
                                               "a longer password", NULL, test_keep_result,
                                               &fixture->recruiter->result);
  result = test_await_result (&fixture->recruiter->result);
  g_assert_true (interview_session_api_change_password_finish (fixture->recruiter->connection,
                                                               result, &error));
  g_assert_null (visitor_sign_in (other, EMAIL, PASSWORD, NULL));
  g_object_unref (visitor_sign_in (other, EMAIL, "a longer password", &error));
  g_assert_no_error (error);

  interview_session_api_sign_out_async (other->connection, NULL, test_keep_result, &other->result);
  out_result = test_await_result (&other->result);
  g_assert_true (interview_session_api_sign_out_finish (other->connection, out_result, &error));
  g_assert_null (interview_connection_get_token (other->connection));
  g_assert_null (visitor_get_session (other, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED);
}

static void
test_codes (Fixture *fixture, gconstpointer data)
{
  const char *code =
      interview_sample_get_recruiter_code (server_fixture_get_sample (fixture->server));
  g_autoptr (Visitor) recruiter = meet (fixture);
  g_autoptr (Visitor) candidate = meet (fixture);
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  visitor_expect_redeemed (recruiter, code);
  expect_failure (fixture, code, INTERVIEW_ERROR_INVITATION_USED);
  expect_failure (fixture, "00000000000000000000000000", INTERVIEW_ERROR_INVITATION_UNKNOWN);
  session = visitor_redeem (candidate,
                            interview_sample_get_candidate_code (
                                server_fixture_get_sample (fixture->server)),
                            &error);
  g_assert_no_error (error);
  g_assert_nonnull (interview_session_get_room_id (session));
  g_assert_cmpint (interview_person_get_role (interview_session_get_person (session)), ==,
                   INTERVIEW_ROLE_CANDIDATE);
}

static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewCreatedRoom) created = visitor_create_room (fixture->recruiter, 0);
  const char *room_id = interview_room_get_id (interview_created_room_get_room (created));
  InterviewInvitation *first = interview_created_room_get_invitation (created);
  g_autoptr (InterviewInvitation) second = NULL;
  g_autoptr (Visitor) candidate = meet (fixture);

  second = visitor_renew_invitation (fixture->recruiter, room_id);
  expect_failure (fixture, interview_invitation_get_code (first),
                  INTERVIEW_ERROR_INVITATION_REVOKED);
  visitor_expect_redeemed (candidate, interview_invitation_get_code (second));
  visitor_go_online (candidate);
  visitor_revoke_invitation (fixture->recruiter, room_id);
  visitor_expect_ended (candidate, INTERVIEW_ERROR_UNAUTHENTICATED);
  expect_failure (fixture, interview_invitation_get_code (second),
                  INTERVIEW_ERROR_INVITATION_REVOKED);
}

static void
test_early (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewCreatedRoom) created = visitor_create_room (fixture->recruiter, 60 * 24);
  InterviewRoom *room = interview_created_room_get_room (created);
  g_autoptr (GDateTime) utc =
      g_date_time_new_from_unix_utc (interview_room_get_opens_at (room) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (local, "%H:%M");
  g_autoptr (Visitor) candidate = meet (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (visitor_redeem (
      candidate, interview_invitation_get_code (interview_created_room_get_invitation (created)),
      &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY);
  g_assert_nonnull (strstr (error->message, when));
}

static gboolean
let_expire (InterviewTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE invitation SET expires_at = not_before WHERE room_id = $1");

  interview_sqlite_statement_bind_text (statement, 1, data);
  return interview_sqlite_statement_run (statement, error);
}

static void
test_expired (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewCreatedRoom) created = visitor_create_room (fixture->recruiter, 0);

  server_fixture_run (fixture->server, let_expire,
                      (gpointer) interview_room_get_id (interview_created_room_get_room (created)));
  expect_failure (fixture,
                  interview_invitation_get_code (interview_created_room_get_invitation (created)),
                  INTERVIEW_ERROR_INVITATION_EXPIRED);
}

static void
test_second_machine (Fixture *fixture, gconstpointer data)
{
  const char *code =
      interview_sample_get_candidate_code (server_fixture_get_sample (fixture->server));
  g_autoptr (Visitor) first = meet (fixture);
  g_autoptr (Visitor) second = meet (fixture);
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  visitor_expect_redeemed (first, code);
  visitor_go_online (first);
  visitor_expect_redeemed (second, code);
  visitor_expect_ended (first, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
  g_assert_null (visitor_get_session (first, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
  session = visitor_get_session (second, NULL);
  g_assert_nonnull (session);
}

static char *
make_room (Fixture *fixture, InterviewAttempt *attempt, InterviewRoomRequest *request)
{
  const char *key = interview_attempt_get_key (attempt, INTERVIEW_RECORD (request));
  g_autoptr (InterviewCreatedRoom) created =
      visitor_send_room_request (fixture->recruiter, request, key);

  return g_strdup (interview_room_get_id (interview_created_room_get_room (created)));
}

/* The answer was lost and the button pressed again: that is the same room. Another time, or the
 * same form opened again, is another one. */
static void
test_second_press (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewAttempt) attempt = interview_attempt_new ();
  g_autoptr (InterviewAttempt) later = interview_attempt_new ();
  g_autoptr (InterviewRoomRequest) request = visitor_new_room_request (fixture->recruiter, 10);
  g_autoptr (InterviewRoomRequest) same = NULL;
  g_autoptr (InterviewRoomRequest) changed = visitor_new_room_request (fixture->recruiter, 20);
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (request));
  g_autofree char *first = make_room (fixture, attempt, request);
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autofree char *reopened = NULL;

  same = interview_record_from_text (INTERVIEW_TYPE_ROOM_REQUEST, text, -1, NULL);
  again = make_room (fixture, attempt, same);
  other = make_room (fixture, attempt, changed);
  reopened = make_room (fixture, later, same);
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpstr (other, !=, first);
  g_assert_cmpstr (reopened, !=, first);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/session/" path, Fixture, server, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (ServerFixture) server = NULL;

  g_test_init (&argc, &argv, NULL);
  server = server_fixture_new ();
  server_fixture_start (server);
  ADD ("codes", test_codes);
  ADD ("revoked", test_revoked);
  ADD ("early", test_early);
  ADD ("expired", test_expired);
  ADD ("second-machine", test_second_machine);
  ADD ("encryption", test_encryption);
  ADD ("second-press", test_second_press);
  ADD ("password", test_password);
  return g_test_run ();
}
