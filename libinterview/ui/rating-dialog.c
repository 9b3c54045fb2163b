/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/rating-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/id.h"
#include "core/protocol/limits.h"
#include "ui/name-attributes.h"
#include "ui/rating-stars.h"

/*
 * InterviewRatingDialog asks for a rating of every recruiter in a form, one after the other. Each
 * rating leaves by the signal `rated` as soon as it is complete, so that it can be kept before the
 * next one is asked for; it makes sure that a rating is within the limits of the protocol.
 *
 * Closing the window in any way is `later`: the rest of the form can be asked again.
 */
struct _InterviewRatingDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *send_button;
  GtkWidget *avatar;
  GtkWidget *title_label;
  GtkWidget *stars;
  GtkWidget *aspects_box;
  GtkWidget *comment_box;
  GtkWidget *comment_view;
  GtkWidget *comment_hint;

  InterviewRatingForm *form;
  GPtrArray *aspect_stars; /* of InterviewRatingStars, owned by the rows */
  guint index;
  gboolean finished;
};

enum
{
  SIGNAL_RATED,
  SIGNAL_SKIPPED,
  SIGNAL_LATER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* No wider than the window it stands over, so that it fits on a narrow screen. */
#define DEFAULT_WIDTH 440
#define DEFAULT_HEIGHT 600

G_DEFINE_FINAL_TYPE (InterviewRatingDialog, interview_rating_dialog, ADW_TYPE_WINDOW)

static InterviewParticipant *
get_recruiter (InterviewRatingDialog *self)
{
  GPtrArray *recruiters = interview_rating_form_get_recruiters (self->form);

  return recruiters != NULL && self->index < recruiters->len
             ? g_ptr_array_index (recruiters, self->index)
             : NULL;
}

static char *
dup_comment (InterviewRatingDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->comment_view));
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* What was pasted may hold control characters, which no record takes. */
  for (char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c) && *c != '\n')
        *c = ' ';
    }
  return g_strstrip (text);
}

static void
on_changed (InterviewRatingDialog *self)
{
  g_autofree char *comment = dup_comment (self);
  glong excess = g_utf8_strlen (comment, -1) - INTERVIEW_LIMIT_TEXT;
  g_autofree char *hint = NULL;

  if (excess > 0)
    hint = g_strdup_printf (ngettext ("Please shorten the comment by %ld character.",
                                      "Please shorten the comment by %ld characters.", excess),
                            excess);
  gtk_label_set_label (GTK_LABEL (self->comment_hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->comment_hint, hint != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.send",
                                 excess <= 0 && interview_rating_stars_get_value (
                                                    INTERVIEW_RATING_STARS (self->stars)) > 0);
}

static void
show_recruiter (InterviewRatingDialog *self)
{
  InterviewParticipant *recruiter = get_recruiter (self);
  guint n = interview_rating_form_get_recruiters (self->form)->len;
  const char *name = interview_participant_get_display_name (recruiter);
  g_autofree char *title = NULL;
  g_autofree char *step = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  /* Translators: %s is the name of a recruiter. */
  title = g_strdup_printf (_ ("How was the interview with %s?"), name);
  attributes = interview_name_attributes_new (title, name);
  if (n > 1)
    /* Translators: which of several recruiters is being rated. */
    step = g_strdup_printf (_ ("%u of %u"), self->index + 1, n);
  adw_window_title_set_subtitle (self->window_title, step != NULL ? step : "");
  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_attributes (GTK_LABEL (self->title_label), attributes);
  interview_rating_stars_set_label (INTERVIEW_RATING_STARS (self->stars), title);
  interview_rating_stars_set_value (INTERVIEW_RATING_STARS (self->stars), 0);
  for (guint i = 0; i < self->aspect_stars->len; i++)
    interview_rating_stars_set_value (g_ptr_array_index (self->aspect_stars, i), 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->comment_view)), "", 0);
  gtk_widget_child_focus (self->stars, GTK_DIR_TAB_FORWARD);
  on_changed (self);
}

static void
show_next (InterviewRatingDialog *self)
{
  self->index++;
  if (get_recruiter (self) != NULL)
    {
      show_recruiter (self);
      return;
    }
  self->finished = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static GPtrArray *
create_marks (InterviewRatingDialog *self)
{
  GPtrArray *aspects = interview_rating_form_get_aspects (self->form);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->aspect_stars->len; i++)
    {
      InterviewRatingAspect *aspect = g_ptr_array_index (aspects, i);
      guint value = interview_rating_stars_get_value (g_ptr_array_index (self->aspect_stars, i));

      if (value > 0)
        g_ptr_array_add (marks, g_object_new (INTERVIEW_TYPE_ASPECT_MARK, "aspect-id",
                                              interview_rating_aspect_get_id (aspect), "stars",
                                              (gint64) value, NULL));
    }
  return marks;
}

static void
send_rating (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  InterviewRatingDialog *self = INTERVIEW_RATING_DIALOG (widget);
  g_autoptr (GPtrArray) marks = create_marks (self);
  g_autoptr (InterviewRating) rating = NULL;
  g_autofree char *comment = dup_comment (self);
  g_autofree char *id = interview_id_new ();
  guint stars = interview_rating_stars_get_value (INTERVIEW_RATING_STARS (self->stars));

  rating =
      g_object_new (INTERVIEW_TYPE_RATING, "id", id, "room-id",
                    interview_rating_form_get_room_id (self->form), "recruiter-id",
                    interview_participant_get_person_id (get_recruiter (self)), "stars",
                    (gint64) stars, "aspects", marks, "comment", *comment != '\0' ? comment : NULL,
                    "answered-at", g_get_real_time (), "delivery-token",
                    interview_rating_form_get_delivery_token (self->form), NULL);
  g_signal_emit (self, signals[SIGNAL_RATED], 0, rating);
  show_next (self);
}

static void
skip_rating (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  InterviewRatingDialog *self = INTERVIEW_RATING_DIALOG (widget);

  g_signal_emit (self, signals[SIGNAL_SKIPPED], 0, get_recruiter (self));
  show_next (self);
}

static void
rate_later (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
interview_rating_dialog_close_request (GtkWindow *window)
{
  InterviewRatingDialog *self = INTERVIEW_RATING_DIALOG (window);

  if (!self->finished)
    {
      self->finished = TRUE;
      g_signal_emit (self, signals[SIGNAL_LATER], 0);
    }
  return GTK_WINDOW_CLASS (interview_rating_dialog_parent_class)->close_request (window);
}

static void
interview_rating_dialog_dispose (GObject *object)
{
  InterviewRatingDialog *self = INTERVIEW_RATING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_RATING_DIALOG);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (interview_rating_dialog_parent_class)->dispose (object);
}

static void
interview_rating_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (INTERVIEW_RATING_DIALOG (object)->aspect_stars);

  G_OBJECT_CLASS (interview_rating_dialog_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * InterviewRatingDialog::rated:
   * @rating: a complete rating, with its own id and the form's delivery token
   */
  signals[SIGNAL_RATED] = g_signal_new ("rated", INTERVIEW_TYPE_RATING_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_RATING);
  /**
   * InterviewRatingDialog::skipped:
   * @recruiter: who is not to be rated
   */
  signals[SIGNAL_SKIPPED] =
      g_signal_new ("skipped", INTERVIEW_TYPE_RATING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, INTERVIEW_TYPE_PARTICIPANT);
  /**
   * InterviewRatingDialog::later:
   *
   * The rest is to be asked another time; the window closes.
   */
  signals[SIGNAL_LATER] = g_signal_new ("later", INTERVIEW_TYPE_RATING_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_rating_dialog_class_init (InterviewRatingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_rating_dialog_dispose;
  object_class->finalize = interview_rating_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = interview_rating_dialog_close_request;
  install_signals ();

  gtk_widget_class_install_action (widget_class, "rating.send", NULL, send_rating);
  gtk_widget_class_install_action (widget_class, "rating.skip", NULL, skip_rating);
  gtk_widget_class_install_action (widget_class, "rating.later", NULL, rate_later);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "rating.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "rating.send", NULL);

  g_type_ensure (INTERVIEW_TYPE_RATING_STARS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/rating-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, avatar);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, stars);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, aspects_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, comment_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, comment_view);
  gtk_widget_class_bind_template_child (widget_class, InterviewRatingDialog, comment_hint);
}

static void
interview_rating_dialog_init (InterviewRatingDialog *self)
{
  self->aspect_stars = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->stars, "notify::value", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->comment_view)), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
add_aspect (InterviewRatingDialog *self, InterviewRatingAspect *aspect)
{
  const char *label = interview_rating_aspect_get_label (aspect);
  guint scale = (guint) interview_rating_form_get_scale (self->form);
  GtkWidget *stars = interview_rating_stars_new (label, scale);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (stars, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "rating-aspect");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), stars);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->aspects_box), row);
  g_ptr_array_add (self->aspect_stars, stars);
}

/**
 * interview_rating_dialog_new:
 * @parent: (nullable): the window it stands over
 * @form: what to ask, for at least one recruiter
 *
 * Returns: (transfer none) (nullable): the dialog, owned by GTK until it is closed; %NULL if there
 *   is nobody to rate
 */
InterviewRatingDialog *
interview_rating_dialog_new (GtkWindow *parent, InterviewRatingForm *form)
{
  InterviewRatingDialog *self;
  GPtrArray *recruiters;
  GPtrArray *aspects;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (form), NULL);

  recruiters = interview_rating_form_get_recruiters (form);
  if (recruiters == NULL || recruiters->len == 0)
    return NULL;
  self = g_object_new (INTERVIEW_TYPE_RATING_DIALOG, "transient-for", parent, NULL);
  self->form = g_object_ref (form);
  interview_rating_stars_set_scale (INTERVIEW_RATING_STARS (self->stars),
                                    (guint) interview_rating_form_get_scale (form));
  if (interview_rating_form_get_title (form) != NULL)
    adw_window_title_set_title (self->window_title, interview_rating_form_get_title (form));
  aspects = interview_rating_form_get_aspects (form);
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    add_aspect (self, g_ptr_array_index (aspects, i));
  gtk_widget_set_visible (self->aspects_box, self->aspect_stars->len > 0);
  gtk_widget_set_visible (self->comment_box, interview_rating_form_get_comment (form));
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (gtk_widget_get_width (GTK_WIDGET (parent)), DEFAULT_WIDTH),
                                 DEFAULT_HEIGHT);
  show_recruiter (self);
  return self;
}
