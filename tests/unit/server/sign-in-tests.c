/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/link.h"
#include "sample-store.h"
#include "server/services/invitation-service.h"
#include "server/services/password-hasher.h"
#include "server/services/room-service.h"
#include "server/services/session-service.h"
#include "server/services/token.h"
#include "support/await.h"

/* What a step finds out for the next one. */
typedef struct
{
  const char *code;
  char *token;
  char *second_token;
  char *person_id;
  char *secret;
  const char *email;
  InterviewErrorCode expected;
  gint64 opens_at;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_free (facts->token);
  g_free (facts->second_token);
  g_free (facts->person_id);
  g_free (facts->secret);
}

static void
assert_refused (InterviewTransaction *transaction, const char *token, InterviewErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (interview_session_service_authenticate (transaction, token, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, (int) code);
}

static char *
redeem (InterviewTransaction *transaction, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 opens_at = -1;
  g_autoptr (InterviewSession) session =
      interview_invitation_service_redeem (transaction, code, "en", &opens_at, &error);

  g_assert_no_error (error);
  g_assert_cmpint (opens_at, ==, 0);
  interview_record_validate (INTERVIEW_RECORD (session), &error);
  g_assert_no_error (error);
  return g_strdup (interview_session_get_token (session));
}

static void
step_redeem (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) actor = NULL;

  facts->token = redeem (transaction, facts->code);
  actor = interview_session_service_authenticate (transaction, facts->token, "zh-CN", NULL);
  g_assert_cmpint (interview_actor_get_role (actor), ==, INTERVIEW_ROLE_CANDIDATE);
  g_assert_nonnull (interview_actor_get_room_id (actor));
  g_assert_cmpstr (interview_actor_get_language (actor), ==, "zh-CN");
  /* Neither the token nor the code is in the store. */
  g_assert_cmpint (sample_store_count (transaction, "SELECT min(length(token_hash)) FROM session"),
                   ==, 32);
}

/* On a second machine, typed by hand: works, and signs the first one out. */
static void
step_redeem_again (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autofree char *typed = interview_code_group (facts->code);
  g_autofree char *capitals = g_ascii_strup (typed, -1);

  facts->second_token = redeem (transaction, capitals);
  assert_refused (transaction, facts->token, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
}

static void
test_second_machine (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { .code = interview_sample_get_candidate_code (store->sample) };
  g_autoptr (GPtrArray) first = sample_store_run (store, step_redeem, &facts);
  g_autoptr (GPtrArray) second = sample_store_run (store, step_redeem_again, &facts);
  InterviewPublication *publication;

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpuint (second->len, ==, 1);
  publication = second->pdata[0];
  g_assert_cmpint (interview_event_get_kind (interview_publication_get_event (publication)), ==,
                   INTERVIEW_EVENT_KIND_SESSION_ENDED);
  g_assert_nonnull (interview_publication_get_session_id (publication));
  clear_facts (&facts);
}

static void
step_refused (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (interview_invitation_service_redeem (transaction, facts->code, NULL,
                                                      &facts->opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, (int) facts->expected);
}

static void
expect (SampleStore *store, const char *code, InterviewErrorCode expected)
{
  Facts facts = { .code = code, .expected = expected };

  sample_store_do (store, step_refused, &facts);
  g_assert_cmpint (facts.opens_at != 0, ==, expected == INTERVIEW_ERROR_INVITATION_EARLY);
}

static void
step_invite_rajiv (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");
  g_autoptr (InterviewInvitation) invitation =
      interview_invitation_service_create (transaction, lin, room_id, NULL, NULL);

  *(char **) data = g_strdup (interview_invitation_get_code (invitation));
}

static void
step_renew_rajiv (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_new ("127.0.0.1", 8080, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewInvitation) invitation =
      interview_invitation_service_renew (transaction, lin, room_id, endpoint, &error);
  g_autoptr (InterviewLink) link = NULL;

  g_assert_no_error (error);
  link = interview_link_parse (interview_invitation_get_link (invitation), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (interview_link_get_code (link), ==, interview_invitation_get_code (invitation));
  *(char **) data = g_strdup (interview_invitation_get_code (invitation));
}

static void
step_end_rajiv (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");
  g_autoptr (InterviewRoom) room = interview_room_service_end (transaction, lin, room_id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (interview_room_get_state (room), ==, INTERVIEW_ROOM_STATE_ENDED);
  g_assert_null (interview_invitation_service_renew (transaction, lin, room_id, NULL, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
}

/* Every way in which an invitation does not work has an error of its own. */
static void
test_refused (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  const char *sign_in = interview_sample_get_recruiter_code (store->sample);
  g_autofree char *unknown = interview_token_new_code ();
  g_autofree char *code = NULL, *renewed = NULL;

  sample_store_do (store, step_invite_rajiv, &code);
  expect (store, "not a code", INTERVIEW_ERROR_INVITATION_UNKNOWN);
  expect (store, unknown, INTERVIEW_ERROR_INVITATION_UNKNOWN);
  expect (store, code, INTERVIEW_ERROR_INVITATION_EARLY);
  sample_store_do (store, step_renew_rajiv, &renewed);
  expect (store, code, INTERVIEW_ERROR_INVITATION_REVOKED);
  expect (store, renewed, INTERVIEW_ERROR_INVITATION_EARLY);

  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 3);
  expect (store, renewed, INTERVIEW_ERROR_INVITATION_EXPIRED);
  expect (store, sign_in, INTERVIEW_ERROR_INVITATION_EXPIRED);
  sample_store_do (store, step_end_rajiv, NULL);
  expect (store, renewed, INTERVIEW_ERROR_INVITATION_USED);
}

static void
step_sign_in_code (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) actor = NULL;

  facts->token = redeem (transaction, facts->code);
  actor = interview_session_service_authenticate (transaction, facts->token, NULL, NULL);
  g_assert_cmpint (interview_actor_get_role (actor), ==, INTERVIEW_ROLE_RECRUITER);
  g_assert_true (interview_session_service_sign_out (transaction, actor, NULL));
  assert_refused (transaction, facts->token, INTERVIEW_ERROR_UNAUTHENTICATED);
}

static void
test_sign_in_code (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { .code = interview_sample_get_recruiter_code (store->sample) };

  sample_store_do (store, step_sign_in_code, &facts);
  expect (store, facts.code, INTERVIEW_ERROR_INVITATION_USED);
  clear_facts (&facts);
}

static void
step_find_secret (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;

  g_assert_true (interview_session_service_find_secret (transaction, facts->email,
                                                        &facts->person_id, &facts->secret, NULL));
}

static void
step_sign_in (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (InterviewSession) other = NULL;
  g_autoptr (InterviewActor) actor = NULL;
  g_autoptr (GError) error = NULL;

  session = interview_session_service_sign_in (transaction, facts->person_id, facts->secret, "en",
                                               &error);
  g_assert_no_error (error);
  other = interview_session_service_sign_in (transaction, facts->person_id, facts->secret, "en",
                                             &error);
  g_assert_no_error (error);
  facts->token = g_strdup (interview_session_get_token (session));
  facts->second_token = g_strdup (interview_session_get_token (other));
  actor = interview_session_service_authenticate (transaction, facts->token, "en", &error);
  g_assert_no_error (error);

  g_assert_true (interview_session_service_change_secret (transaction, actor, facts->secret,
                                                          "another", &error));
  assert_refused (transaction, facts->second_token, INTERVIEW_ERROR_UNAUTHENTICATED);
  g_assert_null (interview_session_service_sign_in (transaction, facts->person_id, facts->secret,
                                                    "en", &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_WRONG_PASSWORD);
}

static void
step_expired (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;

  assert_refused (transaction, facts->token, INTERVIEW_ERROR_UNAUTHENTICATED);
  assert_refused (transaction, NULL, INTERVIEW_ERROR_UNAUTHENTICATED);
  assert_refused (transaction, "", INTERVIEW_ERROR_UNAUTHENTICATED);
  assert_refused (transaction, "x' OR '1'='1", INTERVIEW_ERROR_UNAUTHENTICATED);
}

static void
test_password_sessions (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { .email = " Lin.Yating@HERONREED.example " };
  Facts nobody = { .email = "nobody@heronreed.example" };
  g_autoptr (GPtrArray) signed_in = NULL;

  sample_store_do (store, step_find_secret, &facts);
  sample_store_do (store, step_find_secret, &nobody);
  g_assert_nonnull (facts.person_id);
  g_assert_null (nobody.person_id);
  g_assert_nonnull (nobody.secret);
  signed_in = sample_store_run (store, step_sign_in, &facts);
  g_assert_cmpuint (signed_in->len, ==, 1);
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 15);
  sample_store_do (store, step_expired, &facts);
  clear_facts (&facts);
  clear_facts (&nobody);
}

static gboolean
all_there (gpointer data)
{
  GAsyncResult **results = data;

  return results[0] != NULL && results[1] != NULL && results[2] != NULL;
}

/* One worker, and one may wait: of three at once one is refused at once, the others are served. */
static void
test_hasher (void)
{
  InterviewPasswordHasher *hasher = interview_password_hasher_new (1, 1);
  GAsyncResult *results[3] = { NULL };
  g_autofree char *secret = interview_password_hash ("面试 1234567", NULL);
  guint served = 0;

  g_assert_true (g_str_has_prefix (secret, "$argon2id$"));
  g_assert_null (strstr (secret, "1234567"));
  g_assert_false (interview_password_verify (secret, "wrong"));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    interview_password_hasher_verify_async (hasher, secret, "面试 1234567", NULL, test_keep_result,
                                            &results[i]);
  test_await (all_there, results);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) result = results[i];
      g_autoptr (GError) error = NULL;

      if (interview_password_hasher_verify_finish (hasher, result, &error))
        served++;
      else
        g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY);
    }
  g_assert_cmpuint (served, >=, 1);
  g_assert_cmpuint (served, <=, 2);
  test_clear_last (&hasher);
}

void
add_sign_in_tests (void)
{
  g_test_add_func ("/server/sign-in/second-machine", test_second_machine);
  g_test_add_func ("/server/sign-in/refused", test_refused);
  g_test_add_func ("/server/sign-in/code", test_sign_in_code);
  g_test_add_func ("/server/sign-in/password-sessions", test_password_sessions);
  g_test_add_func ("/server/sign-in/hasher", test_hasher);
}
