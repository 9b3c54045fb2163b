/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "help-page.h"

#include "help-words.h"
#include "program/help-panel.h"
#include "program/help-watch.h"

/*
 * RecruiterHelpPage is the conversation of HR with one candidate who needs help: where they are
 * stuck, the chat, and the video call in the lobby. Signal `changed`: other help than before.
 */
struct _RecruiterHelpPage
{
  AdwBin parent_instance;

  InterviewHelpWatch *watch;
  InterviewHelpPanel *panel;

  AdwToastOverlay *toasts;
  GtkLabel *where;
  GtkLabel *state;
  AdwBin *panel_bin;
  GtkWidget *close_button;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterHelpPage, recruiter_help_page, ADW_TYPE_BIN)

static void
on_changed (RecruiterHelpPage *self)
{
  InterviewHelp *help = interview_help_watch_get_help (self->watch);
  g_autofree char *where = NULL;
  g_autofree char *state = NULL;

  if (help == NULL)
    return;
  where = recruiter_help_words_describe (help);
  state = recruiter_help_words_get_state (help);
  gtk_label_set_label (self->where, where);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_sensitive (self->close_button,
                            interview_help_get_state (help) != INTERVIEW_HELP_STATE_CLOSED);
  interview_help_panel_set_help (self->panel, help);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_failed (RecruiterHelpPage *self, const GError *error)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
on_close (RecruiterHelpPage *self)
{
  interview_help_watch_close (self->watch);
}

static void
recruiter_help_page_dispose (GObject *object)
{
  RecruiterHelpPage *self = RECRUITER_HELP_PAGE (object);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (recruiter_help_page_parent_class)->dispose (object);
}

static void
recruiter_help_page_class_init (RecruiterHelpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_help_page_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_HELP_PAGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/help-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpPage, where);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpPage, state);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpPage, panel_bin);
  gtk_widget_class_bind_template_child (widget_class, RecruiterHelpPage, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
recruiter_help_page_init (RecruiterHelpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_help_page_new:
 * @account: an HR admin, signed in
 * @devices: camera, microphone and loudspeaker
 * @room_id: the room of the candidate
 *
 * Returns: (transfer floating): a page that has begun to load
 */
GtkWidget *
recruiter_help_page_new (InterviewAccount *account, InterviewDevices *devices, const char *room_id)
{
  RecruiterHelpPage *self = g_object_new (RECRUITER_TYPE_HELP_PAGE, NULL);

  self->panel = INTERVIEW_HELP_PANEL (interview_help_panel_new (account, devices, room_id));
  adw_bin_set_child (self->panel_bin, GTK_WIDGET (self->panel));
  self->watch = interview_help_watch_new (account, room_id);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * recruiter_help_page_get_help:
 *
 * Returns: (nullable) (transfer none): what it is about, %NULL before it is loaded
 */
InterviewHelp *
recruiter_help_page_get_help (RecruiterHelpPage *self)
{
  g_return_val_if_fail (RECRUITER_IS_HELP_PAGE (self), NULL);

  return interview_help_watch_get_help (self->watch);
}

/**
 * recruiter_help_page_leave_call:
 *
 * Leaves the video call, if there is one.
 */
void
recruiter_help_page_leave_call (RecruiterHelpPage *self)
{
  g_return_if_fail (RECRUITER_IS_HELP_PAGE (self));

  interview_help_panel_leave_call (self->panel);
}
