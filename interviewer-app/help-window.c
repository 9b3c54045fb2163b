/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "help-window.h"

#include <glib/gi18n.h>

#include "ended-page.h"
#include "lobby-page.h"
#include "program/call-page.h"
#include "program/help-panel.h"
#include "program/help-watch.h"

/*
 * CandidateHelpWindow is where a candidate who is stuck talks to HR: it says that HR has been told,
 * and has the chat and the video call about it. It is there as long as the room is and hides when
 * it is closed, so that an answer finds it; the button that opens it tells of what is new. HR's
 * stepping in by video brings it up. Main thread; belongs to the candidate's window.
 */
struct _CandidateHelpWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkLabel *hint_label;
  AdwBin *panel_bin;
  GtkWidget *close_button;

  GtkWidget *button; /* not owned: of the parent */
  InterviewAccount *account;
  InterviewDevices *devices;
  InterviewHelpWatch *watch;
  InterviewHelpPanel *panel;
  gboolean called;
};

G_DEFINE_FINAL_TYPE (CandidateHelpWindow, candidate_help_window, ADW_TYPE_WINDOW)

/* Where somebody is stuck who sees this page. */
static InterviewHelpPlace
find_place (GtkWidget *page)
{
  if (CANDIDATE_IS_LOBBY_PAGE (page))
    return candidate_lobby_page_is_early (CANDIDATE_LOBBY_PAGE (page))
               ? INTERVIEW_HELP_PLACE_WAITING
               : INTERVIEW_HELP_PLACE_DEVICES;
  if (CANDIDATE_IS_ENDED_PAGE (page))
    return INTERVIEW_HELP_PLACE_ENDED;
  if (!INTERVIEW_IS_CALL_PAGE (page))
    return INTERVIEW_HELP_PLACE_CONNECTION;
  switch (interview_visit_get_state (interview_call_page_get_visit (INTERVIEW_CALL_PAGE (page))))
    {
    case INTERVIEW_VISIT_STATE_LOBBY:
      return INTERVIEW_HELP_PLACE_LOBBY;
    case INTERVIEW_VISIT_STATE_ENTERING:
    case INTERVIEW_VISIT_STATE_RECONNECTING:
      return INTERVIEW_HELP_PLACE_CONNECTION;
    default:
      return INTERVIEW_HELP_PLACE_CALL;
    }
}

static InterviewHelpRequest *
describe (CandidateHelpWindow *self, InterviewHelpPlace place)
{
  InterviewCapture *capture = interview_devices_get_capture (self->devices);
  InterviewEventChannel *channel = interview_account_get_channel (self->account);
  gboolean running = interview_capture_get_running (capture);
  gboolean online = channel != NULL &&
                    interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE;
  gboolean camera, microphone;

  g_object_get (capture, "has-camera", &camera, "has-microphone", &microphone, NULL);
  return g_object_new (INTERVIEW_TYPE_HELP_REQUEST, "place", place, "no-camera", running && !camera,
                       "no-microphone", running && !microphone, "bad-network",
                       !online || place == INTERVIEW_HELP_PLACE_CONNECTION, NULL);
}

static void
show_state (CandidateHelpWindow *self, const char *icon_name, const char *state, const char *hint)
{
  gtk_image_set_from_icon_name (self->state_icon, icon_name);
  gtk_label_set_label (self->state_label, state);
  gtk_label_set_label (self->hint_label, hint);
}

static void
update_state (CandidateHelpWindow *self)
{
  InterviewHelp *help = interview_help_watch_get_help (self->watch);
  gboolean waiting = interview_help_watch_get_waiting (self->watch);
  gboolean open = help != NULL && interview_help_get_state (help) != INTERVIEW_HELP_STATE_CLOSED;

  gtk_widget_set_sensitive (self->close_button, waiting || open);
  if (waiting)
    show_state (
        self, "network-transmit-symbolic", _ ("Telling HR…"),
        _ ("Without a connection, HR is told as soon as it is back. What you write is kept."));
  else if (!open)
    show_state (self, "object-select-symbolic", _ ("You are all right"),
                _ ("Ask again whenever you need help."));
  else if (interview_help_get_state (help) == INTERVIEW_HELP_STATE_OPEN)
    show_state (self, "mail-send-symbolic", _ ("HR has been told"),
                _ ("HR knows where you are stuck and answers here. You can write what is wrong "
                   "meanwhile."));
  else
    show_state (self, "user-available-symbolic", _ ("HR is helping you"),
                _ ("Only you and HR read this, not your interviewers."));
}

/* The window comes up when HR steps in, once for each time. */
static void
on_changed (CandidateHelpWindow *self)
{
  InterviewHelp *help = interview_help_watch_get_help (self->watch);
  gboolean called = help != NULL && interview_help_get_caller (help) != NULL;

  if (help != NULL)
    interview_help_panel_set_help (self->panel, help);
  if (called && !self->called)
    gtk_window_present (GTK_WINDOW (self));
  self->called = called;
  update_state (self);
}

static void
on_failed (CandidateHelpWindow *self, const GError *error)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  update_state (self);
}

static void
on_unread (CandidateHelpWindow *self)
{
  guint unread = interview_help_panel_get_unread (self->panel);
  const char *help = C_ ("button", "_Help");
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (unread == 0)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), help);
      gtk_widget_remove_css_class (self->button, "suggested-action");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  label = g_strdup_printf ("%s (%u)", help, unread);
  /* Translators: read aloud: the button that opens the help, and how many messages came there. */
  name =
      g_strdup_printf (ngettext ("Help, %u new message", "Help, %u new messages", unread), unread);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
on_all_right (CandidateHelpWindow *self)
{
  interview_help_watch_close (self->watch);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
candidate_help_window_close_request (GtkWindow *window)
{
  interview_help_panel_leave_call (CANDIDATE_HELP_WINDOW (window)->panel);
  return GTK_WINDOW_CLASS (candidate_help_window_parent_class)->close_request (window);
}

static void
candidate_help_window_dispose (GObject *object)
{
  CandidateHelpWindow *self = CANDIDATE_HELP_WINDOW (object);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  if (self->panel != NULL)
    g_signal_handlers_disconnect_by_data (self->panel, self);
  self->panel = NULL;
  g_clear_object (&self->watch);
  g_clear_object (&self->devices);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (candidate_help_window_parent_class)->dispose (object);
}

static void
candidate_help_window_class_init (CandidateHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = candidate_help_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = candidate_help_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, panel_bin);
  gtk_widget_class_bind_template_child (widget_class, CandidateHelpWindow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_all_right);
}

static void
candidate_help_window_init (CandidateHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * candidate_help_window_new:
 * @parent: the candidate's window
 * @button: (transfer none): opens this window; it is told what is new here
 * @account: the candidate, signed in
 * @devices: camera, microphone and loudspeaker
 * @room_id: the room
 *
 * Returns: (transfer none): a window that is not shown yet
 */
CandidateHelpWindow *
candidate_help_window_new (GtkWindow *parent,
                           GtkWidget *button,
                           InterviewAccount *account,
                           InterviewDevices *devices,
                           const char *room_id)
{
  CandidateHelpWindow *self =
      g_object_new (CANDIDATE_TYPE_HELP_WINDOW, "transient-for", parent, NULL);

  self->button = button;
  self->account = g_object_ref (account);
  self->devices = g_object_ref (devices);
  self->panel = INTERVIEW_HELP_PANEL (interview_help_panel_new (account, devices, room_id));
  adw_bin_set_child (self->panel_bin, GTK_WIDGET (self->panel));
  self->watch = interview_help_watch_new (account, room_id);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "notify::unread", G_CALLBACK (on_unread), self,
                           G_CONNECT_SWAPPED);
  on_unread (self);
  update_state (self);
  return self;
}

/**
 * candidate_help_window_ask:
 * @page: what the candidate sees
 *
 * Tells HR that the candidate needs help there, and shows the window. Whoever has been told is not
 * told again for the same place, nor when the candidate only wants to read an answer.
 */
void
candidate_help_window_ask (CandidateHelpWindow *self, GtkWidget *page)
{
  InterviewHelp *help;
  InterviewHelpPlace place;

  g_return_if_fail (CANDIDATE_IS_HELP_WINDOW (self));

  help = interview_help_watch_get_help (self->watch);
  place = find_place (page);
  if (help == NULL || interview_help_get_state (help) == INTERVIEW_HELP_STATE_CLOSED ||
      (interview_help_get_place (help) != place &&
       interview_help_panel_get_unread (self->panel) == 0))
    {
      g_autoptr (InterviewHelpRequest) request = describe (self, place);

      interview_help_watch_ask (self->watch, request);
    }
  update_state (self);
  gtk_window_present (GTK_WINDOW (self));
  interview_help_panel_focus_composer (self->panel);
}
