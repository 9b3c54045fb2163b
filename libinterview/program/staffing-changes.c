/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/staffing-changes.h"

/*
 * What is different in a staffing from the one that somebody saw before: functions without any
 * effect.
 */

static gboolean
has_part (InterviewStaffing *staffing, InterviewStaffingTask *task)
{
  GPtrArray *tasks = interview_staffing_get_tasks (staffing);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      InterviewStaffingTask *other = g_ptr_array_index (tasks, i);

      if (g_strcmp0 (interview_staffing_task_get_room_id (other),
                     interview_staffing_task_get_room_id (task)) == 0 &&
          g_strcmp0 (interview_staffing_task_get_recruiter_id (other),
                     interview_staffing_task_get_recruiter_id (task)) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * interview_staffing_changes_find_entry:
 * @before: (nullable): what was seen before; %NULL for a first look, at which nothing is marked
 * @entry: a recruiter now
 * @former_place: (out): their place before, 0 for none
 *
 * Returns: what became of them
 */
InterviewStaffingChange
interview_staffing_changes_find_entry (InterviewStaffing *before,
                                       InterviewStaffingEntry *entry,
                                       gint64 *former_place)
{
  GPtrArray *entries = before != NULL ? interview_staffing_get_recruiters (before) : NULL;
  gint64 place = interview_staffing_entry_get_place (entry);

  *former_place = 0;
  if (before == NULL)
    return INTERVIEW_STAFFING_CHANGE_NONE;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      InterviewStaffingEntry *former = g_ptr_array_index (entries, i);

      if (g_strcmp0 (interview_staffing_entry_get_recruiter_id (former),
                     interview_staffing_entry_get_recruiter_id (entry)) != 0)
        continue;
      *former_place = interview_staffing_entry_get_place (former);
      if (*former_place == place)
        return INTERVIEW_STAFFING_CHANGE_NONE;
      if (place == 0)
        return INTERVIEW_STAFFING_CHANGE_OUT;
      if (*former_place == 0)
        return INTERVIEW_STAFFING_CHANGE_BACK;
      return place < *former_place ? INTERVIEW_STAFFING_CHANGE_UP : INTERVIEW_STAFFING_CHANGE_DOWN;
    }
  return INTERVIEW_STAFFING_CHANGE_NEW;
}

/**
 * interview_staffing_changes_find_task:
 * @before: (nullable): what was seen before; %NULL for a first look, at which nothing is marked
 * @after: what there is now
 * @task: a task in it
 * @former_name: (out) (nullable) (transfer none): who had it before; %NULL for nobody
 *
 * Returns: what became of it
 */
InterviewStaffingChange
interview_staffing_changes_find_task (InterviewStaffing *before,
                                      InterviewStaffing *after,
                                      InterviewStaffingTask *task,
                                      const char **former_name)
{
  GPtrArray *tasks = before != NULL ? interview_staffing_get_tasks (before) : NULL;
  gboolean known = FALSE;

  *former_name = NULL;
  if (before == NULL || has_part (before, task))
    return INTERVIEW_STAFFING_CHANGE_NONE;
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      InterviewStaffingTask *former = g_ptr_array_index (tasks, i);

      if (g_strcmp0 (interview_staffing_task_get_room_id (former),
                     interview_staffing_task_get_room_id (task)) != 0)
        continue;
      known = TRUE;
      /* In a panel only those who left have given something up. */
      if (!has_part (after, former))
        *former_name = interview_staffing_task_get_recruiter_name (former);
    }
  return known ? INTERVIEW_STAFFING_CHANGE_MOVED : INTERVIEW_STAFFING_CHANGE_NEW;
}
