/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "ratings-group.h"

#include <glib/gi18n.h>

#include "client/remote-list.h"
#include "core/model/received-rating.h"
#include "program/time-text.h"

/*
 * RecruiterRatingsGroup lists what candidates said of one recruiter, as far as the reader may know
 * it. It is hidden while there is nothing to show.
 */
struct _RecruiterRatingsGroup
{
  AdwPreferencesGroup parent_instance;

  InterviewRemoteList *list;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RecruiterRatingsGroup, recruiter_ratings_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (InterviewReceivedRating *rating)
{
  GPtrArray *aspects = interview_received_rating_get_aspects (rating);
  gint64 received_at = interview_received_rating_get_received_at (rating);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    {
      InterviewFact *aspect = g_ptr_array_index (aspects, i);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                              interview_fact_get_label (aspect), interview_fact_get_value (aspect));
    }
  if (received_at != 0)
    {
      g_autofree char *moment = interview_time_text_moment (received_at, g_get_real_time ());

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", moment);
    }
  return g_markup_escape_text (text->str, -1);
}

static void
add_rating (RecruiterRatingsGroup *self, InterviewReceivedRating *rating)
{
  GtkWidget *row = adw_action_row_new ();
  const char *comment = interview_received_rating_get_comment (rating);
  /* Translators: stars that were given and the highest number there is, “4 of 5”. */
  g_autofree char *score =
      g_strdup_printf (_ ("%d of %d"), (int) interview_received_rating_get_stars (rating),
                       (int) interview_received_rating_get_scale (rating));
  g_autofree char *title =
      g_markup_escape_text (comment != NULL && *comment != '\0' ? comment : _ ("Without a comment"),
                            -1);
  g_autofree char *subtitle = describe (rating);
  GtkWidget *label = gtk_label_new (score);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
on_items (RecruiterRatingsGroup *self)
{
  GListModel *model = G_LIST_MODEL (self->list);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewReceivedRating) rating = g_list_model_get_item (model, i);

      add_rating (self, rating);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
recruiter_ratings_group_dispose (GObject *object)
{
  RecruiterRatingsGroup *self = RECRUITER_RATINGS_GROUP (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (recruiter_ratings_group_parent_class)->dispose (object);
}

static void
recruiter_ratings_group_finalize (GObject *object)
{
  g_ptr_array_unref (RECRUITER_RATINGS_GROUP (object)->rows);
  G_OBJECT_CLASS (recruiter_ratings_group_parent_class)->finalize (object);
}

static void
recruiter_ratings_group_class_init (RecruiterRatingsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = recruiter_ratings_group_dispose;
  object_class->finalize = recruiter_ratings_group_finalize;
}

static void
recruiter_ratings_group_init (RecruiterRatingsGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * recruiter_ratings_group_load:
 * @connection: the connection
 * @recruiter_id: who was rated
 *
 * Begins to show what was said of somebody.
 */
void
recruiter_ratings_group_load (RecruiterRatingsGroup *self,
                              InterviewConnection *connection,
                              const char *recruiter_id)
{
  g_return_if_fail (RECRUITER_IS_RATINGS_GROUP (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  self->list = interview_remote_list_new (connection, INTERVIEW_ROUTE_RECEIVED_RATINGS,
                                          recruiter_id, INTERVIEW_TYPE_RECEIVED_RATING);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items), self,
                           G_CONNECT_SWAPPED);
  on_items (self);
  interview_remote_list_reload (self->list);
}

/**
 * recruiter_ratings_group_reload:
 *
 * Asks the server again.
 */
void
recruiter_ratings_group_reload (RecruiterRatingsGroup *self)
{
  g_return_if_fail (RECRUITER_IS_RATINGS_GROUP (self));

  if (self->list != NULL)
    interview_remote_list_reload (self->list);
}
