/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/chat-api.h"
#include "client/help-api.h"
#include "client/spool.h"
#include "core/id.h"
#include "cutting-proxy.h"
#include "support/await.h"
#include "support/folder.h"
#include "support/server-fixture.h"
#include "visitor.h"

/*
 * Chat messages on their way from a spool to a real server and back into a list: once each, in
 * their order, under the name of who wrote them, whatever becomes of the network.
 */

typedef struct
{
  ServerFixture *server;
  TestCuttingProxy *proxy;
  Visitor *candidate;
  Visitor *recruiter;
  InterviewParticipant *candidate_self;
  InterviewParticipant *recruiter_self;
  char *room_id;
  char *folder;
  char *spool_path;
  InterviewSpool *spool;
  GAsyncResult *result;
  guint n_delivered;
  GError *refused;
} Fixture;

static Visitor *
come (Fixture *fixture, const char *code, InterviewParticipant **self)
{
  Visitor *visitor = visitor_new (test_cutting_proxy_get_endpoint (fixture->proxy));
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session = visitor_redeem (visitor, code, &error);
  InterviewPerson *person;

  g_assert_no_error (error);
  person = interview_session_get_person (session);
  *self = g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", interview_person_get_id (person),
                        "display-name", interview_person_get_display_name (person), "role",
                        interview_person_get_role (person), NULL);
  if (interview_session_get_room_id (session) != NULL)
    fixture->room_id = g_strdup (interview_session_get_room_id (session));
  return visitor;
}

static void
on_delivered (InterviewSpool *spool, const char *id, gpointer user_data)
{
  ((Fixture *) user_data)->n_delivered++;
}

static void
on_refused (InterviewSpool *spool, const char *id, const GError *error, gpointer user_data)
{
  g_set_error_literal (&((Fixture *) user_data)->refused, error->domain, error->code,
                       error->message);
}

static void
open_spool (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->spool = interview_spool_new (fixture->spool_path, FALSE);
  g_signal_connect (fixture->spool, "delivered", G_CALLBACK (on_delivered), fixture);
  g_signal_connect (fixture->spool, "refused", G_CALLBACK (on_refused), fixture);
  interview_spool_open_async (fixture->spool, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  interview_spool_open_finish (fixture->spool, result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewSample *sample;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  sample = server_fixture_get_sample (fixture->server);
  fixture->proxy = test_cutting_proxy_new ();
  test_cutting_proxy_set_target (fixture->proxy, server_fixture_get_endpoint (fixture->server));
  fixture->candidate =
      come (fixture, interview_sample_get_candidate_code (sample), &fixture->candidate_self);
  fixture->recruiter =
      come (fixture, interview_sample_get_recruiter_code (sample), &fixture->recruiter_self);
  fixture->folder = test_folder_new ();
  fixture->spool_path = g_build_filename (fixture->folder, "spool.sqlite", NULL);
  open_spool (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  interview_spool_set_session (fixture->spool, NULL, NULL);
  test_clear_last (&fixture->spool);
  visitor_free (fixture->candidate);
  visitor_free (fixture->recruiter);
  g_object_unref (fixture->candidate_self);
  g_object_unref (fixture->recruiter_self);
  g_clear_error (&fixture->refused);
  g_object_unref (fixture->proxy);
  server_fixture_free (fixture->server);
  test_folder_remove (fixture->folder);
  g_free (fixture->spool_path);
  g_free (fixture->room_id);
}

static void
sign_in (Fixture *fixture, Visitor *visitor, InterviewParticipant *self)
{
  interview_spool_set_session (fixture->spool, visitor->connection,
                               interview_participant_get_person_id (self));
}

static void
write_as (Fixture *fixture, InterviewParticipant *self, InterviewChatScope scope, const char *text)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewChatMessage) message = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  message =
      g_object_new (INTERVIEW_TYPE_CHAT_MESSAGE, "id", id, "room-id", fixture->room_id, "scope",
                    scope, "sender", self, "text", text, "sent-at", g_get_real_time (), NULL);
  interview_spool_add_async (fixture->spool, test_cutting_proxy_get_endpoint (fixture->proxy),
                             INTERVIEW_RECORD (message), NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  interview_spool_add_finish (fixture->spool, result, &error);
  g_assert_no_error (error);
}

static InterviewPage *
list (Fixture *fixture, Visitor *visitor, InterviewChatScope scope, gint64 from)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  InterviewPage *page;

  interview_chat_api_list_async (visitor->connection, fixture->room_id, scope, from, NULL,
                                 test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  page = interview_chat_api_list_finish (visitor->connection, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
assert_texts (InterviewPage *page, const char *const *expected)
{
  GPtrArray *messages = interview_page_get_items (page);

  g_assert_cmpuint (messages->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < messages->len; i++)
    g_assert_cmpstr (interview_chat_message_get_text (g_ptr_array_index (messages, i)), ==,
                     expected[i]);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (interview_spool_get_messages (fixture->spool));
}

static gboolean
is_all_delivered (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_delivered > 0 && interview_spool_get_n_waiting (fixture->spool) == 0;
}

static gboolean
is_one_delivered (gpointer data)
{
  return ((Fixture *) data)->n_delivered == 1;
}

static gboolean
has_cut (gpointer proxy)
{
  return test_cutting_proxy_get_n_cut (proxy) > 0;
}

/* The server took it and the answer was lost: it is delivered again and is there once. */
static void
test_answer_dropped (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "一次就够", NULL };
  g_autoptr (InterviewPage) page = NULL;

  test_cutting_proxy_set_cuts (fixture->proxy, TRUE);
  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  write_as (fixture, fixture->candidate_self, INTERVIEW_CHAT_SCOPE_ROOM, texts[0]);
  test_await (has_cut, fixture->proxy);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  test_cutting_proxy_set_cuts (fixture->proxy, FALSE);
  test_await (is_all_delivered, fixture);
  g_assert_cmpuint (fixture->n_delivered, ==, 1);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  page = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_ROOM, 0);
  assert_texts (page, texts);
}

/* Written while the server is away and the program started again: shown as waiting, delivered in
 * order. */
static void
test_written_while_away (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "first", "second", "third", NULL };
  g_autoptr (InterviewPage) page = NULL;
  g_autoptr (InterviewPage) rest = NULL;
  InterviewChatMessage *second;

  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  server_fixture_stop (fixture->server);
  for (guint i = 0; texts[i] != NULL; i++)
    write_as (fixture, fixture->candidate_self, INTERVIEW_CHAT_SCOPE_ROOM, texts[i]);
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  test_clear_last (&fixture->spool);
  server_fixture_start (fixture->server);
  test_cutting_proxy_set_target (fixture->proxy, server_fixture_get_endpoint (fixture->server));
  open_spool (fixture);
  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  test_await (is_all_delivered, fixture);
  g_assert_cmpuint (fixture->n_delivered, ==, 3);
  page = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_ROOM, 0);
  assert_texts (page, texts);

  second = g_ptr_array_index (interview_page_get_items (page), 1);
  rest = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_ROOM,
               interview_chat_message_get_sent_at (second));
  assert_texts (rest, texts + 1);
}

/* A message is never sent by another person's sign-in, on a machine that two share. */
static void
test_waits_for_its_sender (Fixture *fixture, gconstpointer data)
{
  static const char *const panel[] = { "between us", NULL };
  static const char *const room[] = { "mine", NULL };
  static const char *const nothing[] = { NULL };
  g_autoptr (InterviewPage) before = NULL;
  g_autoptr (InterviewPage) after = NULL;
  g_autoptr (InterviewPage) between = NULL;

  write_as (fixture, fixture->candidate_self, INTERVIEW_CHAT_SCOPE_ROOM, room[0]);
  write_as (fixture, fixture->recruiter_self, INTERVIEW_CHAT_SCOPE_PANEL, panel[0]);
  sign_in (fixture, fixture->recruiter, fixture->recruiter_self);
  test_await (is_one_delivered, fixture);
  before = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_ROOM, 0);
  assert_texts (before, nothing);
  between = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_PANEL, 0);
  assert_texts (between, panel);
  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  test_await (is_all_delivered, fixture);
  after = list (fixture, fixture->recruiter, INTERVIEW_CHAT_SCOPE_ROOM, 0);
  assert_texts (after, room);
  g_assert_no_error (fixture->refused);
}

static gboolean
is_refused (gpointer data)
{
  return ((Fixture *) data)->refused != NULL;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  write_as (fixture, fixture->candidate_self, INTERVIEW_CHAT_SCOPE_PANEL, "Let me in");
  test_await (is_refused, fixture);
  g_assert_error (fixture->refused, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
}

static void
ask_for_help (Fixture *fixture)
{
  g_autoptr (InterviewHelpRequest) request =
      g_object_new (INTERVIEW_TYPE_HELP_REQUEST, "place", INTERVIEW_HELP_PLACE_LOBBY, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewHelp) help = NULL;

  interview_help_api_ask_async (fixture->candidate->connection, fixture->room_id, request, NULL,
                                test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  help = interview_help_api_finish (fixture->candidate->connection, result, &error);
  g_assert_no_error (error);
}

/* Somebody who needs help because of their network writes while there is none, and the answer to
 * the first attempt is lost, too: HR reads it once. */
static void
test_help_written_while_away (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "网络断了", "I am back", NULL };
  g_autoptr (InterviewParticipant) admin_self = NULL;
  g_autoptr (InterviewPage) page = NULL;
  Visitor *admin =
      come (fixture, interview_sample_get_admin_code (server_fixture_get_sample (fixture->server)),
            &admin_self);

  ask_for_help (fixture);
  sign_in (fixture, fixture->candidate, fixture->candidate_self);
  server_fixture_stop (fixture->server);
  for (guint i = 0; texts[i] != NULL; i++)
    write_as (fixture, fixture->candidate_self, INTERVIEW_CHAT_SCOPE_HELP, texts[i]);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  server_fixture_start (fixture->server);
  test_cutting_proxy_set_target (fixture->proxy, server_fixture_get_endpoint (fixture->server));
  test_cutting_proxy_set_cuts (fixture->proxy, TRUE);
  interview_spool_deliver_now (fixture->spool);
  test_await (has_cut, fixture->proxy);
  test_cutting_proxy_set_cuts (fixture->proxy, FALSE);
  test_await (is_all_delivered, fixture);
  g_assert_cmpuint (fixture->n_delivered, ==, 2);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  page = list (fixture, admin, INTERVIEW_CHAT_SCOPE_HELP, 0);
  assert_texts (page, texts);
  visitor_free (admin);
}

#define ADD(path, func) g_test_add ("/client/chat/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("answer-dropped", test_answer_dropped);
  ADD ("written-while-away", test_written_while_away);
  ADD ("waits-for-its-sender", test_waits_for_its_sender);
  ADD ("refused", test_refused);
  ADD ("help-written-while-away", test_help_written_while_away);
  return g_test_run ();
}
