/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "messages-window.h"

#include <glib/gi18n.h>

#include "program/time-text.h"

/*
 * CandidateMessagesWindow shows the messages that the company has sent, as they are kept on this
 * computer: with or without a network, and after the sign-in has ended. The newest is open.
 */
struct _CandidateMessagesWindow
{
  AdwWindow parent_instance;

  GListModel *notices;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CandidateMessagesWindow, candidate_messages_window, ADW_TYPE_WINDOW)

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateMessagesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (
                                     _ ("There is no program for calendar files on this computer. "
                                        "The appointment is in your e-mail, too.")));
}

/* The file is for the calendar to read once; what is kept is the message. */
static void
on_calendar (GtkButton *button, CandidateMessagesWindow *self)
{
  InterviewNotice *notice = g_object_get_data (G_OBJECT (button), "notice");
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "interview", NULL);
  g_autofree char *name = g_strdup_printf ("%s.ics", interview_notice_get_id (notice));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GdkAppLaunchContext) context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, interview_notice_get_calendar (notice), -1, NULL))
    {
      adw_toast_overlay_add_toast (self->toasts,
                                   adw_toast_new (_ ("The calendar file cannot be written: make "
                                                     "room on the disk and try again.")));
      return;
    }
  uri = g_filename_to_uri (path, NULL, NULL);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_opened,
                                           g_object_ref (self));
}

static GtkWidget *
make_text (InterviewNotice *notice)
{
  GtkWidget *label = gtk_label_new (interview_notice_get_text (notice));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static void
add_calendar (CandidateMessagesWindow *self, AdwExpanderRow *row, InterviewNotice *notice)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add to _Calendar"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  g_object_set_data_full (G_OBJECT (button), "notice", g_object_ref (notice), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_calendar), self, 0);
  adw_expander_row_add_row (row, button);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  CandidateMessagesWindow *self = user_data;
  InterviewNotice *notice = item;
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (interview_notice_get_subject (notice), -1);
  g_autofree char *moment =
      interview_time_text_moment (interview_notice_get_sent_at (notice), g_get_real_time ());
  g_autoptr (InterviewNotice) first = g_list_model_get_item (self->notices, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), moment);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_text (notice));
  if (interview_notice_get_calendar (notice) != NULL)
    add_calendar (self, ADW_EXPANDER_ROW (row), notice);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), first == notice);
  return row;
}

static void
on_items (CandidateMessagesWindow *self)
{
  gboolean any = g_list_model_get_n_items (self->notices) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
candidate_messages_window_dispose (GObject *object)
{
  g_clear_object (&CANDIDATE_MESSAGES_WINDOW (object)->notices);
  G_OBJECT_CLASS (candidate_messages_window_parent_class)->dispose (object);
}

static void
candidate_messages_window_class_init (CandidateMessagesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = candidate_messages_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/messages-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateMessagesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CandidateMessagesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CandidateMessagesWindow, list);
}

static void
candidate_messages_window_init (CandidateMessagesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * candidate_messages_window_new:
 * @parent: the window it belongs to
 * @keeper: (transfer none): what is kept
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
candidate_messages_window_new (GtkWindow *parent, InterviewNoticeKeeper *keeper)
{
  CandidateMessagesWindow *self =
      g_object_new (CANDIDATE_TYPE_MESSAGES_WINDOW, "transient-for", parent, NULL);

  self->notices = g_object_ref (interview_notice_keeper_get_notices (keeper));
  gtk_list_box_bind_model (self->list, self->notices, create_row, self, NULL);
  g_signal_connect_object (self->notices, "items-changed", G_CALLBACK (on_items), self,
                           G_CONNECT_SWAPPED);
  on_items (self);
  return GTK_WIDGET (self);
}
