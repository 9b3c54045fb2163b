/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "policy-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "../staffing-words.h"
#include "client/remote-list.h"
#include "client/staffing-api.h"
#include "core/model/position.h"
#include "core/time-zone.h"
#include "number-row.h"
#include "plan-group.h"
#include "program/last-look.h"
#include "skill-row.h"

/* The plan is asked for once the person pauses. */
#define PREVIEW_DELAY_MS 300

/* What is set and not saved yet. */
#define DRAFT_NAME "staffing-policy-draft.json"

/*
 * RecruiterPolicyPage is the editor of the rule of who interviews whom, with the plan that it would
 * make today below it. What is set and not saved is there again when the page is opened the next
 * time.
 */
struct _RecruiterPolicyPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  GCancellable *previewing;
  InterviewStaffingPolicy *policy;
  InterviewStaffing *staffing;
  InterviewRemoteList *positions;
  GPtrArray *skills; /* RecruiterSkillRow */
  guint preview_source;
  gboolean filled;

  RecruiterMessageBar *message;
  AdwComboRow *order;
  RecruiterNumberRow *capacity;
  RecruiterNumberRow *half_life;
  AdwEntryRow *time_zone;
  RecruiterNumberRow *threshold;
  RecruiterNumberRow *minimum_ratings;
  AdwComboRow *withdrawal;
  GtkSwitch *choice;
  AdwPreferencesGroup *skill_group;
  RecruiterPlanGroup *plan;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (RecruiterPolicyPage, recruiter_policy_page, ADW_TYPE_PREFERENCES_PAGE)

static InterviewConnection *
get_connection (RecruiterPolicyPage *self)
{
  return interview_account_get_connection (self->account);
}

static InterviewStaffingPolicy *
read_policy (RecruiterPolicyPage *self)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->skills->len; i++)
    {
      InterviewRecruiterSkill *skill = recruiter_skill_row_get_skill (self->skills->pdata[i]);

      if (skill != NULL)
        g_ptr_array_add (skills, skill);
    }
  return g_object_new (INTERVIEW_TYPE_STAFFING_POLICY, "revision",
                       interview_staffing_policy_get_revision (self->policy), "order",
                       (int) adw_combo_row_get_selected (self->order), "half-life-days",
                       recruiter_number_row_get_value (self->half_life), "minimum-ratings",
                       recruiter_number_row_get_value (self->minimum_ratings), "threshold-percent",
                       recruiter_number_row_get_value (self->threshold), "withdrawal",
                       (int) adw_combo_row_get_selected (self->withdrawal), "capacity",
                       recruiter_number_row_get_value (self->capacity), "choice",
                       gtk_switch_get_active (self->choice), "time-zone",
                       gtk_editable_get_text (GTK_EDITABLE (self->time_zone)), "skills", skills,
                       NULL);
}

/* What a part of the way from the worst to the best mark is in stars. */
static void
update_threshold (RecruiterPolicyPage *self)
{
  gint64 scale = interview_staffing_get_scale (self->staffing);
  double stars =
      1 + (double) (recruiter_number_row_get_value (self->threshold) * (scale - 1)) / 100.0;
  g_autofree char *score = recruiter_staffing_words_score (stars, scale);
  g_autofree char *text =
      recruiter_number_row_get_value (self->threshold) == 0
          ? g_strdup (_ ("Nobody loses their qualification"))
          /* Translators: %s is such as “2.6 of 5”. */
          : g_strdup_printf (_ ("Percent of the way from the worst to the best mark: %s"), score);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->threshold), text);
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffing) plan =
      interview_staffing_api_preview_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (plan != NULL)
    recruiter_plan_group_show (self->plan, self->staffing, plan);
}

static gboolean
preview (gpointer user_data)
{
  RecruiterPolicyPage *self = user_data;
  g_autoptr (InterviewStaffingPolicy) policy = read_policy (self);
  g_autoptr (GError) error = NULL;

  self->preview_source = 0;
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  if (!interview_record_validate (INTERVIEW_RECORD (policy), &error))
    return G_SOURCE_REMOVE;
  self->previewing = g_cancellable_new ();
  interview_staffing_api_preview_async (get_connection (self), policy, self->previewing, on_preview,
                                        g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
plan_preview (RecruiterPolicyPage *self)
{
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, preview, self);
}

static void
on_changed (RecruiterPolicyPage *self)
{
  g_autoptr (InterviewStaffingPolicy) policy = NULL;

  if (!self->filled)
    return;
  policy = read_policy (self);
  update_threshold (self);
  gtk_widget_set_sensitive (self->save, TRUE);
  interview_last_look_keep (interview_account_get_profile (self->account), DRAFT_NAME,
                            INTERVIEW_RECORD (policy));
  plan_preview (self);
}

static InterviewRecruiterSkill *
find_skill (InterviewStaffingPolicy *policy, const char *recruiter_id)
{
  GPtrArray *skills = interview_staffing_policy_get_skills (policy);

  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      InterviewRecruiterSkill *skill = g_ptr_array_index (skills, i);

      if (g_strcmp0 (interview_recruiter_skill_get_recruiter_id (skill), recruiter_id) == 0)
        return skill;
    }
  return NULL;
}

static void
fill_skills (RecruiterPolicyPage *self, InterviewStaffingPolicy *policy)
{
  GPtrArray *entries = interview_staffing_get_recruiters (self->staffing);

  for (guint i = 0; i < self->skills->len; i++)
    adw_preferences_group_remove (self->skill_group, self->skills->pdata[i]);
  g_ptr_array_set_size (self->skills, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      InterviewStaffingEntry *entry = g_ptr_array_index (entries, i);
      const char *id = interview_staffing_entry_get_recruiter_id (entry);
      GtkWidget *row =
          recruiter_skill_row_new (id, interview_staffing_entry_get_display_name (entry),
                                   G_LIST_MODEL (self->positions), find_skill (policy, id));

      g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->skill_group, row);
      g_ptr_array_add (self->skills, row);
    }
}

static void
fill (RecruiterPolicyPage *self, InterviewStaffingPolicy *policy)
{
  g_autofree char *own_zone = interview_time_zone_get_local_name ();
  gboolean first = interview_staffing_policy_get_revision (policy) == 0;

  self->filled = FALSE;
  adw_combo_row_set_selected (self->order, interview_staffing_policy_get_order (policy));
  recruiter_number_row_set_value (self->capacity, interview_staffing_policy_get_capacity (policy));
  recruiter_number_row_set_value (self->half_life,
                                  interview_staffing_policy_get_half_life_days (policy));
  recruiter_number_row_set_value (self->threshold,
                                  interview_staffing_policy_get_threshold_percent (policy));
  recruiter_number_row_set_value (self->minimum_ratings,
                                  interview_staffing_policy_get_minimum_ratings (policy));
  adw_combo_row_set_selected (self->withdrawal, interview_staffing_policy_get_withdrawal (policy));
  gtk_switch_set_active (self->choice, interview_staffing_policy_get_choice (policy));
  gtk_editable_set_text (GTK_EDITABLE (self->time_zone),
                         first && own_zone != NULL
                             ? own_zone
                             : interview_staffing_policy_get_time_zone (policy));
  fill_skills (self, policy);
  update_threshold (self);
  self->filled = TRUE;
  plan_preview (self);
}

/* Everything has to be there before anything is shown: skills need names and positions. */
static void
on_loaded (RecruiterPolicyPage *self)
{
  g_autoptr (InterviewStaffingPolicy) kept = NULL;

  if (self->filled || self->policy == NULL || self->staffing == NULL ||
      !interview_remote_list_get_loaded (self->positions) ||
      interview_remote_list_get_loading (self->positions))
    return;
  if (interview_remote_list_get_has_more (self->positions))
    {
      interview_remote_list_load_more (self->positions);
      return;
    }
  kept = interview_last_look_load (interview_account_get_profile (self->account), DRAFT_NAME,
                                   INTERVIEW_TYPE_STAFFING_POLICY);
  if (kept == NULL || interview_staffing_policy_get_revision (kept) !=
                          interview_staffing_policy_get_revision (self->policy))
    {
      fill (self, self->policy);
      return;
    }
  fill (self, kept);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
on_policy (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffingPolicy) policy =
      interview_staffing_api_get_policy_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (policy == NULL)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  g_set_object (&self->policy, policy);
  on_loaded (self);
}

static void
on_staffing (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffing) staffing =
      interview_staffing_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (staffing == NULL)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  g_set_object (&self->staffing, staffing);
  on_loaded (self);
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffingPolicy) policy =
      interview_staffing_api_replace_policy_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->save, policy == NULL);
  if (policy == NULL)
    return;
  g_set_object (&self->policy, policy);
  interview_last_look_forget (interview_account_get_profile (self->account), DRAFT_NAME);
  interview_staffing_api_get_async (get_connection (self), self->cancellable, on_staffing,
                                    g_object_ref (self));
  plan_preview (self);
  adw_preferences_window_add_toast (
      ADW_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      adw_toast_new (_ ("The policy is saved and holds from now on")));
}

static void
on_save (RecruiterPolicyPage *self)
{
  g_autoptr (InterviewStaffingPolicy) policy = read_policy (self);

  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->save, FALSE);
  interview_staffing_api_replace_policy_async (get_connection (self), policy, self->cancellable,
                                               on_replaced, g_object_ref (self));
}

static void
recruiter_policy_page_dispose (GObject *object)
{
  RecruiterPolicyPage *self = RECRUITER_POLICY_PAGE (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_object (&self->account);
  g_clear_object (&self->policy);
  g_clear_object (&self->staffing);
  if (self->positions != NULL)
    g_signal_handlers_disconnect_by_data (self->positions, self);
  g_clear_object (&self->positions);
  G_OBJECT_CLASS (recruiter_policy_page_parent_class)->dispose (object);
}

static void
recruiter_policy_page_finalize (GObject *object)
{
  RecruiterPolicyPage *self = RECRUITER_POLICY_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->skills);
  G_OBJECT_CLASS (recruiter_policy_page_parent_class)->finalize (object);
}

static void
recruiter_policy_page_class_init (RecruiterPolicyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_policy_page_dispose;
  object_class->finalize = recruiter_policy_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_NUMBER_ROW);
  g_type_ensure (RECRUITER_TYPE_PLAN_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, order);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, capacity);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, half_life);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, time_zone);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, threshold);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, minimum_ratings);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, withdrawal);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, choice);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, skill_group);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, plan);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPolicyPage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
recruiter_policy_page_init (RecruiterPolicyPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->skills = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_policy_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_policy_page_new (InterviewAccount *account)
{
  RecruiterPolicyPage *self = g_object_new (RECRUITER_TYPE_POLICY_PAGE, NULL);

  self->account = g_object_ref (account);
  self->positions = interview_remote_list_new (get_connection (self), INTERVIEW_ROUTE_POSITIONS,
                                               NULL, INTERVIEW_TYPE_POSITION);
  g_signal_connect_object (self->positions, "notify", G_CALLBACK (on_loaded), self,
                           G_CONNECT_SWAPPED);
  interview_remote_list_reload (self->positions);
  interview_staffing_api_get_policy_async (get_connection (self), self->cancellable, on_policy,
                                           g_object_ref (self));
  interview_staffing_api_get_async (get_connection (self), self->cancellable, on_staffing,
                                    g_object_ref (self));
  return GTK_WIDGET (self);
}
