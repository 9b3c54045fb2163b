/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "help-row.h"

#include <glib/gi18n.h>

#include "help-words.h"
#include "program/time-text.h"

/*
 * RecruiterHelpRow is one candidate who needs help, in the list of them.
 */
struct _RecruiterHelpRow
{
  GtkListBoxRow parent_instance;

  InterviewHelp *help;

  GtkLabel *name;
  GtkLabel *interview;
  GtkLabel *place;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (RecruiterHelpRow, recruiter_help_row, GTK_TYPE_LIST_BOX_ROW)

static void
show (RecruiterHelpRow *self, InterviewHelp *help)
{
  const char *name = interview_participant_get_display_name (interview_help_get_candidate (help));
  const char *place = recruiter_help_words_get_place (interview_help_get_place (help));
  gboolean open = interview_help_get_state (help) == INTERVIEW_HELP_STATE_OPEN;
  g_autofree char *state = recruiter_help_words_get_state (help);
  g_autofree char *moment =
      interview_time_text_moment (interview_help_get_starts_at (help), g_get_real_time ());
  /* Translators: the title of a position, and when the interview for it begins. */
  g_autofree char *interview =
      g_strdup_printf (_ ("%s, %s"), interview_help_get_position_title (help), moment);
  g_autofree char *label = g_strdup_printf ("%s. %s. %s", name, place, state);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->interview, interview);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->state, state);
  gtk_image_set_from_icon_name (self->state_icon,
                                open ? "dialog-warning-symbolic" : "object-select-symbolic");
  if (open)
    gtk_widget_add_css_class (self->state_box, "attention");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
recruiter_help_row_dispose (GObject *object)
{
  g_clear_object (&RECRUITER_HELP_ROW (object)->help);
  G_OBJECT_CLASS (recruiter_help_row_parent_class)->dispose (object);
}

static void
recruiter_help_row_class_init (RecruiterHelpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_help_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/help-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, name);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, interview);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, place);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpRow, state);
}

static void
recruiter_help_row_init (RecruiterHelpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_help_row_new:
 * @help: (transfer none): a call for help
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
recruiter_help_row_new (InterviewHelp *help)
{
  RecruiterHelpRow *self = g_object_new (RECRUITER_TYPE_HELP_ROW, NULL);

  self->help = g_object_ref (help);
  show (self, help);
  return GTK_WIDGET (self);
}

/**
 * recruiter_help_row_get_help:
 *
 * Returns: (transfer none): what it shows
 */
InterviewHelp *
recruiter_help_row_get_help (RecruiterHelpRow *self)
{
  g_return_val_if_fail (RECRUITER_IS_HELP_ROW (self), NULL);

  return self->help;
}
