/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/remote-list.h"
#include "core/error.h"
#include "core/id.h"
#include "core/model/position.h"
#include "scripted-server.h"
#include "support/await.h"

typedef struct
{
  TestScriptedServer *server;
  InterviewConnection *connection;
  InterviewRemoteList *list;
  guint position;
  guint removed;
  guint added;
  guint n_changes;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_scripted_server_new ();
  fixture->connection =
      interview_connection_new (test_scripted_server_get_endpoint (fixture->server), "token", NULL,
                                FALSE);
  fixture->list = interview_remote_list_new (fixture->connection, INTERVIEW_ROUTE_POSITIONS, NULL,
                                             INTERVIEW_TYPE_POSITION);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_clear_last (&fixture->list);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
}

/* One page whose items are titled by the letters of @titles; a letter always has the same id. */
static void
answer (Fixture *fixture, const char *titles, const char *cursor)
{
  g_autoptr (GString) text = g_string_new ("{\"items\":[");

  for (const char *c = titles; *c != '\0'; c++)
    g_string_append_printf (text, "%s{\"id\":\"%c%025d\",\"revision\":1,\"title\":\"%c\"}",
                            c == titles ? "" : ",", *c, 0, *c);
  g_string_append (text, "]");
  if (cursor != NULL)
    g_string_append_printf (text, ",\"next_cursor\":\"%s\"", cursor);
  g_string_append (text, "}");
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, "application/json", text->str);
}

static gboolean
is_idle (gpointer list)
{
  return !interview_remote_list_get_loading (list);
}

static void
reload (Fixture *fixture)
{
  interview_remote_list_reload (fixture->list);
  g_assert_true (interview_remote_list_get_loading (fixture->list));
  test_await (is_idle, fixture->list);
}

static void
assert_titles (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewPosition) position = g_list_model_get_item (model, i);

      g_string_append (titles, interview_position_get_title (position));
    }
  g_assert_cmpstr (titles->str, ==, expected);
  g_assert_null (g_list_model_get_item (model, g_list_model_get_n_items (model)));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_assert_false (interview_remote_list_get_loaded (fixture->list));
  answer (fixture, "abc", "next");
  reload (fixture);
  assert_titles (fixture, "abc");
  g_assert_true (interview_remote_list_get_loaded (fixture->list));
  g_assert_true (interview_remote_list_get_has_more (fixture->list));

  answer (fixture, "de", NULL);
  interview_remote_list_load_more (fixture->list);
  interview_remote_list_load_more (fixture->list);
  test_await (is_idle, fixture->list);
  assert_titles (fixture, "abcde");
  g_assert_cmpuint (fixture->position, ==, 3);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 2);
  g_assert_false (interview_remote_list_get_has_more (fixture->list));
  interview_remote_list_load_more (fixture->list);
  g_assert_false (interview_remote_list_get_loading (fixture->list));

  answer (fixture, "abc", "next");
  answer (fixture, "xe", NULL);
  reload (fixture);
  assert_titles (fixture, "abcxe");
  g_assert_cmpuint (fixture->position, ==, 3);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 1);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *titles;
    guint position;
    guint removed;
    guint added;
  } cases[] = {
    { "abc", 0, 0, 3 }, { "abxc", 2, 0, 1 }, { "abc", 2, 1, 0 }, { "aaa", 1, 2, 2 },
    { "aa", 2, 1, 0 },  { "aaaa", 2, 0, 2 }, { "", 0, 4, 0 },    { "z", 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      answer (fixture, cases[i].titles, NULL);
      reload (fixture);
      assert_titles (fixture, cases[i].titles);
      g_assert_cmpuint (fixture->n_changes, ==, i + 1);
      g_assert_cmpuint (fixture->position, ==, cases[i].position);
      g_assert_cmpuint (fixture->removed, ==, cases[i].removed);
      g_assert_cmpuint (fixture->added, ==, cases[i].added);
    }
  answer (fixture, "z", NULL);
  reload (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, G_N_ELEMENTS (cases));
}

static void
test_error_keeps_items (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "ab", NULL);
  reload (fixture);
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 403, NULL, NULL);
  reload (fixture);
  g_assert_error (interview_remote_list_get_error (fixture->list), INTERVIEW_ERROR,
                  INTERVIEW_ERROR_FORBIDDEN);
  assert_titles (fixture, "ab");
  answer (fixture, "ab", NULL);
  reload (fixture);
  g_assert_null (interview_remote_list_get_error (fixture->list));
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  interview_remote_list_set_query (fixture->list, "limit", "3");
  answer (fixture, "a", NULL);
  reload (fixture);
  g_assert_true (g_str_has_suffix (test_scripted_server_get_path (fixture->server, 0), "?limit=3"));
}

static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, "application/json",
                            "{\"items\":[]}");
  answer (fixture, "a", NULL);
  answer (fixture, "a", NULL);
  interview_remote_list_reload (fixture->list);
  interview_remote_list_reload (fixture->list);
  reload (fixture);
  g_assert_true (interview_remote_list_get_loaded (fixture->list));
  g_assert_cmpuint (fixture->n_changes, <=, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/remote-list/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pages", test_pages);
  ADD ("changes", test_changes);
  ADD ("error-keeps-items", test_error_keeps_items);
  ADD ("query", test_query);
  ADD ("overtaken", test_overtaken);
  return g_test_run ();
}
