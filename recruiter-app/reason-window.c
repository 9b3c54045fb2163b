/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "reason-window.h"

#include "core/protocol/limits.h"
#include "message-bar.h"
#include "program/draft-keeper.h"

/*
 * RecruiterReasonWindow asks for a reason, in words, for something that concerns somebody. What was
 * written stays until it has reached the server.
 *
 * Signal `given`(text): somebody gave a reason; whoever made the window acts on it and then calls
 * recruiter_reason_window_finish().
 */
struct _RecruiterReasonWindow
{
  AdwWindow parent_instance;

  GtkLabel *description;
  RecruiterMessageBar *message;
  GtkTextView *reason;
  GtkTextBuffer *buffer;
  GtkButton *give;
  InterviewDraftKeeper *draft;
  gboolean waiting;
};

enum
{
  GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterReasonWindow, recruiter_reason_window, ADW_TYPE_WINDOW)

static char *
get_text (RecruiterReasonWindow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static void
update (RecruiterReasonWindow *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->give),
                            !self->waiting && *text != '\0' &&
                                g_utf8_strlen (text, -1) <= INTERVIEW_LIMIT_TEXT);
  gtk_text_view_set_editable (self->reason, !self->waiting);
}

static void
on_give (RecruiterReasonWindow *self)
{
  g_autofree char *text = get_text (self);

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->give)))
    return;
  self->waiting = TRUE;
  update (self);
  recruiter_message_bar_show (self->message, NULL);
  g_signal_emit (self, signals[GIVEN], 0, text);
}

static void
recruiter_reason_window_dispose (GObject *object)
{
  g_clear_object (&RECRUITER_REASON_WINDOW (object)->draft);
  G_OBJECT_CLASS (recruiter_reason_window_parent_class)->dispose (object);
}

static void
recruiter_reason_window_class_init (RecruiterReasonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_reason_window_dispose;
  signals[GIVEN] = g_signal_new ("given", RECRUITER_TYPE_REASON_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/reason-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterReasonWindow, description);
  gtk_widget_class_bind_template_child (widget_class, RecruiterReasonWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterReasonWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, RecruiterReasonWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, RecruiterReasonWindow, give);
  gtk_widget_class_bind_template_callback (widget_class, on_give);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
recruiter_reason_window_init (RecruiterReasonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * recruiter_reason_window_new:
 * @parent: the window it belongs to
 * @title: what is done
 * @description: what it means
 * @button: what the button says, with a mnemonic
 *
 * Returns: (transfer none): a window to present
 */
RecruiterReasonWindow *
recruiter_reason_window_new (GtkWindow *parent,
                             const char *title,
                             const char *description,
                             const char *button)
{
  RecruiterReasonWindow *self =
      g_object_new (RECRUITER_TYPE_REASON_WINDOW, "transient-for", parent, "title", title, NULL);

  gtk_label_set_label (self->description, description);
  gtk_button_set_label (self->give, button);
  return self;
}

/**
 * recruiter_reason_window_keep_draft:
 * @account: who is signed in
 * @place: what the reason is for, such as "appeal"
 *
 * Keeps what is written until it was given, over a closed window and a program that was killed.
 */
void
recruiter_reason_window_keep_draft (RecruiterReasonWindow *self,
                                    InterviewAccount *account,
                                    const char *place)
{
  g_return_if_fail (RECRUITER_IS_REASON_WINDOW (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = interview_draft_keeper_new (account, place, NULL, self->buffer);
}

/**
 * recruiter_reason_window_finish:
 * @error: (nullable): why it could not be done
 *
 * Closes the window, or says what is wrong and lets the person go on.
 */
void
recruiter_reason_window_finish (RecruiterReasonWindow *self, const GError *error)
{
  g_return_if_fail (RECRUITER_IS_REASON_WINDOW (self));

  self->waiting = FALSE;
  if (error == NULL)
    {
      gtk_text_buffer_set_text (self->buffer, "", 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  recruiter_message_bar_show (self->message, error->message);
  update (self);
}
