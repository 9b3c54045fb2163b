/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "sample-store.h"
#include "server/services/question-service.h"

/* Which questions are recommended, and what becomes of those that people ask in their own words. */

static GPtrArray *
list (InterviewTransaction *transaction, const char *person, const char *room)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, person, "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", room);
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = interview_question_service_list (transaction, actor, room_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < questions->len; i++)
    {
      interview_record_validate (questions->pdata[i], &error);
      g_assert_no_error (error);
      g_assert_cmpint (interview_question_get_side (questions->pdata[i]), ==,
                       interview_actor_get_role (actor) == INTERVIEW_ROLE_CANDIDATE
                           ? INTERVIEW_QUESTION_SIDE_CANDIDATE
                           : INTERVIEW_QUESTION_SIDE_RECRUITER);
    }
  return questions;
}

static char *
get_best (InterviewTransaction *transaction, const char *person, const char *room)
{
  g_autoptr (GPtrArray) questions = list (transaction, person, room);

  g_assert_cmpuint (questions->len, >, 5);
  return g_strdup (interview_question_get_id (questions->pdata[0]));
}

/* Ticks in five other rooms of the position bring a question to the top of the next one. */
static void
step_questions (InterviewTransaction *transaction, gpointer data)
{
  static const char *const askers[] = { "marcus", "lin", "lin", "lin", "marcus" };
  static const char *const rooms[] = { "past-1", "past-3", "past-5", "today-rajiv", "past-7" };
  g_autofree char *question_id = sample_store_find_id (transaction, "question", "r-learned-late");
  g_autofree char *other_id = sample_store_find_id (transaction, "question", "c-team");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *before = get_best (transaction, "lin", "now-chen");
  g_autofree char *after = NULL, *candidates = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, question_id);
  candidates = get_best (transaction, "chen", "now-chen");
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (InterviewActor) asker = sample_store_find_actor (transaction, askers[i], "en");
      g_autofree char *other_room = sample_store_find_id (transaction, "room", rooms[i]);

      /* However often it is ticked, a room counts once. */
      for (guint times = 0; times < 3; times++)
        {
          g_autoptr (InterviewQuestion) question =
              interview_question_service_set_asked (transaction, asker, other_room, question_id,
                                                    TRUE, &error);

          g_assert_no_error (error);
          g_assert_true (interview_question_get_asked (question));
        }
    }
  after = get_best (transaction, "lin", "now-chen");
  g_assert_cmpstr (after, ==, question_id);
  g_assert_null (
      interview_question_service_set_asked (transaction, lin, room_id, other_id, TRUE, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
}

static void
step_untick (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *question_id = sample_store_find_id (transaction, "question", "r-learned-late");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "past-1");
  g_autofree char *off_id = sample_store_find_id (transaction, "room", "today-he");
  g_autoptr (InterviewActor) marcus = sample_store_find_actor (transaction, "marcus", "en");
  g_autoptr (InterviewActor) bayar = sample_store_find_actor (transaction, "bayar", "en");
  g_autoptr (InterviewQuestion) question =
      interview_question_service_set_asked (transaction, marcus, room_id, question_id, FALSE, NULL);
  g_autoptr (GPtrArray) off = interview_question_service_list (transaction, bayar, off_id, NULL);

  g_assert_false (interview_question_get_asked (question));
  g_assert_cmpint (interview_question_get_asked_count (question), ==, 4);
  g_assert_cmpuint (off->len, ==, 0);
}

/* The same of a list by its text, or %NULL. */
static InterviewQuestion *
find_text (GPtrArray *questions, const char *text)
{
  for (guint i = 0; i < questions->len; i++)
    {
      if (g_strcmp0 (interview_question_get_text (questions->pdata[i]), text) == 0)
        return questions->pdata[i];
    }
  return NULL;
}

static InterviewQuestion *
type (InterviewTransaction *transaction,
      const char *person,
      const char *room,
      const char *text,
      GError **error)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, person, "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", room);
  g_autofree char *id = interview_id_new ();

  return interview_question_service_type (transaction, actor, room_id, id, text, error);
}

#define TYPED "Who decides what the team works on next?"

/* Typed in one room it is for its own side there, and for who typed it in other rooms of the
 * position; asked by another person it is recommended to all, counted as one question. */
static void
step_type (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewQuestion) first = type (transaction, "lin", "past-3", TYPED, &error);
  g_autoptr (GPtrArray) own = list (transaction, "lin", "now-chen");
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (InterviewQuestion) second = NULL;
  g_autoptr (GPtrArray) all = NULL;
  InterviewQuestion *found;

  g_assert_no_error (error);
  g_assert_true (interview_question_get_asked (first));
  g_assert_cmpint (interview_question_get_origin (first), ==, INTERVIEW_QUESTION_ORIGIN_TYPED);
  g_assert_nonnull (find_text (own, TYPED));
  others = list (transaction, "marcus", "past-1");
  g_assert_null (find_text (others, TYPED));

  second =
      type (transaction, "marcus", "past-7", "who decides what your team works on next", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (interview_question_get_id (second), ==, interview_question_get_id (first));
  g_assert_cmpint (interview_question_get_asked_count (second), ==, 2);
  all = list (transaction, "marcus", "past-1");
  found = find_text (all, TYPED);
  g_assert_nonnull (found);
  g_assert_cmpint (interview_question_get_asked_count (found), ==, 2);
  elsewhere = list (transaction, "marcus", "now-amelia");
  g_assert_null (find_text (elsewhere, TYPED));
  candidates = list (transaction, "chen", "now-chen");
  g_assert_null (find_text (candidates, TYPED));
}

/* What is in the kit already is counted there, in whichever language it was typed. */
static void
step_type_known (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *known = sample_store_find_id (transaction, "question", "r-filter");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewQuestion) question =
      type (transaction, "lin", "now-chen", "请问什么时候控制环里的滤波器比它去掉的噪声更糟呢",
            &error);

  g_assert_no_error (error);
  g_assert_cmpstr (interview_question_get_id (question), ==, known);
  g_assert_cmpint (interview_question_get_origin (question), ==, INTERVIEW_QUESTION_ORIGIN_KIT);
  g_assert_true (interview_question_get_asked (question));
}

static void
step_type_again (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autofree char *id = interview_id_new ();
  gint64 before = sample_store_count (transaction, "SELECT count (*) FROM question");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InterviewQuestion) question =
          interview_question_service_type (transaction, lin, room_id, id,
                                           "Delivered twice, is it there once?", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (interview_question_get_id (question), ==, id);
    }
  g_assert_cmpint (sample_store_count (transaction, "SELECT count (*) FROM question"), ==,
                   before + 1);
}

static void
step_type_refused (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) blank = NULL;
  g_autoptr (GError) off = NULL;
  g_autoptr (GError) many = NULL;

  g_assert_null (type (transaction, "lin", "now-chen", " \t", &blank));
  g_assert_error (blank, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_assert_null (type (transaction, "bayar", "today-he", "Are you well?", &off));
  g_assert_error (off, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN);
  for (guint i = 0; i < INTERVIEW_LIMIT_OWN_QUESTIONS; i++)
    {
      g_autofree char *text = g_strdup_printf ("What of %u?", i);
      g_autoptr (InterviewQuestion) question = NULL;
      g_autoptr (GError) error = NULL;

      question = type (transaction, "chen", "now-chen", text, &error);
      g_assert_no_error (error);
    }
  g_assert_null (type (transaction, "chen", "now-chen", "One more?", &many));
  g_assert_error (many, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE);
}

static void
test_typed (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_type, NULL);
  sample_store_do (store, step_type_known, NULL);
  sample_store_do (store, step_type_again, NULL);
  sample_store_do (store, step_type_refused, NULL);
}

static gboolean
run (InterviewTransaction *transaction, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);

  return interview_sqlite_statement_run (statement, NULL);
}

/* A company that has asked nothing yet gets the kit: first what is for the position, each part in
 * the company's order. */
static void
step_new_company (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *first = sample_store_find_id (transaction, "question", "r-safe-stop");
  g_autoptr (GPtrArray) questions = NULL;

  g_assert_true (run (transaction, "DELETE FROM asked"));
  questions = list (transaction, "lin", "now-chen");
  g_assert_cmpstr (interview_question_get_id (questions->pdata[0]), ==, first);
  for (guint i = 0; i < questions->len; i++)
    {
      g_assert_cmpint (interview_question_get_place (questions->pdata[i]), ==, i);
      g_assert_cmpint (interview_question_get_asked_count (questions->pdata[i]), ==, 0);
    }
}

/* Three rooms of two years ago weigh less than one of now. */
static void
step_old_habit (InterviewTransaction *transaction, gpointer data)
{
  static const char *const rooms[] = { "past-1", "past-3", "past-5" };
  g_autofree char *old = sample_store_find_id (transaction, "question", "r-safe-stop");
  g_autofree char *new = sample_store_find_id (transaction, "question", "r-filter");
  g_autofree char *best = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
      g_autofree char *room_id = sample_store_find_id (transaction, "room", rooms[i]);
      g_autoptr (InterviewQuestion) asked =
          interview_question_service_set_asked (transaction, lin, room_id, old, TRUE, NULL);

      g_assert_nonnull (asked);
    }
  g_assert_true (run (transaction, "UPDATE asked SET asked_at = asked_at - 63072000000000"));
  {
    g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
    g_autofree char *room_id = sample_store_find_id (transaction, "room", "past-7");
    g_autoptr (InterviewQuestion) asked =
        interview_question_service_set_asked (transaction, lin, room_id, new, TRUE, NULL);

    g_assert_nonnull (asked);
  }
  best = get_best (transaction, "lin", "now-chen");
  g_assert_cmpstr (best, ==, new);
}

static void
test_from_the_kit_on (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_new_company, NULL);
  sample_store_do (store, step_old_habit, NULL);
}

static void
test_questions (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) ticked = sample_store_run (store, step_questions, NULL);
  g_autoptr (GPtrArray) unticked = sample_store_run (store, step_untick, NULL);

  g_assert_cmpuint (ticked->len, ==, 5);
  g_assert_cmpuint (unticked->len, ==, 1);
}

void
add_question_tests (void)
{
  g_test_add_func ("/server/services/questions", test_questions);
  g_test_add_func ("/server/services/questions/typed", test_typed);
  g_test_add_func ("/server/services/questions/from-the-kit-on", test_from_the_kit_on);
}
