/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "server/services/entrance.h"
#include "server/services/help-state.h"
#include "server/services/language.h"
#include "server/services/page-cursor.h"
#include "server/services/question-ranking.h"
#include "server/services/room-state.h"
#include "server/services/score.h"
#include "server/services/seal.h"
#include "core/error.h"
#include "core/id.h"

static void
test_score (void)
{
  static const struct
  {
    double sum;
    gint64 ratings;
    double mean;
    double score;
  } cases[] = {
    { 0, 0, 4, 4 },          /* nobody said anything: the mean */
    { 1, 1, 4, 3.5 },        /* one angry rating moves little */
    { 5, 1, 4, 25.0 / 6 },   /* and one happy one too */
    { 25, 5, 4, 4.5 },       /* as many as the prior: half way */
    { 500, 100, 4, 4.9523 }, /* many decide */
    { 0.5, 1, 0.5, 0.5 },    /* at the mean it stays, in any scale */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (interview_score_shrink (cases[i].sum, cases[i].ratings,
                                                            cases[i].mean),
                                    cases[i].score, 0.001);
}

static void
test_score_weight (void)
{
  const gint64 day = G_TIME_SPAN_DAY;

  g_assert_cmpfloat (interview_score_weight (day * 1000, 0), ==, 1);
  g_assert_cmpfloat (interview_score_weight (0, 30), ==, 1);
  g_assert_cmpfloat (interview_score_weight (-day, 30), ==, 1);
  g_assert_cmpfloat_with_epsilon (interview_score_weight (day * 30, 30), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (interview_score_weight (day * 60, 30), 0.25, 1e-9);
  g_assert_cmpfloat (interview_score_weight (G_MAXINT64, 1), >, 0);
}

static void
test_score_batch (void)
{
  static const struct
  {
    gint64 ratings, minimum, batch;
  } cases[] = {
    { 0, 3, 0 }, { 2, 3, 0 }, { 3, 3, 3 }, { 5, 3, 3 },
    { 6, 3, 6 }, { 9, 5, 5 }, { 4, 1, 3 }, /* no company may go below what protects who rated */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (interview_score_batch (cases[i].ratings, cases[i].minimum), ==,
                     cases[i].batch);
}

static void
test_seal (void)
{
  static const char *const texts[] = { "", "{\"code\":\"1234\"}", "问题" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) sealed = interview_seal_close ("secret", texts[i]);
      g_autoptr (GBytes) again = interview_seal_close ("secret", texts[i]);
      g_autofree char *opened = interview_seal_open ("secret", sealed);
      gsize length = g_bytes_get_size (sealed);

      g_assert_cmpstr (opened, ==, texts[i]);
      g_assert_null (interview_seal_open ("Secret", sealed));
      g_assert_false (g_bytes_equal (sealed, again));
      /* Whichever byte is changed, and wherever it is cut. */
      for (gsize at = 0; at < length; at++)
        {
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sealed, NULL), length);
          g_autoptr (GBytes) cut = g_bytes_new (copy, at);
          g_autoptr (GBytes) changed = NULL;

          copy[at] ^= 1;
          changed = g_bytes_new (copy, length);
          g_assert_null (interview_seal_open ("secret", changed));
          g_assert_null (interview_seal_open ("secret", cut));
        }
    }
}

/* Each row: a question is recommended before another one. */
static void
test_ranking (void)
{
  static const struct
  {
    double position, company, all;
    double other_position, other_company, other_all;
  } before[] = {
    { 5, 5, 20, 4, 4, 20 },  /* asked more often for the position */
    { 5, 5, 20, 0, 20, 20 }, /* five rooms outweigh any habit of the company */
    { 0, 10, 20, 0, 2, 20 }, /* a new position borrows from the company */
    { 1, 1, 20, 0, 5, 20 },  /* one room of the position outweighs a quarter of the others */
    { 0, 20, 20, 2, 2, 20 }, /* but not what everybody asks */
  };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpfloat (
        interview_question_ranking_score (before[i].position, before[i].company, before[i].all), >,
        interview_question_ranking_score (before[i].other_position, before[i].other_company,
                                          before[i].other_all));
  g_assert_cmpfloat (interview_question_ranking_score (0, 0, 0), ==, 0);
}

static void
test_ranking_weight (void)
{
  static const struct
  {
    gint64 days;
    double weight;
  } cases[] = { { -5, 1 }, { 0, 1 }, { 180, 0.5 }, { 360, 0.25 }, { 1800, 1.0 / 1024 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (interview_question_ranking_weight (cases[i].days *
                                                                       G_TIME_SPAN_DAY),
                                    cases[i].weight, 1e-12);
  for (gint64 days = 1; days < 2000; days++)
    g_assert_cmpfloat (interview_question_ranking_weight (days * G_TIME_SPAN_DAY), <,
                       interview_question_ranking_weight ((days - 1) * G_TIME_SPAN_DAY));
  g_assert_cmpfloat (interview_question_ranking_weight (G_MAXINT64), >=, 0);
}

static void
test_room_states (void)
{
  static const struct
  {
    InterviewRoomState state;
    InterviewRoomHappening happening;
    InterviewRoomState next;
  } steps[] = {
    { INTERVIEW_ROOM_STATE_SCHEDULED, INTERVIEW_ROOM_HAPPENING_PARTLY,
      INTERVIEW_ROOM_STATE_WAITING },
    { INTERVIEW_ROOM_STATE_SCHEDULED, INTERVIEW_ROOM_HAPPENING_COMPLETE,
      INTERVIEW_ROOM_STATE_LIVE },
    { INTERVIEW_ROOM_STATE_WAITING, INTERVIEW_ROOM_HAPPENING_EMPTY,
      INTERVIEW_ROOM_STATE_SCHEDULED },
    { INTERVIEW_ROOM_STATE_WAITING, INTERVIEW_ROOM_HAPPENING_COMPLETE, INTERVIEW_ROOM_STATE_LIVE },
    { INTERVIEW_ROOM_STATE_LIVE, INTERVIEW_ROOM_HAPPENING_PARTLY,
      INTERVIEW_ROOM_STATE_INTERRUPTED },
    { INTERVIEW_ROOM_STATE_LIVE, INTERVIEW_ROOM_HAPPENING_EMPTY, INTERVIEW_ROOM_STATE_INTERRUPTED },
    { INTERVIEW_ROOM_STATE_INTERRUPTED, INTERVIEW_ROOM_HAPPENING_PARTLY,
      INTERVIEW_ROOM_STATE_INTERRUPTED },
    { INTERVIEW_ROOM_STATE_INTERRUPTED, INTERVIEW_ROOM_HAPPENING_COMPLETE,
      INTERVIEW_ROOM_STATE_LIVE },
    { INTERVIEW_ROOM_STATE_LIVE, INTERVIEW_ROOM_HAPPENING_MISS, INTERVIEW_ROOM_STATE_LIVE },
    { INTERVIEW_ROOM_STATE_WAITING, INTERVIEW_ROOM_HAPPENING_MISS, INTERVIEW_ROOM_STATE_MISSED },
    { INTERVIEW_ROOM_STATE_SCHEDULED, INTERVIEW_ROOM_HAPPENING_CANCEL,
      INTERVIEW_ROOM_STATE_CANCELLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (interview_room_state_next (steps[i].state, steps[i].happening), ==,
                     steps[i].next);
  for (int state = INTERVIEW_ROOM_STATE_SCHEDULED; state <= INTERVIEW_ROOM_STATE_CANCELLED; state++)
    {
      InterviewRoomState end = interview_room_state_next (state, INTERVIEW_ROOM_HAPPENING_END);

      g_assert_true (interview_room_state_is_over (end));
      for (int happening = 0; happening < INTERVIEW_N_ROOM_HAPPENINGS; happening++)
        {
          if (interview_room_state_is_over (state))
            g_assert_cmpint (interview_room_state_next (state, happening), ==, state);
        }
    }
}

/* Whatever happens in whatever order: what is over stays over as it is, what never began is never
 * interrupted, and who talks is neither missed nor called off. */
static void
test_lives_of_rooms (void)
{
  for (guint life = 0; life < 2000; life++)
    {
      InterviewRoomState state = INTERVIEW_ROOM_STATE_SCHEDULED;
      gboolean began = FALSE;

      for (guint step = 0; step < 50; step++)
        {
          InterviewRoomHappening happening =
              (InterviewRoomHappening) g_test_rand_int_range (0, INTERVIEW_N_ROOM_HAPPENINGS);
          InterviewRoomState next = interview_room_state_next (state, happening);

          if (interview_room_state_is_over (state))
            g_assert_cmpint (next, ==, state);
          began |= next == INTERVIEW_ROOM_STATE_LIVE;
          if (!began)
            g_assert_cmpint (next, !=, INTERVIEW_ROOM_STATE_INTERRUPTED);
          else
            g_assert_cmpint (next, !=, INTERVIEW_ROOM_STATE_MISSED);
          if (state == INTERVIEW_ROOM_STATE_LIVE)
            g_assert_cmpint (next, !=, INTERVIEW_ROOM_STATE_CANCELLED);
          state = next;
        }
    }
}

/* Two recruiters decide at once, each knowing what they saw: the second one who wants something
 * else is told, and what stands in the end is what one of them wanted. */
static void
test_entrance (void)
{
  for (int current = 0; current <= INTERVIEW_ROOM_ENTRANCE_DENIED; current++)
    {
      for (int first = 0; first <= INTERVIEW_ROOM_ENTRANCE_DENIED; first++)
        {
          for (int second = 0; second <= INTERVIEW_ROOM_ENTRANCE_DENIED; second++)
            {
              InterviewEntranceDecision one = interview_entrance_decide (current, current, first);
              InterviewEntranceDecision other = interview_entrance_decide (first, current, second);

              g_assert_cmpint (one, ==,
                               current == first ? INTERVIEW_ENTRANCE_UNCHANGED
                                                : INTERVIEW_ENTRANCE_CHANGED);
              if (first == second)
                g_assert_cmpint (other, ==, INTERVIEW_ENTRANCE_UNCHANGED);
              else if (current == first)
                g_assert_cmpint (other, ==, INTERVIEW_ENTRANCE_CHANGED);
              else
                g_assert_cmpint (other, ==, INTERVIEW_ENTRANCE_OVERTAKEN);
            }
        }
    }
}

static void
test_language (void)
{
  static const struct
  {
    const char *header;
    const char *tag;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "*", NULL },
    { "en", "en" },
    { "en-GB,en;q=0.9", "en" },
    { "zh-CN", "zh-CN" },
    { "zh", "zh-CN" },
    { "ZH-hans-cn", "zh-CN" },
    { "fr, zh;q=0.4, en;q=0.7", "en" },
    { "en;q=0, zh;q=0.1", "zh-CN" },
    { "fr-FR,de", NULL },
    { "zhu", NULL },
    { ";;;,,q=,en;q=nan", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tag = interview_language_choose (cases[i].header);

      g_assert_cmpstr (tag, ==, cases[i].tag);
    }
}

static void
test_cursors (void)
{
  static const char *const bad[] = { "", "x", "AAAA", "!!!!", "\xff", "MDAwMDAwMDAwMDAwMA" };
  static const char *const keys[] = { "", "1", "12", "陈思远", "a/b+c" };
  g_autofree char *id = interview_id_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *cursor = interview_page_cursor_make (keys[i], id);
      g_autofree char *key = NULL, *found = NULL;

      g_assert_true (interview_page_cursor_parse (cursor, &key, &found, NULL));
      g_assert_cmpstr (key, ==, keys[i]);
      g_assert_cmpstr (found, ==, id);
      g_assert_null (strpbrk (cursor, "+/=&? "));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *key = NULL, *found = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (interview_page_cursor_parse (bad[i], &key, &found, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

/* Whoever had the last word decides who waits; only the candidate opens it again. */
static void
test_help_states (void)
{
  static const InterviewHelpState cases[][INTERVIEW_N_HELP_HAPPENINGS + 1] = {
    { INTERVIEW_HELP_STATE_OPEN, INTERVIEW_HELP_STATE_OPEN, INTERVIEW_HELP_STATE_ANSWERED,
      INTERVIEW_HELP_STATE_CLOSED },
    { INTERVIEW_HELP_STATE_ANSWERED, INTERVIEW_HELP_STATE_OPEN, INTERVIEW_HELP_STATE_ANSWERED,
      INTERVIEW_HELP_STATE_CLOSED },
    { INTERVIEW_HELP_STATE_CLOSED, INTERVIEW_HELP_STATE_OPEN, INTERVIEW_HELP_STATE_CLOSED,
      INTERVIEW_HELP_STATE_CLOSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint h = 0; h < INTERVIEW_N_HELP_HAPPENINGS; h++)
        g_assert_cmpint (interview_help_state_next (cases[i][0], h), ==, cases[i][h + 1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/services/seal", test_seal);
  g_test_add_func ("/server/pure/score", test_score);
  g_test_add_func ("/server/pure/score-weight", test_score_weight);
  g_test_add_func ("/server/pure/score-batch", test_score_batch);
  g_test_add_func ("/server/pure/question-ranking", test_ranking);
  g_test_add_func ("/server/pure/question-ranking-weight", test_ranking_weight);
  g_test_add_func ("/server/pure/room-states", test_room_states);
  g_test_add_func ("/server/pure/lives-of-rooms", test_lives_of_rooms);
  g_test_add_func ("/server/pure/entrance", test_entrance);
  g_test_add_func ("/server/pure/language", test_language);
  g_test_add_func ("/server/pure/cursors", test_cursors);
  g_test_add_func ("/server/help/states", test_help_states);
  return g_test_run ();
}
