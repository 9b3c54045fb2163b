/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "application.h"

#include <glib/gi18n.h>

#include "messages-window.h"
#include "window.h"

/*
 * CandidateApplication is the candidate's program: a window, and the messages of the company, which
 * are kept from the first window on.
 */
struct _CandidateApplication
{
  InterviewProgram parent_instance;

  InterviewNoticeKeeper *notices;
};

G_DEFINE_FINAL_TYPE (CandidateApplication, candidate_application, INTERVIEW_TYPE_PROGRAM)

static CandidateWindow *
get_window (InterviewProgram *program)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (program)); item != NULL;
       item = item->next)
    if (CANDIDATE_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

/* Tells of it on the desktop; a click opens the messages. */
static void
on_received (CandidateApplication *self, InterviewNotice *notice)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Message from the Company"));

  g_notification_set_body (notification, interview_notice_get_subject (notice));
  g_notification_set_default_action (notification, "app.messages");
  g_application_send_notification (G_APPLICATION (self), interview_notice_get_id (notice),
                                   notification);
}

static GtkWindow *
candidate_application_create_window (InterviewProgram *program)
{
  CandidateApplication *self = CANDIDATE_APPLICATION (program);

  if (self->notices == NULL)
    {
      self->notices = interview_notice_keeper_new (interview_program_get_account (program));
      g_signal_connect_object (self->notices, "received", G_CALLBACK (on_received), self,
                               G_CONNECT_SWAPPED);
    }
  return GTK_WINDOW (candidate_window_new (program));
}

static void
candidate_application_open_link (InterviewProgram *program, const char *text)
{
  candidate_window_open_link (get_window (program), text);
}

static void
candidate_application_open_sign_in_file (InterviewProgram *program, const char *path)
{
  candidate_window_open_sign_in_file (get_window (program), path);
}

static void
on_messages (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CandidateApplication *self = user_data;
  CandidateWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = get_window (INTERVIEW_PROGRAM (self));
  if (window != NULL && self->notices != NULL)
    gtk_window_present (
        GTK_WINDOW (candidate_messages_window_new (GTK_WINDOW (window), self->notices)));
}

static void
candidate_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (candidate_application_parent_class)->startup (application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.help",
                                         (const char *[]){ "F1", NULL });
}

static void
candidate_application_dispose (GObject *object)
{
  g_clear_object (&CANDIDATE_APPLICATION (object)->notices);
  G_OBJECT_CLASS (candidate_application_parent_class)->dispose (object);
}

static void
candidate_application_class_init (CandidateApplicationClass *klass)
{
  InterviewProgramClass *program_class = INTERVIEW_PROGRAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = candidate_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = candidate_application_startup;

  program_class->program_id = "io.github.interview.Candidate";
  program_class->resource_path = "/io/github/interview/Candidate";
  program_class->title = N_ ("Interview");
  program_class->icon_name = "io.github.interview.Candidate";
  program_class->takes_links = TRUE;
  program_class->create_window = candidate_application_create_window;
  program_class->open_link = candidate_application_open_link;
  program_class->open_sign_in_file = candidate_application_open_sign_in_file;
}

static void
candidate_application_init (CandidateApplication *self)
{
  const GActionEntry actions[] = { { .name = "messages", .activate = on_messages } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
