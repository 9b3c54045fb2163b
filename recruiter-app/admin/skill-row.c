/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "skill-row.h"

#include <glib/gi18n.h>

#include "core/model/position.h"

/*
 * RecruiterSkillRow asks for which positions a recruiter can interview; with nothing ticked it is
 * every position.
 *
 * Signal `changed`(): another position was ticked or unticked.
 */
struct _RecruiterSkillRow
{
  AdwExpanderRow parent_instance;

  char *recruiter_id;
  GPtrArray *checks; /* GtkCheckButton; the position is their data */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterSkillRow, recruiter_skill_row, ADW_TYPE_EXPANDER_ROW)

static void
update (RecruiterSkillRow *self)
{
  g_autofree char *text = NULL;
  int ticked = 0;

  for (guint i = 0; i < self->checks->len; i++)
    ticked += gtk_check_button_get_active (self->checks->pdata[i]);
  text = ticked == 0 ? g_strdup (_ ("Every position"))
                     : g_strdup_printf (ngettext ("%d position", "%d positions", ticked), ticked);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
on_toggled (RecruiterSkillRow *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
recruiter_skill_row_finalize (GObject *object)
{
  RecruiterSkillRow *self = RECRUITER_SKILL_ROW (object);

  g_free (self->recruiter_id);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (recruiter_skill_row_parent_class)->finalize (object);
}

static void
recruiter_skill_row_class_init (RecruiterSkillRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recruiter_skill_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_SKILL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
recruiter_skill_row_init (RecruiterSkillRow *self)
{
  self->checks = g_ptr_array_new ();
}

static void
add_position (RecruiterSkillRow *self, InterviewPosition *position, InterviewRecruiterSkill *skill)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *id = interview_position_get_id (position);
  g_autofree char *title = g_markup_escape_text (interview_position_get_title (position), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  interview_position_get_title (position), -1);
  g_object_set_data_full (G_OBJECT (check), "position", g_strdup (id), g_free);
  if (skill != NULL)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (check),
        g_strv_contains (interview_recruiter_skill_get_position_ids (skill), id));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
}

/**
 * recruiter_skill_row_new:
 * @recruiter_id: the recruiter
 * @name: their name
 * @positions: the company's positions
 * @skill: (nullable): what they can do, %NULL for everything
 *
 * Returns: (transfer none): a row
 */
GtkWidget *
recruiter_skill_row_new (const char *recruiter_id,
                         const char *name,
                         GListModel *positions,
                         InterviewRecruiterSkill *skill)
{
  RecruiterSkillRow *self = g_object_new (RECRUITER_TYPE_SKILL_ROW, NULL);
  g_autofree char *title = g_markup_escape_text (name, -1);

  self->recruiter_id = g_strdup (recruiter_id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  for (guint i = 0; i < g_list_model_get_n_items (positions); i++)
    {
      g_autoptr (InterviewPosition) position = g_list_model_get_item (positions, i);

      add_position (self, position, skill);
    }
  update (self);
  return GTK_WIDGET (self);
}

/**
 * recruiter_skill_row_get_skill:
 *
 * Returns: (transfer full) (nullable): what they can do, %NULL for everything
 */
InterviewRecruiterSkill *
recruiter_skill_row_get_skill (RecruiterSkillRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) position_ids = NULL;

  g_return_val_if_fail (RECRUITER_IS_SKILL_ROW (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "position"));
    }
  position_ids = g_strv_builder_end (builder);
  return position_ids[0] != NULL
             ? g_object_new (INTERVIEW_TYPE_RECRUITER_SKILL, "recruiter-id", self->recruiter_id,
                             "position-ids", position_ids, NULL)
             : NULL;
}
