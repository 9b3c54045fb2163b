/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/connection-private.h"
#include "client/request.h"
#include "client/room-api.h"
#include "client/session-api.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "core/protocol/switch-request.h"
#include "scripted-server.h"
#include "support/await.h"

#define JSON "application/json"
#define PROBLEM "application/problem+json"
#define TOKEN "token-of-a-test"

typedef struct
{
  TestScriptedServer *server;
  InterviewConnection *connection;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "zh_CN.UTF-8", "zh_CN", "zh", "C", NULL };

  fixture->server = test_scripted_server_new ();
  fixture->connection =
      interview_connection_new (test_scripted_server_get_endpoint (fixture->server), TOKEN,
                                languages, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
}

static char *
make_question (void)
{
  g_autofree char *id = interview_id_new ();

  return g_strdup_printf ("{\"id\":\"%s\",\"side\":\"recruiter\",\"kind\":\"general\","
                          "\"text\":\"Why?\",\"asked_count\":3,\"asked\":false}",
                          id);
}

static gpointer
load_page (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_room_api_list_async (fixture->connection, 0, 0, NULL, NULL, test_keep_result,
                                 &fixture->result);
  result = test_await_result (&fixture->result);
  return interview_room_api_list_finish (fixture->connection, result, error);
}

static InterviewRequest *
make_end_request (Fixture *fixture)
{
  g_autofree char *room = interview_id_new ();

  return interview_request_new (fixture->connection, INTERVIEW_ROUTE_INVITATION_REVOKE, room, NULL);
}

static gboolean
send_empty (Fixture *fixture, InterviewRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_request_send_async (request, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  return interview_request_send_finish_empty (fixture->connection, result, error);
}

static void
test_headers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewPage) page = NULL;
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, JSON,
                            "{\"items\":[],\"next_cursor\":\"a b&c\"}");
  page = load_page (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (interview_page_get_items (page)->len, ==, 0);
  g_assert_cmpstr (interview_page_get_next_cursor (page), ==, "a b&c");
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 0, "Authorization"), ==,
                   "Bearer " TOKEN);
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 0, "Accept-Language"), ==,
                   "zh-CN, zh;q=0.9, en;q=0.8");
  g_assert_null (test_scripted_server_get_header (fixture->server, 0, "Accept-Encoding"));
  g_assert_null (test_scripted_server_get_header (fixture->server, 0, "Idempotency-Key"));
  g_assert_true (interview_connection_get_online (fixture->connection));
}

/* What was asked before is answered, and what is asked after goes by another connection. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (InterviewPage) before = NULL;
  g_autoptr (InterviewPage) after = NULL;
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, JSON, "{\"items\":[]}");
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, JSON, "{\"items\":[]}");
  interview_room_api_list_async (fixture->connection, 0, 0, NULL, NULL, test_keep_result,
                                 &fixture->result);
  interview_connection_renew (fixture->connection);
  result = test_await_result (&fixture->result);
  before = interview_room_api_list_finish (fixture->connection, result, &error);
  g_assert_no_error (error);
  after = load_page (fixture, &error);
  g_assert_no_error (error);
}

static void
test_query_is_escaped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (InterviewPage) page = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, JSON, "{\"items\":[]}");
  interview_room_api_list_async (fixture->connection, 1000000, 0, "a b&c=/", NULL, test_keep_result,
                                 &fixture->result);
  result = test_await_result (&fixture->result);
  page = interview_room_api_list_finish (fixture->connection, result, NULL);
  g_assert_nonnull (page);
  g_assert_nonnull (strstr (test_scripted_server_get_path (fixture->server, 0), "from=1970"));
  g_assert_null (strstr (test_scripted_server_get_path (fixture->server, 0), "&to="));
  g_assert_true (g_str_has_suffix (test_scripted_server_get_path (fixture->server, 0),
                                   "cursor=a%20b%26c%3D%2F"));
}

/* Answers that no interview server gives must end in a sentence, whatever they are. */
static void
test_hostile_answers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *question = make_question ();
  g_autofree char *wrong_class = g_strdup_printf ("{\"items\":[%s]}", question);
  g_autofree char *nested = g_strnfill (5000, '[');
  const struct
  {
    guint status;
    const char *type;
    const char *body;
  } cases[] = {
    { 200, JSON, "" },
    { 200, JSON, "nonsense" },
    { 200, JSON, "[]" },
    { 200, JSON, "null" },
    { 200, JSON, "{\"items\":{}}" },
    { 200, JSON, "{\"items\":[1]}" },
    { 200, JSON, "{\"items\":[],\"next_cursor\":5}" },
    { 200, JSON, "{\"items\":[],\"extra\":1}" },
    { 200, JSON, "{\"items\":[]" },
    { 200, JSON, "{\"items\":[\"\xff\xfe\"]}" },
    { 200, JSON, wrong_class },
    { 200, JSON, nested },
    { 200, "text/html", "<html>Sign in to the guest network</html>" },
    { 204, NULL, NULL },
    { 302, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      test_scripted_server_add (fixture->server, SCRIPT_ANSWER, cases[i].status, cases[i].type,
                                cases[i].body);
      g_assert_null (load_page (fixture, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
      g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, i + 1);
    }
}

static void
test_redirect_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestScriptedServer) other = test_scripted_server_new ();
  g_autofree char *target = interview_endpoint_to_uri (test_scripted_server_get_endpoint (other),
                                                       "http", "/api/v1/rooms");
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 307, NULL, NULL);
  test_scripted_server_add_header (fixture->server, "Location", target);
  g_assert_null (load_page (fixture, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
  g_assert_cmpuint (test_scripted_server_get_n_requests (other), ==, 0);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *type;
    const char *body;
    InterviewErrorCode expected;
  } cases[] = {
    { 410, PROBLEM,
      "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":410,\"code\":\"invitation-expired\"}",
      INTERVIEW_ERROR_INVITATION_EXPIRED },
    { 409, PROBLEM, "{\"type\":\"about:blank\"}", INTERVIEW_ERROR_CONFLICT },
    { 409, PROBLEM, "", INTERVIEW_ERROR_CONFLICT },
    { 404, PROBLEM, "{\"type\":5,\"title\":[],\"status\":\"x\",\"code\":null}",
      INTERVIEW_ERROR_NOT_FOUND },
    { 403, "text/plain", "no", INTERVIEW_ERROR_FORBIDDEN },
    { 500, "text/html", "<h1>oops</h1>", INTERVIEW_ERROR_INTERNAL },
    { 418, NULL, NULL, INTERVIEW_ERROR_INTERNAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      test_scripted_server_add (fixture->server, SCRIPT_ANSWER, cases[i].status, cases[i].type,
                                cases[i].body);
      g_assert_null (load_page (fixture, &error));
      g_assert_error (error, INTERVIEW_ERROR, (int) cases[i].expected);
    }
}

static void
test_huge_body (Fixture *fixture, gconstpointer data)
{
  static const ScriptAction actions[] = { SCRIPT_ANSWER, SCRIPT_ANSWER_CHUNKED };
  g_autofree char *blanks = g_strnfill (INTERVIEW_LIMIT_BODY * 4, ' ');

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GError) error = NULL;

      test_scripted_server_add (fixture->server, actions[i], 200, JSON, blanks);
      g_assert_null (load_page (fixture, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
    }
}

static void
test_slow_answer (Fixture *fixture, gconstpointer data)
{
  static const ScriptAction actions[] = { SCRIPT_SILENCE, SCRIPT_STALL };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (InterviewConnection) hasty =
          interview_connection_new (test_scripted_server_get_endpoint (fixture->server), NULL, NULL,
                                    FALSE);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      interview_connection_set_time_limit (hasty, 50);
      for (guint attempt = 0; attempt < 3; attempt++)
        test_scripted_server_add (fixture->server, actions[i], 200, JSON, "{");
      interview_session_api_get_async (hasty, NULL, test_keep_result, &fixture->result);
      result = test_await_result (&fixture->result);
      g_assert_null (interview_session_api_get_finish (hasty, result, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
      g_assert_nonnull (strstr (error->message, "too long"));
      g_assert_false (interview_connection_get_online (hasty));
    }
}

static void
test_key_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRequest) request = make_end_request (fixture);
  g_autoptr (GError) error = NULL;
  const char *key = interview_request_get_idempotency_key (request);

  test_scripted_server_add (fixture->server, SCRIPT_HANG_UP, 0, NULL, NULL);
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 503, NULL, NULL);
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 204, NULL, NULL);
  send_empty (fixture, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (test_scripted_server_get_header (fixture->server, i, "Idempotency-Key"), ==,
                     key);

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 204, NULL, NULL);
  g_assert_true (send_empty (fixture, request, &error));
  g_assert_cmpstr (test_scripted_server_get_header (fixture->server, 3, "Idempotency-Key"), ==,
                   key);
}

static void
test_gives_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRequest) request = make_end_request (fixture);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 503, NULL, NULL);
  g_assert_false (send_empty (fixture, request, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 3);
}

static void
count_signal (InterviewConnection *connection, const GError *error, gpointer count)
{
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED);
  (*(guint *) count)++;
}

static void
test_signed_out (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->connection, "signed-out", G_CALLBACK (count_signal), &count);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 401, NULL, NULL);
      g_assert_null (load_page (fixture, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED);
    }
  g_assert_cmpuint (count, ==, 1);
  interview_connection_set_token (fixture->connection, "another");
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 401, NULL, NULL);
  g_assert_null (load_page (fixture, NULL));
  g_assert_cmpuint (count, ==, 2);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_SILENCE, 0, NULL, NULL);
  interview_session_api_get_async (fixture->connection, cancellable, test_keep_result,
                                   &fixture->result);
  while (test_scripted_server_get_n_requests (fixture->server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  result = test_await_result (&fixture->result);
  g_assert_null (interview_session_api_get_finish (fixture->connection, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (interview_connection_get_online (fixture->connection));
}

static void
test_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_scripted_server_go_away (fixture->server);
  g_assert_null (load_page (fixture, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
  g_assert_false (interview_connection_get_online (fixture->connection));
}

static void
test_plain_stays_home (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewEndpoint) far = interview_endpoint_new ("192.0.2.1", 80, FALSE, NULL);
  g_autoptr (InterviewConnection) connection = interview_connection_new (far, TOKEN, NULL, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  interview_session_api_get_async (connection, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  g_assert_null (interview_session_api_get_finish (connection, result, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
}

static void
test_session_without_token (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = interview_id_new ();
  g_autofree char *body = g_strdup_printf (
      "{\"id\":\"%s\",\"expires_at\":\"2031-01-01T00:00:00Z\",\"company_name\":\"C\","
      "\"person\":{\"id\":\"%s\",\"revision\":1,\"display_name\":\"N\",\"role\":\"recruiter\"}}",
      id, id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 201, JSON, body);
  interview_session_api_sign_in_async (fixture->connection, "a@b.example", "secret", NULL,
                                       test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  g_assert_null (interview_session_api_sign_in_finish (fixture->connection, result, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);
  g_assert_cmpstr (interview_connection_get_token (fixture->connection), ==, TOKEN);
}

#define ADD(path, func) g_test_add ("/client/request/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("headers", test_headers);
  ADD ("renewed", test_renewed);
  ADD ("query-is-escaped", test_query_is_escaped);
  ADD ("hostile-answers", test_hostile_answers);
  ADD ("redirect-is-refused", test_redirect_is_refused);
  ADD ("problems", test_problems);
  ADD ("huge-body", test_huge_body);
  ADD ("slow-answer", test_slow_answer);
  ADD ("key-is-kept", test_key_is_kept);
  ADD ("gives-up", test_gives_up);
  ADD ("signed-out", test_signed_out);
  ADD ("cancel", test_cancel);
  ADD ("away", test_away);
  ADD ("plain-stays-home", test_plain_stays_home);
  ADD ("session-without-token", test_session_without_token);
  return g_test_run ();
}
