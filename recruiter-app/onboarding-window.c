/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "onboarding-window.h"

#include <glib/gi18n.h>

#include "client/notice-api.h"
#include "core/time-zone.h"
#include "message-bar.h"
#include "program/moment-row.h"

/* A first day is some days away, and begins in the morning. */
#define DAYS_AHEAD 7
#define FIRST_HOUR 9

/*
 * RecruiterOnboardingWindow sends the candidate of an interview when and where to begin and what to
 * bring. What was entered stays until the server has it; then the window says where it goes.
 */
struct _RecruiterOnboardingWindow
{
  AdwWindow parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  char *room_id;

  RecruiterMessageBar *message;
  GtkWidget *form;
  AdwPreferencesGroup *when;
  InterviewMomentRow *moment;
  GtkTextBuffer *place;
  GtkTextBuffer *bring;
  GtkTextBuffer *note;
  GtkWidget *send;
  GtkButton *close;
};

G_DEFINE_FINAL_TYPE (RecruiterOnboardingWindow, recruiter_onboarding_window, ADW_TYPE_WINDOW)

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
update (RecruiterOnboardingWindow *self)
{
  g_autofree char *place = get_text (self->place);

  gtk_widget_set_sensitive (self->send, place != NULL && gtk_widget_get_sensitive (self->form));
}

static void
show_sent (RecruiterOnboardingWindow *self, InterviewNotice *notice)
{
  const char *const *sent_to = interview_notice_get_sent_to (notice);
  g_autofree char *words = NULL;

  if (sent_to != NULL && sent_to[0] != NULL)
    {
      g_autofree char *where = g_strjoinv (", ", (char **) sent_to);

      /* Translators: %s are addresses and numbers. */
      words = g_strdup_printf (_ ("It is on its way to %s, and the candidate finds it in their "
                                  "program."),
                               where);
    }
  else
    words = g_strdup (_ ("The candidate finds it in their program. No e-mail or text message goes "
                         "out: there is no address, or the company has not set that up."));
  recruiter_message_bar_show (self->message, words);
  gtk_widget_set_visible (self->send, FALSE);
  gtk_button_set_label (self->close, _ ("_Close"));
  gtk_widget_grab_focus (GTK_WIDGET (self->close));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterOnboardingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNotice) notice =
      interview_notice_api_send_onboarding_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (notice != NULL)
    {
      show_sent (self, notice);
      return;
    }
  recruiter_message_bar_show (self->message, error->message);
  gtk_widget_set_sensitive (self->form, TRUE);
  update (self);
}

static void
on_send (RecruiterOnboardingWindow *self)
{
  g_autofree char *place = get_text (self->place);
  g_autofree char *bring = get_text (self->bring);
  g_autofree char *note = get_text (self->note);
  g_autofree char *zone = interview_time_zone_get_local_name ();
  g_autoptr (InterviewOnboardingRequest) request =
      g_object_new (INTERVIEW_TYPE_ONBOARDING_REQUEST, "starts-at",
                    interview_moment_row_get_time (self->moment), "time-zone",
                    zone != NULL ? zone : "UTC", "place", place, "bring", bring, "note", note,
                    NULL);

  if (!interview_record_validate (INTERVIEW_RECORD (request), NULL))
    {
      recruiter_message_bar_show (self->message, _ ("An entry is too long."));
      return;
    }
  gtk_widget_set_sensitive (self->form, FALSE);
  update (self);
  recruiter_message_bar_show (self->message, NULL);
  interview_notice_api_send_onboarding_async (self->connection, self->room_id, request,
                                              self->cancellable, on_sent, g_object_ref (self));
}

static void
recruiter_onboarding_window_dispose (GObject *object)
{
  RecruiterOnboardingWindow *self = RECRUITER_ONBOARDING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_onboarding_window_parent_class)->dispose (object);
}

static void
recruiter_onboarding_window_finalize (GObject *object)
{
  RecruiterOnboardingWindow *self = RECRUITER_ONBOARDING_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->room_id);
  G_OBJECT_CLASS (recruiter_onboarding_window_parent_class)->finalize (object);
}

static void
recruiter_onboarding_window_class_init (RecruiterOnboardingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_onboarding_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = recruiter_onboarding_window_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (INTERVIEW_TYPE_MOMENT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/onboarding-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, form);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, when);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, moment);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, place);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, bring);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, note);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, send);
  gtk_widget_class_bind_template_child (widget_class, RecruiterOnboardingWindow, close);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
recruiter_onboarding_window_init (RecruiterOnboardingWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_onboarding_window_new:
 * @parent: the window it belongs to
 * @connection: (transfer none): the connection of a recruiter of the room, or of an HR admin
 * @room: (transfer none): an interview that has taken place
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
recruiter_onboarding_window_new (GtkWindow *parent,
                                 InterviewConnection *connection,
                                 InterviewRoom *room)
{
  RecruiterOnboardingWindow *self =
      g_object_new (RECRUITER_TYPE_ONBOARDING_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, DAYS_AHEAD);
  g_autoptr (GDateTime) morning =
      g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day), FIRST_HOUR, 0, 0);

  self->connection = g_object_ref (connection);
  self->room_id = g_strdup (interview_room_get_id (room));
  adw_preferences_group_set_title (self->when, interview_participant_get_display_name (
                                                   interview_room_get_candidate (room)));
  interview_moment_row_set_time (self->moment, g_date_time_to_unix (morning) * G_TIME_SPAN_SECOND);
  update (self);
  return GTK_WIDGET (self);
}
