/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "application.h"

#include <glib/gi18n.h>

#include "arrival-watch.h"
#include "help-window.h"
#include "window.h"

/*
 * RecruiterApplication is the recruiter's program. It has one window, which does the work. If the
 * person wants it, the program goes on without the window while they are signed in, to tell them of
 * candidates who arrive; the desktop can start it so.
 */
struct _RecruiterApplication
{
  InterviewProgram parent_instance;

  RecruiterArrivalWatch *arrivals;
  RecruiterHelpDesk *help;
  gboolean held; /* goes on without a window */
};

G_DEFINE_FINAL_TYPE (RecruiterApplication, recruiter_application, INTERVIEW_TYPE_PROGRAM)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.new-room", { "<Control>n", NULL } },
  { "app.help", { "<Control><Shift>e", NULL } },
  { "win.staffing", { "<Control>t", NULL } },
  { "win.refresh", { "<Control>r", "F5", NULL } },
  { "win.back", { "<Alt>Left", NULL } },
  { "win.preferences", { "<Control>comma", NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL } },
};

static void
set_held (RecruiterApplication *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  if (held)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
update_held (RecruiterApplication *self)
{
  InterviewProgram *program = INTERVIEW_PROGRAM (self);
  GSettings *settings = interview_program_get_settings (program);
  InterviewAccount *account = interview_program_get_account (program);

  set_held (self, g_settings_get_boolean (settings, "background") &&
                      interview_account_get_session (account) != NULL);
}

/* Only HR answers candidates who are stuck. */
static void
update_help (RecruiterApplication *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "help");
  InterviewSession *session =
      interview_account_get_session (interview_program_get_account (INTERVIEW_PROGRAM (self)));
  InterviewPerson *person = session != NULL ? interview_session_get_person (session) : NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               person != NULL &&
                                   interview_person_get_role (person) == INTERVIEW_ROLE_HR_ADMIN);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error))
    g_message ("Nobody is signed in: %s", error->message);
  update_held (self);
  g_application_release (G_APPLICATION (self));
}

/* Started by the desktop, without a window: whoever was signed in is so again. */
static void
serve (RecruiterApplication *self)
{
  g_application_hold (G_APPLICATION (self));
  interview_account_restore_async (interview_program_get_account (INTERVIEW_PROGRAM (self)), NULL,
                                   on_restored, g_object_ref (self));
}

/* The window with the pages, whichever of its companions is in front. */
static RecruiterWindow *
find_window (RecruiterApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (RECRUITER_IS_WINDOW (item->data))
        return item->data;
    }
  return NULL;
}

static void
on_open_room (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RecruiterWindow *window;

  g_application_activate (G_APPLICATION (user_data));
  window = find_window (user_data);
  if (window != NULL)
    recruiter_window_open_room (window, g_variant_get_string (parameter, NULL));
}

static void
open_help (RecruiterApplication *self, const char *room_id)
{
  RecruiterWindow *window;

  if (find_window (self) == NULL)
    g_application_activate (G_APPLICATION (self));
  window = find_window (self);
  if (window != NULL)
    recruiter_help_window_open (GTK_WINDOW (window), INTERVIEW_PROGRAM (self), self->help, room_id);
}

static void
on_open_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_help (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_help (user_data, NULL);
}

/* The recruiter's preferences have more in them than those that both programs share. */
static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = on_preferences },
  { .name = "open-room", .activate = on_open_room, .parameter_type = "s" },
  { .name = "open-help", .activate = on_open_help, .parameter_type = "s" },
  { .name = "help", .activate = on_help },
};

static void
begin_to_watch (RecruiterApplication *self)
{
  InterviewProgram *program = INTERVIEW_PROGRAM (self);

  self->arrivals = recruiter_arrival_watch_new (program);
  self->help = recruiter_help_desk_new (program);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (interview_program_get_account (program), "notify::session",
                           G_CALLBACK (update_held), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_program_get_account (program), "notify::session",
                           G_CALLBACK (update_help), self, G_CONNECT_SWAPPED);
  update_help (self);
  g_signal_connect_object (interview_program_get_settings (program), "changed::background",
                           G_CALLBACK (update_held), self, G_CONNECT_SWAPPED);
  if ((g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE) != 0)
    serve (self);
}

static void
recruiter_application_shutdown (GApplication *application)
{
  g_clear_object (&RECRUITER_APPLICATION (application)->arrivals);
  g_clear_object (&RECRUITER_APPLICATION (application)->help);
  G_APPLICATION_CLASS (recruiter_application_parent_class)->shutdown (application);
}

static void
recruiter_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (recruiter_application_parent_class)->startup (application);
  begin_to_watch (RECRUITER_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

static GtkWindow *
recruiter_application_create_window (InterviewProgram *program)
{
  return GTK_WINDOW (recruiter_window_new (program, RECRUITER_APPLICATION (program)->help));
}

static void
recruiter_application_open_sign_in_file (InterviewProgram *program, const char *path)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (program));

  if (RECRUITER_IS_WINDOW (window))
    recruiter_window_open_sign_in_file (RECRUITER_WINDOW (window), path);
}

static void
recruiter_application_class_init (RecruiterApplicationClass *klass)
{
  InterviewProgramClass *program_class = INTERVIEW_PROGRAM_CLASS (klass);

  G_APPLICATION_CLASS (klass)->startup = recruiter_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = recruiter_application_shutdown;

  program_class->program_id = "io.github.interview.Recruiter";
  program_class->resource_path = "/io/github/interview/Recruiter";
  program_class->title = N_ ("Interview Recruiter");
  program_class->icon_name = "io.github.interview.Recruiter";
  program_class->create_window = recruiter_application_create_window;
  program_class->open_sign_in_file = recruiter_application_open_sign_in_file;
}

static void
recruiter_application_init (RecruiterApplication *self)
{
}
