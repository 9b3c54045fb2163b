/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "score-window.h"

#include <glib/gi18n.h>

#include "client/staff-api.h"
#include "pages.h"

/*
 * RecruiterScoreWindow shows what candidates think of the recruiter who is signed in, once there
 * are enough ratings that nobody can be guessed from them.
 */
struct _RecruiterScoreWindow
{
  AdwWindow parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  char *person_id;

  GtkStack *stack;
  AdwStatusPage *problem;
  AdwStatusPage *few;
  GtkLabel *value;
  GtkLabel *scale;
};

G_DEFINE_FINAL_TYPE (RecruiterScoreWindow, recruiter_score_window, ADW_TYPE_WINDOW)

static void
show_score (RecruiterScoreWindow *self, InterviewRecruiterScore *score)
{
  int ratings = score != NULL ? (int) interview_recruiter_score_get_ratings (score) : 0;
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  if (score == NULL || !interview_recruiter_score_get_shown (score))
    {
      text = g_strdup_printf (ngettext ("%d candidate has rated you so far. The score is shown as "
                                        "soon as nobody can be guessed from it.",
                                        "%d candidates have rated you so far. The score is shown "
                                        "as soon as nobody can be guessed from it.",
                                        ratings),
                              ratings);
      adw_status_page_set_description (self->few, text);
      recruiter_pages_show (self->stack, "few");
      return;
    }
  value = g_strdup_printf ("%.1f", interview_recruiter_score_get_score (score));
  gtk_label_set_label (self->value, value);
  /* Translators: the first number is the highest mark there is. */
  text = g_strdup_printf (ngettext ("of %d, from %d rating", "of %d, from %d ratings", ratings),
                          (int) interview_recruiter_score_get_scale (score), ratings);
  gtk_label_set_label (self->scale, text);
  recruiter_pages_show (self->stack, "score");
}

static void
on_scores (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterScoreWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;
  InterviewRecruiterScore *own = NULL;
  GPtrArray *items;

  page = interview_staff_api_list_scores_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      adw_status_page_set_description (self->problem, error->message);
      recruiter_pages_show (self->stack, "problem");
      return;
    }
  items = interview_page_get_items (page);
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (interview_recruiter_score_get_recruiter_id (g_ptr_array_index (items, i)),
                   self->person_id) == 0)
      own = g_ptr_array_index (items, i);
  show_score (self, own);
}

static void
on_retry (RecruiterScoreWindow *self)
{
  recruiter_pages_show (self->stack, "loading");
  interview_staff_api_list_scores_async (self->connection, self->cancellable, on_scores,
                                         g_object_ref (self));
}

static void
recruiter_score_window_dispose (GObject *object)
{
  RecruiterScoreWindow *self = RECRUITER_SCORE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_score_window_parent_class)->dispose (object);
}

static void
recruiter_score_window_finalize (GObject *object)
{
  RecruiterScoreWindow *self = RECRUITER_SCORE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->person_id);
  G_OBJECT_CLASS (recruiter_score_window_parent_class)->finalize (object);
}

static void
recruiter_score_window_class_init (RecruiterScoreWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_score_window_dispose;
  object_class->finalize = recruiter_score_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/score-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterScoreWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScoreWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScoreWindow, few);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScoreWindow, value);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScoreWindow, scale);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
recruiter_score_window_init (RecruiterScoreWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_score_window_new:
 * @parent: the window it belongs to
 * @account: (transfer none): who is signed in
 *
 * Returns: (transfer none): a window to present; it asks the server
 */
GtkWidget *
recruiter_score_window_new (GtkWindow *parent, InterviewAccount *account)
{
  RecruiterScoreWindow *self =
      g_object_new (RECRUITER_TYPE_SCORE_WINDOW, "transient-for", parent, NULL);
  InterviewSession *session = interview_account_get_session (account);

  self->connection = g_object_ref (interview_account_get_connection (account));
  self->person_id = g_strdup (interview_person_get_id (interview_session_get_person (session)));
  on_retry (self);

  return GTK_WIDGET (self);
}
