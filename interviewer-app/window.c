/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "window.h"

#include <glib/gi18n.h>

#include "core/error.h"
#include "ended-page.h"
#include "help-window.h"
#include "join-page.h"
#include "lobby-page.h"
#include "program/call-page.h"
#include "program/rating-delivery.h"
#include "client/retry.h"
#include "ui/error-page.h"

/*
 * CandidateWindow leads from page to page: joining, the lobby, the call, its end, and the error
 * page between. It takes up the last sign-in when it opens, and a visit that was broken off a
 * moment ago, without a click.
 */
struct _CandidateWindow
{
  AdwApplicationWindow parent_instance;

  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  AdwBin *content;
  GtkWidget *help_button;
  GtkWidget *loading_page;
  CandidateJoinPage *join_page;
  CandidateLobbyPage *lobby_page;
  CandidateEndedPage *ended_page;
  InterviewErrorPage *error_page;

  GSettings *settings;
  InterviewAccount *account;
  InterviewDevices *devices;
  InterviewLastVisit *last_visit;
  InterviewRoomWatch *watch;
  InterviewCallPage *call_page;
  InterviewRatingDelivery *rating;
  CandidateHelpWindow *help;
  InterviewRetry *retry;
  GCancellable *cancellable;
  guint start_id;
  gboolean rating_offered;
};

G_DEFINE_FINAL_TYPE (CandidateWindow, candidate_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_actions (CandidateWindow *self)
{
  gboolean signed_in = interview_account_get_session (self->account) != NULL;
  gboolean can_rate = self->rating != NULL && interview_rating_delivery_get_state (self->rating) ==
                                                  INTERVIEW_RATING_STATE_OPEN;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rate", can_rate);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.help", self->help != NULL);
  gtk_widget_set_visible (self->help_button, self->help != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign-out",
                                 signed_in && self->call_page == NULL);
}

static gboolean
is_on_page (CandidateWindow *self, gpointer page)
{
  return adw_bin_get_child (self->content) == page;
}

/* A page that is not shown is out of the window, also for those who have it read to them. */
static void
show_page (CandidateWindow *self, gpointer page)
{
  adw_bin_set_child (self->content, page);
  if (page == self->call_page)
    gtk_widget_add_css_class (GTK_WIDGET (self->header_bar), "call-header");
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->header_bar), "call-header");
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  gtk_widget_grab_focus (page);
  update_actions (self);
}

static void
show_error (CandidateWindow *self, const GError *error)
{
  interview_error_page_set_error (self->error_page, error);
  show_page (self, self->error_page);
}

static void
update_title (CandidateWindow *self)
{
  InterviewRoom *room = self->watch != NULL ? interview_room_watch_get_room (self->watch) : NULL;

  /* The title of a position is too long for a narrow window; the pages say it whole. */
  adw_window_title_set_title (self->window_title, room != NULL
                                                      ? interview_room_get_company_name (room)
                                                      : _ ("Interview"));
}

static void
drop_call (CandidateWindow *self)
{
  if (self->call_page == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->call_page, self);
  if (is_on_page (self, self->call_page))
    adw_bin_set_child (self->content, NULL);
  self->call_page = NULL;
}

/* Forgets everything about the room, because another one comes or the sign-in is over. */
static void
drop_room (CandidateWindow *self)
{
  drop_call (self);
  if (self->help != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->help)));
  if (self->rating != NULL)
    g_signal_handlers_disconnect_by_data (self->rating, self);
  g_clear_object (&self->rating);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  candidate_lobby_page_set_watch (self->lobby_page, NULL, NULL);
  g_clear_object (&self->watch);
  interview_devices_stop (self->devices);
  self->rating_offered = FALSE;
  update_title (self);
}

static void
offer_rating (CandidateWindow *self)
{
  if (self->rating_offered || !interview_room_watch_is_over (self->watch) ||
      !is_on_page (self, self->ended_page) ||
      interview_rating_delivery_get_state (self->rating) != INTERVIEW_RATING_STATE_OPEN)
    return;
  self->rating_offered = TRUE;
  interview_rating_delivery_present (self->rating, GTK_WINDOW (self));
}

static void
on_rating_state (CandidateWindow *self)
{
  candidate_ended_page_set_rating (self->ended_page,
                                   interview_rating_delivery_get_state (self->rating));
  update_actions (self);
  offer_rating (self);
}

static void
on_failed (CandidateWindow *self, const GError *error)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static gboolean
is_denied (CandidateWindow *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);

  return room != NULL && interview_room_get_entrance (room) == INTERVIEW_ROOM_ENTRANCE_DENIED;
}

static void
show_end (CandidateWindow *self)
{
  gboolean over = interview_room_watch_is_over (self->watch);

  drop_call (self);
  if (!over && is_denied (self))
    {
      interview_devices_start (self->devices);
      show_page (self, self->lobby_page);
      return;
    }
  interview_devices_stop (self->devices);
  candidate_ended_page_set_room (self->ended_page, interview_room_watch_get_room (self->watch),
                                 over);
  candidate_ended_page_set_account (self->ended_page, self->account);
  show_page (self, self->ended_page);
  if (interview_rating_delivery_get_state (self->rating) == INTERVIEW_RATING_STATE_UNKNOWN)
    interview_rating_delivery_load (self->rating);
  on_rating_state (self);
}

static void
on_refused (CandidateWindow *self, const GError *error)
{
  drop_call (self);
  show_error (self, error);
}

static void
enter_call (CandidateWindow *self)
{
  if (self->watch == NULL || self->call_page != NULL)
    return;
  self->call_page =
      interview_call_page_new (self->account, self->watch, self->devices, self->last_visit);
  g_signal_connect_object (self->call_page, "over", G_CALLBACK (show_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->call_page, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->call_page, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);
  show_page (self, self->call_page);
  interview_call_page_enter (self->call_page);
  if (interview_rating_delivery_get_state (self->rating) == INTERVIEW_RATING_STATE_UNKNOWN)
    interview_rating_delivery_load (self->rating);
}

static void
on_room (CandidateWindow *self)
{
  g_autofree char *last_room = NULL;

  update_title (self);
  if (interview_room_watch_is_over (self->watch))
    {
      /* A running call says itself when it is over. */
      if (self->call_page == NULL)
        show_end (self);
      return;
    }
  if (!is_on_page (self, self->loading_page) && !is_on_page (self, self->error_page))
    return;
  last_room = interview_last_visit_find_room (self->last_visit);
  if (g_strcmp0 (last_room, interview_room_watch_get_room_id (self->watch)) == 0)
    {
      interview_last_visit_restore (self->last_visit, self->devices);
      enter_call (self);
      return;
    }
  interview_devices_start (self->devices);
  show_page (self, self->lobby_page);
}

static void
on_room_error (CandidateWindow *self)
{
  const GError *error = interview_room_watch_get_error (self->watch);

  if (error != NULL && interview_room_watch_get_room (self->watch) == NULL)
    show_error (self, error);
}

/* After signing in: on to the room that the invitation is for. */
static void
open_room (CandidateWindow *self)
{
  InterviewSession *session = interview_account_get_session (self->account);
  const char *room_id = interview_session_get_room_id (session);
  g_autoptr (GError) error = NULL;

  drop_room (self);
  if (room_id == NULL)
    {
      error = g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND, "no room");
      show_error (self, error);
      return;
    }
  show_page (self, self->loading_page);
  candidate_lobby_page_set_person_name (self->lobby_page,
                                        interview_person_get_display_name (
                                            interview_session_get_person (session)));
  self->help = candidate_help_window_new (GTK_WINDOW (self), self->help_button, self->account,
                                          self->devices, room_id);
  self->rating = interview_rating_delivery_new (self->account, room_id);
  g_signal_connect_object (self->rating, "notify::state", G_CALLBACK (on_rating_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rating, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  self->watch = interview_room_watch_new (self->account, room_id);
  g_signal_connect_object (self->watch, "notify::room", G_CALLBACK (on_room), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::error", G_CALLBACK (on_room_error), self,
                           G_CONNECT_SWAPPED);
  candidate_lobby_page_set_watch (self->lobby_page, self->account, self->watch);
}

static void
show_join (CandidateWindow *self, const char *message)
{
  g_autofree char *server = g_settings_get_string (self->settings, "server");

  candidate_join_page_set_server (self->join_page, server);
  show_page (self, self->join_page);
  candidate_join_page_set_message (self->join_page, message);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error))
    {
      interview_retry_reset (self->retry);
      open_room (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    show_join (self, NULL);
  else if (interview_retry_helps (error))
    {
      show_error (self, error);
      interview_retry_plan (self->retry);
    }
  else
    show_join (self, error->message);
}

static void
restore (CandidateWindow *self)
{
  interview_account_restore_async (self->account, self->cancellable, on_restored,
                                   g_object_ref (self));
}

static gboolean
on_start (gpointer user_data)
{
  CandidateWindow *self = user_data;

  self->start_id = 0;
  restore (self);
  return G_SOURCE_REMOVE;
}

static void
on_redeemed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  candidate_join_page_set_busy (self->join_page, FALSE);
  if (interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error))
    {
      candidate_join_page_set_text (self->join_page, "");
      open_room (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_join (self, error->message);
}

static void
on_join_link (CandidateWindow *self, InterviewLink *link)
{
  candidate_join_page_set_message (self->join_page, NULL);
  candidate_join_page_set_busy (self->join_page, TRUE);
  interview_account_redeem_async (self->account, link, self->cancellable, on_redeemed,
                                  g_object_ref (self));
}

static void
on_account_ended (CandidateWindow *self, const GError *error)
{
  drop_room (self);
  show_error (self, error);
}

static void
on_rate (CandidateWindow *self)
{
  if (self->rating != NULL)
    interview_rating_delivery_present (self->rating, GTK_WINDOW (self));
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  interview_account_sign_out_finish (INTERVIEW_ACCOUNT (source), result, NULL);
}

static void
on_other (CandidateWindow *self)
{
  interview_retry_reset (self->retry);
  drop_room (self);
  interview_account_sign_out_async (self->account, NULL, on_signed_out, NULL);
  show_join (self, NULL);
}

static void
on_retry (CandidateWindow *self)
{
  show_page (self, self->loading_page);
  if (interview_account_get_session (self->account) == NULL)
    restore (self);
  else if (self->watch == NULL)
    open_room (self);
  else
    interview_room_watch_reload (self->watch);
}

static void
on_retry_due (CandidateWindow *self)
{
  if (is_on_page (self, self->error_page) && interview_account_get_session (self->account) == NULL)
    restore (self);
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CandidateWindow *self = CANDIDATE_WINDOW (widget);

  candidate_help_window_ask (self->help, adw_bin_get_child (self->content));
}

static void
rate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_rate (CANDIDATE_WINDOW (widget));
}

static void
sign_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_other (CANDIDATE_WINDOW (widget));
}

static gboolean
candidate_window_close_request (GtkWindow *window)
{
  CandidateWindow *self = CANDIDATE_WINDOW (window);

  if (self->call_page != NULL && interview_roster_count_present (interview_visit_get_roster (
                                     interview_call_page_get_visit (self->call_page))) > 0)
    {
      interview_call_page_hang_up (self->call_page);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (candidate_window_parent_class)->close_request (window);
}

static void
candidate_window_dispose (GObject *object)
{
  CandidateWindow *self = CANDIDATE_WINDOW (object);

  g_clear_handle_id (&self->start_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->retry);
  if (self->devices != NULL)
    drop_room (self);
  g_clear_object (&self->devices);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->account);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (candidate_window_parent_class)->dispose (object);
}

static void
candidate_window_finalize (GObject *object)
{
  g_clear_object (&CANDIDATE_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (candidate_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, content);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, help_button);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, join_page);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, lobby_page);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, ended_page);
  gtk_widget_class_bind_template_child (widget_class, CandidateWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, on_join_link);
  gtk_widget_class_bind_template_callback (widget_class, enter_call);
  gtk_widget_class_bind_template_callback (widget_class, on_rate);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
candidate_window_class_init (CandidateWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = candidate_window_dispose;
  object_class->finalize = candidate_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = candidate_window_close_request;
  g_type_ensure (CANDIDATE_TYPE_JOIN_PAGE);
  g_type_ensure (CANDIDATE_TYPE_LOBBY_PAGE);
  g_type_ensure (CANDIDATE_TYPE_ENDED_PAGE);
  g_type_ensure (INTERVIEW_TYPE_ERROR_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/window.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.rate", NULL, rate_action);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, sign_out_action);
}

static void
candidate_window_init (CandidateWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->retry = interview_retry_new ();
  g_signal_connect_object (self->retry, "due", G_CALLBACK (on_retry_due), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  interview_error_page_set_back_label (self->error_page, _ ("Use _Another Invitation"));
  g_object_bind_property (self, "fullscreened", self->header_bar, "visible",
                          G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
}

/**
 * candidate_window_new:
 * @program: the program
 *
 * Makes the window; it begins to take up the last sign-in unless a link comes first.
 *
 * Returns: (transfer floating): the window
 */
CandidateWindow *
candidate_window_new (InterviewProgram *program)
{
  g_autoptr (InterviewClock) clock = interview_clock_new_system ();
  g_autofree char *path = NULL;
  CandidateWindow *self;

  g_return_val_if_fail (INTERVIEW_IS_PROGRAM (program), NULL);

  self = g_object_new (CANDIDATE_TYPE_WINDOW, "application", program, NULL);
  self->settings = g_object_ref (interview_program_get_settings (program));
  self->account = g_object_ref (interview_program_get_account (program));
  self->devices = g_object_ref (interview_program_get_devices (program));
  path = interview_profile_build_data_path (interview_program_get_profile (program), "visit.ini");
  self->last_visit = interview_last_visit_new (path, clock);
  interview_program_keep_window_size (program, GTK_WINDOW (self));
  g_signal_connect_object (self->account, "ended", G_CALLBACK (on_account_ended), self,
                           G_CONNECT_SWAPPED);
  candidate_lobby_page_set_devices (self->lobby_page, self->devices);
  update_actions (self);
  self->start_id = g_idle_add (on_start, self);
  return self;
}

/**
 * candidate_window_open_link:
 * @text: a link that was clicked or given, unchecked
 *
 * Joins by a link, unless a call runs.
 */
void
candidate_window_open_link (CandidateWindow *self, const char *text)
{
  g_return_if_fail (CANDIDATE_IS_WINDOW (self) && text != NULL);

  if (self->call_page != NULL)
    {
      const char *busy = _ ("Hang up first, then open the other invitation again.");

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (busy));
      return;
    }
  g_clear_handle_id (&self->start_id, g_source_remove);
  interview_retry_reset (self->retry);
  drop_room (self);
  show_join (self, NULL);
  candidate_join_page_set_text (self->join_page, text);
  candidate_join_page_continue (self->join_page);
}

/**
 * candidate_window_open_sign_in_file:
 * @path: a sign-in file; if it is gone, the last sign-in is taken up
 *
 * Signs in by a file, unless a call runs.
 */
void
candidate_window_open_sign_in_file (CandidateWindow *self, const char *path)
{
  g_return_if_fail (CANDIDATE_IS_WINDOW (self) && path != NULL);

  if (self->call_page != NULL)
    return;
  g_clear_handle_id (&self->start_id, g_source_remove);
  show_page (self, self->loading_page);
  interview_account_redeem_file_async (self->account, path, self->cancellable, on_restored,
                                       g_object_ref (self));
}
