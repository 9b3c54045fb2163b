/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "recruiters.h"

#include <glib/gi18n.h>

#include "client/choice-api.h"

/*
 * CandidateRecruiters shows who interviews, and what other candidates think of them once there are
 * enough ratings. Where the company allows it, the candidate chooses among those who are free; when
 * somebody else was faster, that is said and the list is the new one. It is hidden until it knows
 * anything: the rest of the page does not need it.
 */
struct _CandidateRecruiters
{
  AdwPreferencesGroup parent_instance;

  InterviewConnection *connection;
  char *room_id;
  GCancellable *cancellable;
  InterviewRoomChoice *choice;
  GPtrArray *rows;
  gboolean filling;
  gboolean choosing;

  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (CandidateRecruiters, candidate_recruiters, ADW_TYPE_PREFERENCES_GROUP)

static void
show_message (CandidateRecruiters *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static char *
describe (CandidateRecruiters *self, InterviewRoomRecruiter *recruiter)
{
  int ratings = (int) interview_room_recruiter_get_ratings (recruiter);

  if (!interview_room_recruiter_get_shown (recruiter))
    return g_strdup (_ ("Not enough ratings yet"));
  /* Translators: a score, the highest one there is, and from how many ratings it comes. */
  return g_strdup_printf (ngettext ("%.1f of %d, from %d rating", "%.1f of %d, from %d ratings",
                                    ratings),
                          interview_room_recruiter_get_score (recruiter),
                          (int) interview_room_choice_get_scale (self->choice), ratings);
}

static void fill (CandidateRecruiters *self);

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateRecruiters) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoomChoice) choice =
      interview_choice_api_choose_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->choosing = FALSE;
  show_message (self, error != NULL ? error->message : NULL);
  if (choice != NULL)
    g_set_object (&self->choice, choice);
  fill (self);
  if (choice == NULL)
    candidate_recruiters_reload (self);
}

static void
on_toggled (GtkCheckButton *button, CandidateRecruiters *self)
{
  if (self->filling || !gtk_check_button_get_active (button))
    return;
  self->choosing = TRUE;
  show_message (self, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (self->rows->pdata[i], FALSE);
  interview_choice_api_choose_async (self->connection, self->room_id,
                                     g_object_get_data (G_OBJECT (button), "recruiter"),
                                     self->cancellable, on_chosen, g_object_ref (self));
}

static GtkWidget *
make_button (CandidateRecruiters *self, InterviewRoomRecruiter *recruiter, GtkWidget *first)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  g_object_set_data_full (G_OBJECT (button), "recruiter",
                          g_strdup (interview_room_recruiter_get_recruiter_id (recruiter)), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               interview_room_recruiter_get_interviews (recruiter));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return button;
}

static void
fill (CandidateRecruiters *self)
{
  GPtrArray *recruiters = interview_room_choice_get_recruiters (self->choice);
  gboolean choice = interview_room_choice_get_may_choose (self->choice) && recruiters != NULL &&
                    recruiters->len > 1;
  GtkWidget *first = NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    {
      InterviewRoomRecruiter *recruiter = g_ptr_array_index (recruiters, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name =
          g_markup_escape_text (interview_room_recruiter_get_display_name (recruiter), -1);
      g_autofree char *subtitle = describe (self, recruiter);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      if (choice)
        {
          GtkWidget *button = make_button (self, recruiter, first);

          first = first != NULL ? first : button;
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
          adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      choice ? _ ("You may choose. What candidates thought of each stands below the name.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  self->filling = FALSE;
}

static void
on_choice (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateRecruiters) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoomChoice) choice =
      interview_choice_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (choice == NULL || self->choosing)
    return;
  g_set_object (&self->choice, choice);
  fill (self);
}

static void
stop (CandidateRecruiters *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->connection);
  g_clear_object (&self->choice);
  g_clear_pointer (&self->room_id, g_free);
  self->choosing = FALSE;
}

static void
candidate_recruiters_dispose (GObject *object)
{
  stop (CANDIDATE_RECRUITERS (object));

  G_OBJECT_CLASS (candidate_recruiters_parent_class)->dispose (object);
}

static void
candidate_recruiters_finalize (GObject *object)
{
  g_ptr_array_unref (CANDIDATE_RECRUITERS (object)->rows);
  G_OBJECT_CLASS (candidate_recruiters_parent_class)->finalize (object);
}

static void
candidate_recruiters_class_init (CandidateRecruitersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = candidate_recruiters_dispose;
  object_class->finalize = candidate_recruiters_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/recruiters.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateRecruiters, message);
}

static void
candidate_recruiters_init (CandidateRecruiters *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * candidate_recruiters_set_room:
 * @connection: (nullable): the connection of the candidate
 * @room_id: (nullable): their room
 *
 * Begins to show who interviews in a room.
 */
void
candidate_recruiters_set_room (CandidateRecruiters *self,
                               InterviewConnection *connection,
                               const char *room_id)
{
  g_return_if_fail (CANDIDATE_IS_RECRUITERS (self));

  if (g_strcmp0 (self->room_id, room_id) == 0 && self->connection == connection)
    return;
  stop (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  show_message (self, NULL);
  if (connection == NULL || room_id == NULL)
    return;
  self->connection = g_object_ref (connection);
  self->room_id = g_strdup (room_id);
  self->cancellable = g_cancellable_new ();
  candidate_recruiters_reload (self);
}

/**
 * candidate_recruiters_reload:
 *
 * Asks the server again.
 */
void
candidate_recruiters_reload (CandidateRecruiters *self)
{
  g_return_if_fail (CANDIDATE_IS_RECRUITERS (self));

  if (self->room_id != NULL)
    interview_choice_api_get_async (self->connection, self->room_id, self->cancellable, on_choice,
                                    g_object_ref (self));
}
