/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "plan-group.h"

#include <glib/gi18n.h>

#include "../staffing-words.h"
#include "program/staffing-changes.h"

/*
 * RecruiterPlanGroup shows a plan beside what holds now: every recruiter, and the interviews that
 * would go to somebody else.
 */
struct _RecruiterPlanGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RecruiterPlanGroup, recruiter_plan_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (RecruiterPlanGroup *self, const char *title, const char *markup, const char *suffix)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GtkWidget *label;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (suffix != NULL)
    {
      label = gtk_label_new (suffix);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_entry (RecruiterPlanGroup *self, InterviewStaffing *before, InterviewStaffingEntry *entry)
{
  gint64 place = interview_staffing_entry_get_place (entry);
  const char *name = interview_staffing_entry_get_display_name (entry);
  g_autofree char *markup = recruiter_staffing_words_entry (before, entry);
  /* Translators: the place in an order, then a name. */
  g_autofree char *title =
      place > 0 ? g_strdup_printf (_ ("%d. %s"), (int) place, name) : g_strdup (name);

  add_row (self, title, markup, NULL);
}

static void
add_moved_task (RecruiterPlanGroup *self,
                InterviewStaffing *before,
                InterviewStaffing *plan,
                InterviewStaffingTask *task)
{
  const char *former_name = NULL;
  const char *name = interview_staffing_task_get_recruiter_name (task);
  g_autofree char *markup = NULL;

  if (interview_staffing_changes_find_task (before, plan, task, &former_name) ==
      INTERVIEW_STAFFING_CHANGE_NONE)
    return;
  markup = recruiter_staffing_words_task (before, plan, task);
  add_row (self, interview_staffing_task_get_candidate_name (task), markup,
           name != NULL ? name : _ ("Nobody can"));
}

static void
recruiter_plan_group_finalize (GObject *object)
{
  g_ptr_array_unref (RECRUITER_PLAN_GROUP (object)->rows);
  G_OBJECT_CLASS (recruiter_plan_group_parent_class)->finalize (object);
}

static void
recruiter_plan_group_class_init (RecruiterPlanGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recruiter_plan_group_finalize;
}

static void
recruiter_plan_group_init (RecruiterPlanGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * recruiter_plan_group_show:
 * @before: what holds now
 * @plan: what would hold
 *
 * Shows a plan.
 */
void
recruiter_plan_group_show (RecruiterPlanGroup *self,
                           InterviewStaffing *before,
                           InterviewStaffing *plan)
{
  GPtrArray *entries = interview_staffing_get_recruiters (plan);
  GPtrArray *tasks = interview_staffing_get_tasks (plan);

  g_return_if_fail (RECRUITER_IS_PLAN_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (self, before, g_ptr_array_index (entries, i));
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    add_moved_task (self, before, plan, g_ptr_array_index (tasks, i));
}
