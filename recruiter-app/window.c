/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "window.h"

#include <glib/gi18n.h>

#include "admin/settings-window.h"
#include "call-page.h"
#include "core/error.h"
#include "ended-page.h"
#include "home-page.h"
#include "lobby-page.h"
#include "pages.h"
#include "password-window.h"
#include "preferences-window.h"
#include "problem-page.h"
#include "program/account.h"
#include "program/devices.h"
#include "program/last-visit.h"
#include "score-window.h"
#include "sign-in-page.h"
#include "ui/style.h"

/*
 * RecruiterWindow is the one window of the program. It owns who is signed in and the devices, and
 * turns the pages: signing in, the rooms, the lobby, the call, its end, and what went wrong. The
 * pages know nothing of one another.
 */
struct _RecruiterWindow
{
  AdwApplicationWindow parent_instance;

  InterviewProgram *program;
  InterviewAccount *account;
  InterviewDevices *devices;
  InterviewLastVisit *last_visit;
  GCancellable *cancellable;
  InterviewRoom *room;
  char *sign_in_file;
  char *wanted_room;
  gboolean bring_to_lobby;
  gboolean closing;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  RecruiterSignInPage *sign_in;
  RecruiterHomePage *home;
  RecruiterLobbyPage *lobby;
  RecruiterCallPage *call;
  RecruiterEndedPage *ended;
  RecruiterProblemPage *problem;
};

/* A sign-in file brings the recruiter to the lobby of a room that begins this soon. */
#define SOON_SECONDS (10 * 60)

G_DEFINE_FINAL_TYPE (RecruiterWindow, recruiter_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_shown (RecruiterWindow *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
show_page (RecruiterWindow *self, const char *page)
{
  if (is_shown (self, "lobby") && !g_str_equal (page, "lobby") && !g_str_equal (page, "call"))
    interview_devices_stop (self->devices);
  recruiter_pages_show (self->stack, page);
}

static void
on_page (RecruiterWindow *self)
{
  gboolean home = is_shown (self, "home");
  InterviewSession *session =
      self->account != NULL ? interview_account_get_session (self->account) : NULL;
  gboolean admin =
      session != NULL &&
      interview_person_get_role (interview_session_get_person (session)) == INTERVIEW_ROLE_HR_ADMIN;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-room", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.staffing", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign-out", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.change-password", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.score", home && !admin);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.admin", home && admin);
}

static void
show_toast (RecruiterWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_sign_in (RecruiterWindow *self, const char *message)
{
  recruiter_call_page_close (self->call);
  recruiter_home_page_close (self->home);
  show_page (self, "sign-in");
  recruiter_sign_in_page_reset (self->sign_in, message);
}

static void
show_problem (RecruiterWindow *self, const GError *error)
{
  recruiter_problem_page_set_error (self->problem, error);
  show_page (self, "problem");
}

static void
enter_room (RecruiterWindow *self, const char *room_id)
{
  recruiter_call_page_open (self->call, self->account, self->devices, self->last_visit, room_id);
  show_page (self, "call");
  recruiter_call_page_take_focus (self->call);
}

static void
show_lobby (RecruiterWindow *self, InterviewRoom *room)
{
  g_set_object (&self->room, room);
  recruiter_lobby_page_open (self->lobby, self->account, self->devices, room);
  interview_devices_start (self->devices);
  show_page (self, "lobby");
}

static void
open_home (RecruiterWindow *self)
{
  g_autofree char *last_room = interview_last_visit_find_room (self->last_visit);

  recruiter_home_page_open (self->home, self->account);
  show_page (self, "home");
  if (last_room != NULL)
    {
      interview_last_visit_restore (self->last_visit, self->devices);
      enter_room (self, last_room);
    }
}

static void
on_session (RecruiterWindow *self)
{
  if (interview_account_get_session (self->account) != NULL)
    open_home (self);
  else
    show_sign_in (self, NULL);
}

static void
on_account_ended (RecruiterWindow *self, const GError *error)
{
  show_sign_in (self, error->message);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY))
    show_problem (self, error);
  else if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    show_sign_in (self, NULL);
  else
    show_sign_in (self, error->message);
}

static void
sign_in (RecruiterWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_page (self, "starting");
  if (self->sign_in_file != NULL)
    interview_account_redeem_file_async (self->account, self->sign_in_file, self->cancellable,
                                         on_restored, g_object_ref (self));
  else
    interview_account_restore_async (self->account, self->cancellable, on_restored,
                                     g_object_ref (self));
}

static void
on_retry (RecruiterWindow *self)
{
  if (interview_account_get_session (self->account) == NULL)
    sign_in (self);
  else if (self->room != NULL)
    enter_room (self, interview_room_get_id (self->room));
  else
    show_page (self, "home");
}

static void
on_problem_back (RecruiterWindow *self)
{
  if (interview_account_get_session (self->account) == NULL)
    show_sign_in (self, NULL);
  else
    show_page (self, "home");
}

static void
on_join (RecruiterWindow *self, InterviewRoom *room)
{
  show_lobby (self, room);
}

/* A room that was clicked on in a notice; after a sign-in by file, the one that is about to begin
 * is what the person came for. */
static void
on_listed (RecruiterWindow *self)
{
  InterviewRoom *wanted =
      self->wanted_room != NULL ? recruiter_home_page_find (self->home, self->wanted_room) : NULL;
  InterviewRoom *room = recruiter_home_page_find_next (self->home);
  gint64 soon = g_get_real_time () + SOON_SECONDS * G_USEC_PER_SEC;

  if (wanted != NULL && is_shown (self, "home"))
    {
      g_clear_pointer (&self->wanted_room, g_free);
      if (interview_room_get_opens_at (wanted) > g_get_real_time ())
        recruiter_home_page_choose (self->home, wanted);
      else
        show_lobby (self, wanted);
      return;
    }
  if (!self->bring_to_lobby)
    return;
  self->bring_to_lobby = FALSE;
  if (room != NULL && is_shown (self, "home") && interview_room_get_starts_at (room) <= soon)
    show_lobby (self, room);
}

static void
on_enter (RecruiterWindow *self)
{
  enter_room (self, interview_room_get_id (self->room));
}

static void
on_over (RecruiterWindow *self)
{
  g_autoptr (InterviewRoomWatch) watch = g_object_ref (recruiter_call_page_get_watch (self->call));

  recruiter_call_page_close (self->call);
  if (self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_set_object (&self->room, interview_room_watch_get_room (watch));
  recruiter_ended_page_open (self->ended, watch);
  show_page (self, "ended");
  recruiter_home_page_reload (self->home);
}

static void
on_refused (RecruiterWindow *self, const GError *error)
{
  recruiter_call_page_close (self->call);
  show_problem (self, error);
}

static void
on_rejoin (RecruiterWindow *self)
{
  enter_room (self, interview_room_get_id (self->room));
}

static void
on_action_toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_toast (RECRUITER_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_action_new_room (GtkWidget *widget, const char *action, GVariant *parameter)
{
  recruiter_home_page_show_new_room (RECRUITER_WINDOW (widget)->home);
}

static void
on_action_refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  recruiter_home_page_reload (RECRUITER_WINDOW (widget)->home);
}

static void
on_action_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RecruiterWindow *self = RECRUITER_WINDOW (widget);

  if (is_shown (self, "home"))
    recruiter_home_page_go_back (self->home);
  else if (is_shown (self, "lobby") || is_shown (self, "ended"))
    show_page (self, "home");
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  interview_account_sign_out_finish (INTERVIEW_ACCOUNT (source), result, NULL);
}

static void
on_action_sign_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  interview_account_sign_out_async (RECRUITER_WINDOW (widget)->account, NULL, on_signed_out, NULL);
}

static void
on_action_change_password (GtkWidget *widget, const char *action, GVariant *parameter)
{
  InterviewAccount *account = RECRUITER_WINDOW (widget)->account;
  GtkWidget *window = recruiter_password_window_new (GTK_WINDOW (widget),
                                                     interview_account_get_connection (account));

  gtk_window_present (GTK_WINDOW (window));
}

static void
on_action_score (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (
      recruiter_score_window_new (GTK_WINDOW (widget), RECRUITER_WINDOW (widget)->account)));
}

static void
on_action_staffing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  recruiter_home_page_show_staffing (RECRUITER_WINDOW (widget)->home);
}

static void
on_action_admin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (
      recruiter_settings_window_new (GTK_WINDOW (widget), RECRUITER_WINDOW (widget)->account)));
}

static void
on_action_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  InterviewProfile *profile = interview_program_get_profile (RECRUITER_WINDOW (widget)->program);
  GtkWidget *window = recruiter_preferences_window_new (GTK_WINDOW (widget), profile);

  gtk_window_present (GTK_WINDOW (window));
}

static void
on_leave_answer (RecruiterWindow *self, const char *answer)
{
  if (!g_str_equal (answer, "leave"))
    return;
  self->closing = TRUE;
  recruiter_call_page_leave (self->call);
}

static gboolean
recruiter_window_close_request (GtkWindow *window)
{
  RecruiterWindow *self = RECRUITER_WINDOW (window);
  GtkWidget *dialog;

  if (self->closing || !is_shown (self, "call") || !recruiter_call_page_has_others (self->call))
    return GTK_WINDOW_CLASS (recruiter_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Leave the Interview?"),
                                   _ ("The other side is still there. The room stays open, and you "
                                      "can come back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Stay"), "leave",
                                    _ ("_Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_answer), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}

static void
recruiter_window_dispose (GObject *object)
{
  RecruiterWindow *self = RECRUITER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->room);
  if (self->devices != NULL)
    interview_devices_stop (self->devices);
  g_clear_object (&self->devices);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->account);
  g_clear_pointer (&self->sign_in_file, g_free);
  g_clear_pointer (&self->wanted_room, g_free);
  G_OBJECT_CLASS (recruiter_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "s", on_action_toast);
  gtk_widget_class_install_action (widget_class, "win.new-room", NULL, on_action_new_room);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, on_action_refresh);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_action_back);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, on_action_sign_out);
  gtk_widget_class_install_action (widget_class, "win.change-password", NULL,
                                   on_action_change_password);
  gtk_widget_class_install_action (widget_class, "win.score", NULL, on_action_score);
  gtk_widget_class_install_action (widget_class, "win.staffing", NULL, on_action_staffing);
  gtk_widget_class_install_action (widget_class, "win.admin", NULL, on_action_admin);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, on_action_preferences);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, home);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, lobby);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, call);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, ended);
  gtk_widget_class_bind_template_child (widget_class, RecruiterWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_page);
  gtk_widget_class_bind_template_callback (widget_class, on_join);
  gtk_widget_class_bind_template_callback (widget_class, on_listed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_over);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_rejoin);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_back);
}

static void
recruiter_window_class_init (RecruiterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = recruiter_window_close_request;

  g_type_ensure (RECRUITER_TYPE_SIGN_IN_PAGE);
  g_type_ensure (RECRUITER_TYPE_HOME_PAGE);
  g_type_ensure (RECRUITER_TYPE_LOBBY_PAGE);
  g_type_ensure (RECRUITER_TYPE_CALL_PAGE);
  g_type_ensure (RECRUITER_TYPE_ENDED_PAGE);
  g_type_ensure (RECRUITER_TYPE_PROBLEM_PAGE);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
recruiter_window_init (RecruiterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
remember_size (RecruiterWindow *self, GSettings *settings)
{
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/**
 * recruiter_window_new:
 * @program: (transfer none): the program
 * @help: (transfer none): which candidates need help
 *
 * Returns: (transfer none): the window; it takes up the sign-in of the last time
 */
RecruiterWindow *
recruiter_window_new (InterviewProgram *program, RecruiterHelpDesk *help)
{
  RecruiterWindow *self = g_object_new (RECRUITER_TYPE_WINDOW, "application", program, NULL);
  InterviewProfile *profile = interview_program_get_profile (program);
  GSettings *settings = interview_profile_get_settings (profile);
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autofree char *path = interview_profile_build_data_path (profile, "last-visit");

  interview_style_load (gtk_widget_get_display (GTK_WIDGET (self)));
  self->program = program;
  self->last_visit = interview_last_visit_new (path, clock);
  self->account = g_object_ref (interview_program_get_account (program));
  self->devices = g_object_ref (interview_program_get_devices (program));
  remember_size (self, settings);
  recruiter_home_page_set_help (self->home, help);
  recruiter_sign_in_page_set_account (self->sign_in, self->account);
  g_signal_connect_object (self->account, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->account, "ended", G_CALLBACK (on_account_ended), self,
                           G_CONNECT_SWAPPED);
  on_page (self);
  if (interview_account_get_session (self->account) != NULL)
    on_session (self);
  else
    sign_in (self);

  return self;
}

/**
 * recruiter_window_open_sign_in_file:
 * @path: a file with a one-time code
 *
 * Signs in with the file, in place of whoever is signed in.
 */
void
recruiter_window_open_sign_in_file (RecruiterWindow *self, const char *path)
{
  g_return_if_fail (RECRUITER_IS_WINDOW (self));

  if (is_shown (self, "call"))
    {
      show_toast (self, _ ("You are in an interview. Leave it before you sign in again."));
      return;
    }
  g_free (self->sign_in_file);
  self->sign_in_file = g_strdup (path);
  self->bring_to_lobby = TRUE;
  sign_in (self);
}

/**
 * recruiter_window_open_room:
 * @room_id: a room
 *
 * Shows the page from which one goes into the room, or before it opens the room itself, as soon as
 * somebody is signed in; a call that is under way stays.
 */
void
recruiter_window_open_room (RecruiterWindow *self, const char *room_id)
{
  g_return_if_fail (RECRUITER_IS_WINDOW (self));

  if (recruiter_window_is_in_room (self, room_id))
    return;
  if (is_shown (self, "call"))
    {
      show_toast (self, _ ("You are in an interview. Leave it before you open another one."));
      return;
    }
  g_free (self->wanted_room);
  self->wanted_room = g_strdup (room_id);
  if (interview_account_get_session (self->account) == NULL)
    return;
  show_page (self, "home");
  on_listed (self);
}

/**
 * recruiter_window_is_in_room:
 * @room_id: a room
 *
 * Returns: whether the person is in the room's call, or on the page that leads to it
 */
gboolean
recruiter_window_is_in_room (RecruiterWindow *self, const char *room_id)
{
  InterviewRoomWatch *watch;

  g_return_val_if_fail (RECRUITER_IS_WINDOW (self), FALSE);

  watch = recruiter_call_page_get_watch (self->call);
  if (is_shown (self, "call"))
    return watch != NULL && g_strcmp0 (interview_room_watch_get_room_id (watch), room_id) == 0;
  return is_shown (self, "lobby") && self->room != NULL &&
         g_strcmp0 (interview_room_get_id (self->room), room_id) == 0;
}
