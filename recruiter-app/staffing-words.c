/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "staffing-words.h"

#include <glib/gi18n.h>

#include "program/staffing-changes.h"
#include "program/time-text.h"

/*
 * The staffing in words.
 */

/**
 * recruiter_staffing_words_score:
 * @score: a score; 0 if it is not shown
 * @scale: the highest mark
 *
 * Returns: (transfer full): such as "4.6 of 5"
 */
char *
recruiter_staffing_words_score (double score, gint64 scale)
{
  if (score <= 0)
    return g_strdup (_ ("Too few ratings"));
  /* Translators: a score and the highest one there is, “4.6 of 5”. */
  return g_strdup_printf (_ ("%.1f of %d"), score, (int) scale);
}

/**
 * recruiter_staffing_words_state:
 * @state: where a recruiter stands
 *
 * Returns: (transfer none) (nullable): what is to be said of it; %NULL if it is nothing special
 */
const char *
recruiter_staffing_words_state (InterviewStandingState state)
{
  switch (state)
    {
    case INTERVIEW_STANDING_STATE_PROPOSED:
      return _ ("Withdrawal proposed");
    case INTERVIEW_STANDING_STATE_CONTESTED:
      return _ ("Withdrawal proposed, objected to");
    case INTERVIEW_STANDING_STATE_WITHDRAWN:
      return _ ("Does not interview at present");
    case INTERVIEW_STANDING_STATE_APPEALED:
      return _ ("Does not interview at present, has appealed");
    case INTERVIEW_STANDING_STATE_UPHELD:
      return _ ("Does not interview, the appeal was heard");
    case INTERVIEW_STANDING_STATE_REINSTATED:
      return _ ("Reinstated");
    case INTERVIEW_STANDING_STATE_QUALIFIED:
    default:
      return NULL;
    }
}

static char *
describe_entry_change (InterviewStaffing *before, InterviewStaffingEntry *entry)
{
  gint64 former_place = 0;

  switch (interview_staffing_changes_find_entry (before, entry, &former_place))
    {
    case INTERVIEW_STAFFING_CHANGE_NEW:
      return g_strdup (_ ("New"));
    case INTERVIEW_STAFFING_CHANGE_UP:
      /* Translators: the place in an order before. */
      return g_strdup_printf (_ ("Up from place %d"), (int) former_place);
    case INTERVIEW_STAFFING_CHANGE_DOWN:
      /* Translators: the place in an order before. */
      return g_strdup_printf (_ ("Down from place %d"), (int) former_place);
    case INTERVIEW_STAFFING_CHANGE_OUT:
      return g_strdup (_ ("No longer in the order"));
    case INTERVIEW_STAFFING_CHANGE_BACK:
      return g_strdup (_ ("Back in the order"));
    case INTERVIEW_STAFFING_CHANGE_NONE:
    case INTERVIEW_STAFFING_CHANGE_MOVED:
    default:
      return NULL;
    }
}

static char *
describe_task_change (InterviewStaffing *before,
                      InterviewStaffing *after,
                      InterviewStaffingTask *task)
{
  const char *former_name = NULL;

  switch (interview_staffing_changes_find_task (before, after, task, &former_name))
    {
    case INTERVIEW_STAFFING_CHANGE_NEW:
      return g_strdup (_ ("New"));
    case INTERVIEW_STAFFING_CHANGE_MOVED:
      if (former_name == NULL)
        return g_strdup (_ ("Given out now"));
      /* Translators: an interview was given to somebody else; %s is who had it before. */
      return g_strdup_printf (_ ("Before: %s"), former_name);
    default:
      return NULL;
    }
}

/* What is new is bold and has words of its own, so that it is not told by its looks alone. */
static void
append (GString *markup, const char *part, gboolean is_new)
{
  g_autofree char *escaped = part != NULL ? g_markup_escape_text (part, -1) : NULL;

  if (part != NULL)
    g_string_append_printf (markup, is_new ? "%s<b>%s</b>" : "%s%s", markup->len > 0 ? " · " : "",
                            escaped);
}

/**
 * recruiter_staffing_words_entry:
 * @before: (nullable): what was seen before
 * @entry: a recruiter now
 *
 * Returns: (transfer full): markup: what became of them, whether they interview, how often
 */
char *
recruiter_staffing_words_entry (InterviewStaffing *before, InterviewStaffingEntry *entry)
{
  int tasks = (int) interview_staffing_entry_get_tasks (entry);
  g_autofree char *work =
      g_strdup_printf (ngettext ("%d interview", "%d interviews", tasks), tasks);
  g_autofree char *change = describe_entry_change (before, entry);
  GString *markup = g_string_new (NULL);

  append (markup, change, TRUE);
  append (markup, recruiter_staffing_words_state (interview_staffing_entry_get_state (entry)),
          FALSE);
  append (markup, work, FALSE);
  return g_string_free (markup, FALSE);
}

/**
 * recruiter_staffing_words_task:
 * @before: (nullable): what was seen before
 * @after: what there is now
 * @task: a task in it
 *
 * Returns: (transfer full): markup: what became of it, when it is, for which position
 */
char *
recruiter_staffing_words_task (InterviewStaffing *before,
                               InterviewStaffing *after,
                               InterviewStaffingTask *task)
{
  g_autofree char *change = describe_task_change (before, after, task);
  g_autofree char *moment =
      interview_time_text_moment (interview_staffing_task_get_starts_at (task),
                                  interview_staffing_get_at (after));
  GString *markup = g_string_new (NULL);

  append (markup, change, TRUE);
  append (markup, moment, FALSE);
  append (markup, interview_staffing_task_get_position_title (task), FALSE);
  return g_string_free (markup, FALSE);
}
