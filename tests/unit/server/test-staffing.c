/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "server/services/score.h"
#include "server/services/staffing-plan.h"
#include "server/services/standing-state.h"

#define CASES 400
#define MAX_RECRUITERS 8
#define MAX_TASKS 24
#define POSITIONS 3
#define HOUR (G_TIME_SPAN_HOUR)

/*
 * The laws of staffing, each tried on cases that are made by chance. The seed is printed in the
 * first line of the output; --seed repeats a run.
 */

static const char *const ids[MAX_RECRUITERS] = { "a", "b", "c", "d", "e", "f", "g", "h" };
static const char *const positions[POSITIONS] = { "p", "q", "r" };

typedef struct
{
  InterviewStaffingPolicy *policy;
  GArray *recruiters;
  GArray *tasks;
} Case;

static InterviewStaffingPolicy *
make_policy (guint recruiters)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < recruiters; i++)
    {
      const char *known[] = { positions[g_test_rand_int_range (0, POSITIONS)],
                              positions[g_test_rand_int_range (0, POSITIONS)], NULL };

      if (g_test_rand_bit ())
        g_ptr_array_add (skills, g_object_new (INTERVIEW_TYPE_RECRUITER_SKILL, "recruiter-id",
                                               ids[i], "position-ids", known, NULL));
    }
  return g_object_new (INTERVIEW_TYPE_STAFFING_POLICY, "order", g_test_rand_int_range (0, 2),
                       "capacity", (gint64) g_test_rand_int_range (1, 5), "skills", skills, NULL);
}

static InterviewStandingState
make_state (void)
{
  return g_test_rand_int_range (0, 3) > 0
             ? INTERVIEW_STANDING_STATE_QUALIFIED
             : g_test_rand_int_range (0, INTERVIEW_STANDING_STATE_REINSTATED + 1);
}

static Case *
make_case (void)
{
  Case *self = g_new0 (Case, 1);
  guint recruiters = (guint) g_test_rand_int_range (1, MAX_RECRUITERS + 1);
  guint tasks = (guint) g_test_rand_int_range (0, MAX_TASKS);

  self->policy = make_policy (recruiters);
  self->recruiters = g_array_new (FALSE, TRUE, sizeof (InterviewPlanRecruiter));
  self->tasks = g_array_new (FALSE, TRUE, sizeof (InterviewPlanTask));
  for (guint i = 0; i < recruiters; i++)
    {
      const InterviewPlanRecruiter recruiter = {
        .id = ids[i],
        .name = ids[g_test_rand_int_range (0, 3)],
        .state = make_state (),
        .score = g_test_rand_int_range (0, 11) / 10.0,
      };

      g_array_append_val (self->recruiters, recruiter);
    }
  for (guint i = 0; i < tasks; i++)
    {
      gint64 day = g_test_rand_int_range (0, 3);
      gint64 start = day * G_TIME_SPAN_DAY + g_test_rand_int_range (16, 36) * HOUR / 2;
      const InterviewPlanTask task = {
        .room_id = g_intern_string ((char[]){ (char) ('A' + i), '\0' }),
        .position_id = positions[g_test_rand_int_range (0, POSITIONS)],
        .day = day,
        .starts_at = start,
        .ends_at = start + g_test_rand_int_range (1, 4) * HOUR / 2,
        .hold = g_test_rand_bit () ? INTERVIEW_PLAN_HOLD_NONE : g_test_rand_int_range (0, 3),
        .recruiter_id =
            g_test_rand_bit () ? ids[g_test_rand_int_range (0, (int) recruiters)] : NULL,
      };

      g_array_append_val (self->tasks, task);
    }
  return self;
}

static Case *
copy_case (const Case *other)
{
  Case *self = g_new0 (Case, 1);

  self->policy = g_object_ref (other->policy);
  self->recruiters = g_array_copy (other->recruiters);
  self->tasks = g_array_copy (other->tasks);
  return self;
}

static void
free_case (Case *self)
{
  g_object_unref (self->policy);
  g_array_unref (self->recruiters);
  g_array_unref (self->tasks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, free_case)

static void
plan (Case *self)
{
  interview_staffing_plan_make (self->policy, self->recruiters, self->tasks);
}

static InterviewPlanRecruiter *
find (Case *self, const char *id)
{
  for (guint i = 0; i < self->recruiters->len; i++)
    {
      InterviewPlanRecruiter *recruiter =
          &g_array_index (self->recruiters, InterviewPlanRecruiter, i);

      if (g_str_equal (recruiter->id, id))
        return recruiter;
    }
  return NULL;
}

/* Who may not interview has no place, and among the others a better score is never behind. */
static void
test_better_never_lower (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) one = make_case ();

      plan (one);
      for (guint i = 0; i < one->recruiters->len; i++)
        {
          const InterviewPlanRecruiter *left =
              &g_array_index (one->recruiters, InterviewPlanRecruiter, i);

          g_assert_cmpint (left->place > 0, ==, interview_standing_state_works (left->state));
          for (guint j = 0; j < one->recruiters->len; j++)
            {
              const InterviewPlanRecruiter *right =
                  &g_array_index (one->recruiters, InterviewPlanRecruiter, j);

              if (left->place > 0 && right->place > 0 && left->score > right->score)
                g_assert_cmpuint (left->place, <, right->place);
            }
        }
    }
}

/* Whose score rises keeps their place or comes forward, whatever the others have. */
static void
test_rising_never_hurts (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) before = make_case ();
      g_autoptr (Case) after = copy_case (before);
      const char *id = ids[g_test_rand_int_range (0, (int) before->recruiters->len)];

      find (after, id)->score += g_test_rand_int_range (0, 5) / 10.0;
      plan (before);
      plan (after);
      g_assert_cmpuint (find (after, id)->place, <=, find (before, id)->place);
    }
}

static gint64
count_on_day (GArray *tasks, const char *id, gint64 day, gboolean fixed_only)
{
  gint64 count = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      if (task->day == day && g_strcmp0 (task->recruiter_id, id) == 0 &&
          (task->hold != INTERVIEW_PLAN_HOLD_NONE || !fixed_only))
        count++;
    }
  return count;
}

/* What people gave out themselves may be too much; the plan never adds to that. */
static void
test_capacity (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) one = make_case ();
      gint64 capacity = interview_staffing_policy_get_capacity (one->policy);

      plan (one);
      for (guint i = 0; i < one->recruiters->len; i++)
        {
          const char *id = g_array_index (one->recruiters, InterviewPlanRecruiter, i).id;

          for (gint64 day = 0; day < 3; day++)
            g_assert_cmpint (count_on_day (one->tasks, id, day, FALSE), <=,
                             MAX (capacity, count_on_day (one->tasks, id, day, TRUE)));
        }
    }
}

static gboolean
knows (InterviewStaffingPolicy *policy, const char *id, const char *position)
{
  GPtrArray *skills = interview_staffing_policy_get_skills (policy);

  for (guint i = 0; i < skills->len; i++)
    {
      InterviewRecruiterSkill *skill = g_ptr_array_index (skills, i);

      if (g_str_equal (interview_recruiter_skill_get_recruiter_id (skill), id))
        return g_strv_contains (interview_recruiter_skill_get_position_ids (skill), position);
    }
  return TRUE;
}

/* The plan gives a task only to who is qualified, able and not elsewhere; and to nobody only if
 * nobody is. */
static void
test_fit (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) one = make_case ();

      plan (one);
      for (guint i = 0; i < one->tasks->len; i++)
        {
          const InterviewPlanTask *task = &g_array_index (one->tasks, InterviewPlanTask, i);

          for (guint j = 0; task->recruiter_id == NULL && j < one->recruiters->len; j++)
            g_assert_false (interview_staffing_plan_is_free (
                one->policy, &g_array_index (one->recruiters, InterviewPlanRecruiter, j), task,
                one->tasks));
          if (task->hold != INTERVIEW_PLAN_HOLD_NONE || task->recruiter_id == NULL)
            continue;
          g_assert_cmpuint (find (one, task->recruiter_id)->place, >, 0);
          g_assert_true (knows (one->policy, task->recruiter_id, task->position_id));
          for (guint j = 0; j < one->tasks->len; j++)
            {
              const InterviewPlanTask *other = &g_array_index (one->tasks, InterviewPlanTask, j);

              if (j != i && g_strcmp0 (other->recruiter_id, task->recruiter_id) == 0)
                g_assert_true (other->ends_at <= task->starts_at ||
                               task->ends_at <= other->starts_at);
            }
        }
    }
}

/* Nobody who may not interview has anything before them, not even what a person gave them. */
static void
test_withdrawn_has_nothing (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) one = make_case ();

      plan (one);
      for (guint i = 0; i < one->tasks->len; i++)
        {
          const InterviewPlanTask *task = &g_array_index (one->tasks, InterviewPlanTask, i);

          if (task->recruiter_id != NULL && task->hold != INTERVIEW_PLAN_HOLD_BEGUN)
            g_assert_true (interview_standing_state_works (find (one, task->recruiter_id)->state));
        }
    }
}

static void
shuffle (GArray *array, gsize size)
{
  g_autofree char *kept = g_malloc (size);

  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i);
      char *left = array->data + (i - 1) * size, *right = array->data + j * size;

      memcpy (kept, left, size);
      memmove (left, right, size);
      memcpy (right, kept, size);
    }
}

/* The same facts in any order make the same plan, and planning again changes nothing. */
static void
test_deterministic (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (Case) one = make_case ();
      g_autoptr (Case) other = copy_case (one);

      shuffle (other->recruiters, sizeof (InterviewPlanRecruiter));
      shuffle (other->tasks, sizeof (InterviewPlanTask));
      plan (one);
      plan (other);
      plan (other);
      for (guint i = 0; i < one->recruiters->len; i++)
        g_assert_cmpstr (g_array_index (one->recruiters, InterviewPlanRecruiter, i).id, ==,
                         g_array_index (other->recruiters, InterviewPlanRecruiter, i).id);
      for (guint i = 0; i < one->tasks->len; i++)
        {
          const InterviewPlanTask *left = &g_array_index (one->tasks, InterviewPlanTask, i);
          const InterviewPlanTask *right = &g_array_index (other->tasks, InterviewPlanTask, i);

          g_assert_cmpstr (left->room_id, ==, right->room_id);
          g_assert_cmpstr (left->recruiter_id, ==, right->recruiter_id);
        }
    }
}

/* Best first: the best one who is free has it. Evenly: nobody who was free has fewer. */
static void
test_best_first (void)
{
  InterviewPlanTask tasks[3] = { 0 };
  InterviewPlanRecruiter people[2] = { { .id = "a", .name = "a", .score = 0.2 },
                                       { .id = "b", .name = "b", .score = 0.9 } };
  static const char *const expected[2][3] = { { "b", "b", "a" }, { "b", "a", "b" } };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = (InterviewPlanTask){ .room_id = ids[i],
                                    .position_id = "p",
                                    .starts_at = (gint64) i * HOUR,
                                    .ends_at = (gint64) (i + 1) * HOUR };
  for (int order = 0; order < 2; order++)
    {
      g_autoptr (InterviewStaffingPolicy) policy =
          g_object_new (INTERVIEW_TYPE_STAFFING_POLICY, "order", order, "capacity", (gint64) 2,
                        NULL);
      g_autoptr (GArray) recruiters = g_array_new (FALSE, FALSE, sizeof *people);
      g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof *tasks);

      g_array_append_vals (recruiters, people, G_N_ELEMENTS (people));
      g_array_append_vals (given, tasks, G_N_ELEMENTS (tasks));
      interview_staffing_plan_make (policy, recruiters, given);
      for (guint i = 0; i < given->len; i++)
        g_assert_cmpstr (g_array_index (given, InterviewPlanTask, i).recruiter_id, ==,
                         expected[order][i]);
    }
}

static InterviewRatingSeries *
make_series (guint ratings, double least)
{
  InterviewRatingSeries *series = interview_rating_series_new ("a", "a");

  for (guint i = 0; i < ratings; i++)
    interview_rating_series_add (series, least + (1 - least) * g_test_rand_int_range (0, 5) / 4.0,
                                 (gint64) i * G_TIME_SPAN_DAY);
  return series;
}

/* Whatever one candidate says, and whenever: it is never what makes a score too low. */
static void
test_one_rating_never_disqualifies (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      guint ratings = (guint) g_test_rand_int_range (0, 40);
      double threshold = g_test_rand_int_range (0, 100) / 100.0;
      g_autoptr (InterviewRatingSeries) series = make_series (ratings, 0);
      g_autoptr (InterviewRatingSeries) more = interview_rating_series_new ("a", "a");
      guint position = (guint) g_test_rand_int_range (0, (int) ratings + 1);
      const InterviewScoreTerms terms = {
        .now = 40 * G_TIME_SPAN_DAY,
        .half_life_days = g_test_rand_bit () ? 20 : 0,
        .minimum = 1,
        .mean = g_test_rand_int_range (0, 100) / 100.0,
      };

      for (guint i = 0; i <= ratings; i++)
        {
          if (i == position)
            interview_rating_series_add (more, 0, (gint64) i * G_TIME_SPAN_DAY);
          if (i < ratings)
            interview_rating_series_add (more, g_array_index (series->values, double, i),
                                         g_array_index (series->times, gint64, i));
        }
      if (interview_score_get (series, &terms) >= threshold + 1e-9)
        g_assert_false (interview_score_is_below (more, &terms, 0, threshold));
    }
}

/* A batch that is not whole changes nothing that anybody outside of HR can see. */
static void
test_batches (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      guint ratings = (guint) g_test_rand_int_range (0, 40);
      gint64 minimum = g_test_rand_int_range (1, 8);
      g_autoptr (InterviewRatingSeries) series = make_series (ratings, 0);
      const InterviewScoreTerms terms = { .minimum = MAX (minimum, 2), .mean = 0.5 };
      gint64 count = interview_score_count (series, &terms);
      double score = interview_score_get (series, &terms);

      g_assert_cmpint (count, <=, ratings);
      while (interview_score_count (series, &terms) == count)
        {
          g_assert_cmpfloat (interview_score_get (series, &terms), ==, score);
          interview_rating_series_add (series, g_test_rand_bit (), ratings * G_TIME_SPAN_DAY);
        }
      g_assert_cmpint (interview_score_count (series, &terms) - count, >=, INTERVIEW_SCORE_MINIMUM);
    }
}

/* Better ratings never make a worse score, and old ones lose their weight to the mean. */
static void
test_scores (void)
{
  for (guint n = 0; n < CASES; n++)
    {
      g_autoptr (InterviewRatingSeries) series = make_series (12, 0);
      InterviewScoreTerms terms = { .now = 12 * G_TIME_SPAN_DAY,
                                    .half_life_days = g_test_rand_int_range (0, 30),
                                    .mean = 0.5 };
      double score = interview_score_get (series, &terms);
      double *value = &g_array_index (series->values, double, g_test_rand_int_range (0, 12));

      *value = MIN (*value + 0.25, 1);
      g_assert_cmpfloat (interview_score_get (series, &terms), >=, score);
      g_assert_true (score >= 0 && score <= 1);

      score = fabs (interview_score_get (series, &terms) - terms.mean);
      terms.now += 100 * G_TIME_SPAN_DAY;
      if (terms.half_life_days > 0)
        g_assert_cmpfloat (fabs (interview_score_get (series, &terms) - terms.mean), <=, score);
    }
}

/* What was said before a reinstatement is forgiven. */
static void
test_forgiven (void)
{
  g_autoptr (InterviewRatingSeries) series = interview_rating_series_new ("a", "a");
  const InterviewScoreTerms terms = { .minimum = 1, .mean = 0.8 };

  for (guint i = 0; i < 12; i++)
    interview_rating_series_add (series, i < 6 ? 0 : 0.75, i);
  g_assert_true (interview_score_is_below (series, &terms, 0, 0.6));
  g_assert_false (interview_score_is_below (series, &terms, 6, 0.6));
}

static void
test_standing_states (void)
{
#define S(state) INTERVIEW_STANDING_STATE_##state
#define H(happening) INTERVIEW_STANDING_HAPPENING_##happening
  static const struct
  {
    InterviewStandingState state;
    InterviewStandingHappening happening;
    InterviewStandingState next;
  } steps[] = {
    { S (QUALIFIED), H (PROPOSE), S (PROPOSED) },   { S (QUALIFIED), H (WITHDRAW), S (WITHDRAWN) },
    { S (QUALIFIED), H (CONFIRM), S (QUALIFIED) }, /* nobody is withdrawn without a proposal */
    { S (QUALIFIED), H (APPEAL), S (QUALIFIED) },   { S (PROPOSED), H (RECOVER), S (QUALIFIED) },
    { S (PROPOSED), H (CONFIRM), S (WITHDRAWN) },   { S (PROPOSED), H (REJECT), S (REINSTATED) },
    { S (PROPOSED), H (APPEAL), S (CONTESTED) },    { S (CONTESTED), H (CONFIRM), S (UPHELD) },
    { S (CONTESTED), H (WITHDRAW), S (CONTESTED) }, /* who has objected is heard by a person */
    { S (WITHDRAWN), H (RECOVER), S (WITHDRAWN) },  { S (WITHDRAWN), H (APPEAL), S (APPEALED) },
    { S (APPEALED), H (CONFIRM), S (UPHELD) },      { S (APPEALED), H (REINSTATE), S (REINSTATED) },
    { S (UPHELD), H (APPEAL), S (UPHELD) },         { S (UPHELD), H (REINSTATE), S (REINSTATED) },
    { S (REINSTATED), H (PROPOSE), S (PROPOSED) },
  };
#undef S
#undef H

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (interview_standing_state_next (steps[i].state, steps[i].happening), ==,
                     steps[i].next);
}

/* From every state a person can bring a recruiter back to work, and no rating takes away what an
 * unanswered appeal is about. */
static void
test_way_back (void)
{
  for (int state = 0; state <= INTERVIEW_STANDING_STATE_REINSTATED; state++)
    {
      InterviewStandingState back = state;

      back = interview_standing_state_next (back, INTERVIEW_STANDING_HAPPENING_REJECT);
      back = interview_standing_state_next (back, INTERVIEW_STANDING_HAPPENING_REINSTATE);
      g_assert_true (interview_standing_state_works (back));
      g_assert_true (interview_standing_state_works (state) ||
                     back == INTERVIEW_STANDING_STATE_REINSTATED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/staffing/better-never-lower", test_better_never_lower);
  g_test_add_func ("/server/staffing/rising-never-hurts", test_rising_never_hurts);
  g_test_add_func ("/server/staffing/capacity", test_capacity);
  g_test_add_func ("/server/staffing/fit", test_fit);
  g_test_add_func ("/server/staffing/withdrawn-has-nothing", test_withdrawn_has_nothing);
  g_test_add_func ("/server/staffing/deterministic", test_deterministic);
  g_test_add_func ("/server/staffing/best-first", test_best_first);
  g_test_add_func ("/server/staffing/one-rating-never-disqualifies",
                   test_one_rating_never_disqualifies);
  g_test_add_func ("/server/staffing/batches", test_batches);
  g_test_add_func ("/server/staffing/scores", test_scores);
  g_test_add_func ("/server/staffing/forgiven", test_forgiven);
  g_test_add_func ("/server/staffing/standing-states", test_standing_states);
  g_test_add_func ("/server/staffing/way-back", test_way_back);
  return g_test_run ();
}
