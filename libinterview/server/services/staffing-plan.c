/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/staffing-plan.h"

#include "server/services/standing-state.h"

/*
 * Who is qualified, in which order, and who interviews whom: a function of the policy, standings,
 * scores and tasks, without any effect. The order is by score. Tasks are given out by the time that
 * they start; each goes to the first in the order who may do it, or to the one of them with the
 * fewest tasks that day, as the policy says.
 */

static int
compare_recruiters (gconstpointer a, gconstpointer b)
{
  const InterviewPlanRecruiter *left = a, *right = b;
  gboolean left_works = interview_standing_state_works (left->state);
  gboolean right_works = interview_standing_state_works (right->state);
  int names;

  if (left_works != right_works)
    return left_works ? -1 : 1;
  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  names = g_strcmp0 (left->name, right->name);
  return names != 0 ? names : g_strcmp0 (left->id, right->id);
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const InterviewPlanTask *left = a, *right = b;
  int rooms;

  if (left->starts_at != right->starts_at)
    return left->starts_at < right->starts_at ? -1 : 1;
  rooms = g_strcmp0 (left->room_id, right->room_id);
  if (rooms != 0)
    return rooms;
  return left->hold != right->hold ? (int) right->hold - (int) left->hold
                                   : g_strcmp0 (left->recruiter_id, right->recruiter_id);
}

/* What is looked up again and again: the policy's skills and everybody's tasks by recruiter. */
typedef struct
{
  InterviewStaffingPolicy *policy;
  GHashTable *skills;
  GHashTable *tasks;
} Book;

static void
book_add (Book *book, const InterviewPlanTask *task)
{
  GPtrArray *own;

  if (task->recruiter_id == NULL)
    return;
  own = g_hash_table_lookup (book->tasks, task->recruiter_id);
  if (own == NULL)
    {
      own = g_ptr_array_new ();
      g_hash_table_insert (book->tasks, (char *) task->recruiter_id, own);
    }
  g_ptr_array_add (own, (gpointer) task);
}

static void
book_open (Book *book, InterviewStaffingPolicy *policy, GArray *tasks)
{
  GPtrArray *skills = interview_staffing_policy_get_skills (policy);

  book->policy = policy;
  book->skills = g_hash_table_new (g_str_hash, g_str_equal);
  book->tasks =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      InterviewRecruiterSkill *skill = g_ptr_array_index (skills, i);

      g_hash_table_insert (book->skills,
                           (char *) interview_recruiter_skill_get_recruiter_id (skill), skill);
    }
  for (guint i = 0; i < tasks->len; i++)
    book_add (book, &g_array_index (tasks, InterviewPlanTask, i));
}

static void
book_close (Book *book)
{
  g_hash_table_unref (book->skills);
  g_hash_table_unref (book->tasks);
}

static gboolean
has_skill (const Book *book, const char *recruiter_id, const char *position_id)
{
  InterviewRecruiterSkill *skill = g_hash_table_lookup (book->skills, recruiter_id);

  return skill == NULL ||
         g_strv_contains (interview_recruiter_skill_get_position_ids (skill), position_id);
}

static gint64
count_tasks (const Book *book, const char *recruiter_id, const InterviewPlanTask *task)
{
  GPtrArray *own = g_hash_table_lookup (book->tasks, recruiter_id);
  gint64 count = 0;

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const InterviewPlanTask *other = g_ptr_array_index (own, i);

      if (other != task && other->day == task->day)
        count++;
    }
  return count;
}

static gboolean
is_elsewhere (const Book *book, const char *recruiter_id, const InterviewPlanTask *task)
{
  GPtrArray *own = g_hash_table_lookup (book->tasks, recruiter_id);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const InterviewPlanTask *other = g_ptr_array_index (own, i);

      if (other != task && other->starts_at < other->ends_at && other->starts_at < task->ends_at &&
          task->starts_at < other->ends_at)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const Book *book, const InterviewPlanRecruiter *recruiter, const InterviewPlanTask *task)
{
  return interview_standing_state_works (recruiter->state) &&
         has_skill (book, recruiter->id, task->position_id) &&
         count_tasks (book, recruiter->id, task) <
             interview_staffing_policy_get_capacity (book->policy) &&
         !is_elsewhere (book, recruiter->id, task);
}

/**
 * interview_staffing_plan_is_free:
 * @policy: the policy
 * @recruiter: somebody
 * @task: one of @tasks
 * @tasks: (element-type InterviewPlanTask): what everybody has to do
 *
 * Returns: whether they may take the task: qualified, able to, with time left that day and nothing
 *   else to do at that time
 */
gboolean
interview_staffing_plan_is_free (InterviewStaffingPolicy *policy,
                                 const InterviewPlanRecruiter *recruiter,
                                 const InterviewPlanTask *task,
                                 GArray *tasks)
{
  Book book;
  gboolean is;

  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (policy), FALSE);

  book_open (&book, policy, tasks);
  is = is_free (&book, recruiter, task);
  book_close (&book);
  return is;
}

static const char *
choose (const Book *book, GArray *recruiters, const InterviewPlanTask *task)
{
  gboolean evenly =
      interview_staffing_policy_get_order (book->policy) == INTERVIEW_TASK_ORDER_EVENLY;
  const char *chosen = NULL;
  gint64 fewest = G_MAXINT64;

  for (guint i = 0; i < recruiters->len; i++)
    {
      const InterviewPlanRecruiter *recruiter =
          &g_array_index (recruiters, InterviewPlanRecruiter, i);
      gint64 count;

      if (!is_free (book, recruiter, task))
        continue;
      if (!evenly)
        return recruiter->id;
      count = count_tasks (book, recruiter->id, task);
      if (count < fewest)
        {
          fewest = count;
          chosen = recruiter->id;
        }
    }
  return chosen;
}

static GHashTable *
list_stopped (GArray *recruiters)
{
  GHashTable *stopped = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recruiters->len; i++)
    {
      const InterviewPlanRecruiter *recruiter =
          &g_array_index (recruiters, InterviewPlanRecruiter, i);

      if (!interview_standing_state_works (recruiter->state))
        g_hash_table_add (stopped, (char *) recruiter->id);
    }
  return stopped;
}

/* Takes back what may be given to somebody else. */
static void
release_tasks (GArray *recruiters, GArray *tasks)
{
  g_autoptr (GHashTable) stopped = list_stopped (recruiters);

  for (guint i = 0; i < tasks->len; i++)
    {
      InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      if (task->recruiter_id == NULL || (task->hold == INTERVIEW_PLAN_HOLD_GIVEN &&
                                         g_hash_table_contains (stopped, task->recruiter_id)))
        task->hold = INTERVIEW_PLAN_HOLD_NONE;
      if (task->hold == INTERVIEW_PLAN_HOLD_NONE)
        task->recruiter_id = NULL;
    }
}

/**
 * interview_staffing_plan_make:
 * @policy: the policy
 * @recruiters: (element-type InterviewPlanRecruiter): everybody; sorted into their order, with
 *   their places
 * @tasks: (element-type InterviewPlanTask): what there is to do; sorted by time, each with who is
 *   to do it
 *
 * Makes the plan; somebody who is in no list, such as an HR admin who interviews, is not judged. A
 * pure function of its arguments: it does not matter in which order they come.
 */
void
interview_staffing_plan_make (InterviewStaffingPolicy *policy, GArray *recruiters, GArray *tasks)
{
  guint place = 0;
  Book book;

  g_return_if_fail (INTERVIEW_IS_STAFFING_POLICY (policy));

  g_array_sort (recruiters, compare_recruiters);
  for (guint i = 0; i < recruiters->len; i++)
    {
      InterviewPlanRecruiter *recruiter = &g_array_index (recruiters, InterviewPlanRecruiter, i);

      recruiter->place = interview_standing_state_works (recruiter->state) ? ++place : 0;
    }
  g_array_sort (tasks, compare_tasks);
  release_tasks (recruiters, tasks);
  book_open (&book, policy, tasks);
  for (guint i = 0; i < tasks->len; i++)
    {
      InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      if (task->hold != INTERVIEW_PLAN_HOLD_NONE)
        continue;
      task->recruiter_id = choose (&book, recruiters, task);
      book_add (&book, task);
    }
  book_close (&book);
}
