/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/call-page.h"

#include <glib/gi18n-lib.h>

#include "program/connection-control.h"
#include "program/device-control.h"
#include "program/panel-contents.h"
#include "program/recording-control.h"
#include "program/screen-control.h"

/*
 * InterviewCallPage is the page of one visit: it ties the visit to the view, asks before hanging
 * up while the other side is there, and keeps the screen from going blank. Signals: `over` when
 * the visit is left or has ended (its state says which), `refused` (#GError) when the server does
 * not let us in, `failed` (#GError) when ending did not work. The window makes one for each visit.
 */
struct _InterviewCallPage
{
  AdwBin parent_instance;

  InterviewAccount *account;
  InterviewVisit *visit;
  InterviewCallView *view;
  InterviewPanelContents *contents;
  InterviewRecordingControl *recording;
  InterviewScreenControl *screen;
  InterviewConnectionControl *connection;
  InterviewDeviceControl *device;
  GtkWindow *question;
  GtkApplication *application; /* that the inhibition belongs to */
  guint inhibit_cookie;
  gboolean was_in_call;
};

enum
{
  SIGNAL_OVER,
  SIGNAL_REFUSED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCallPage, interview_call_page, ADW_TYPE_BIN)

static InterviewPerson *
get_person (InterviewCallPage *self)
{
  InterviewSession *session = interview_account_get_session (self->account);

  return session != NULL ? interview_session_get_person (session) : NULL;
}

static gboolean
is_candidate (InterviewCallPage *self)
{
  InterviewPerson *person = get_person (self);

  return person != NULL && interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE;
}

/* Whom one waits for: the other side as the room names it. */
static char *
name_expected (InterviewCallPage *self)
{
  InterviewRoom *room = interview_room_watch_get_room (interview_visit_get_watch (self->visit));
  InterviewParticipant *other = NULL;
  GPtrArray *recruiters;

  if (room == NULL)
    return NULL;
  recruiters = interview_room_get_recruiters (room);
  if (!is_candidate (self))
    other = interview_room_get_candidate (room);
  else if (recruiters != NULL && recruiters->len == 1)
    other = g_ptr_array_index (recruiters, 0);
  return other != NULL ? g_strdup (interview_participant_get_display_name (other)) : NULL;
}

static char *
name_others (InterviewCallPage *self)
{
  InterviewRoster *roster = interview_visit_get_roster (self->visit);
  char *name = NULL;

  if (interview_roster_count_present (roster) > 0)
    name = interview_roster_format_present (roster);
  else if (interview_roster_has_missing (roster))
    name = interview_roster_format_missing (roster);
  else if (interview_roster_has_left (roster))
    name = interview_roster_format_left (roster);
  return name != NULL ? name : name_expected (self);
}

static InterviewCallSituation
find_situation (InterviewCallPage *self)
{
  InterviewRoster *roster = interview_visit_get_roster (self->visit);
  gboolean online = interview_visit_get_online (self->visit);

  switch (interview_visit_get_state (self->visit))
    {
    case INTERVIEW_VISIT_STATE_IN_CALL:
      return INTERVIEW_CALL_SITUATION_LIVE;
    case INTERVIEW_VISIT_STATE_RECONNECTING:
      if (!online)
        return INTERVIEW_CALL_SITUATION_OFFLINE;
      return interview_roster_has_missing (roster) ? INTERVIEW_CALL_SITUATION_LOST
                                                   : INTERVIEW_CALL_SITUATION_RECONNECTING;
    case INTERVIEW_VISIT_STATE_LOBBY:
      return online ? INTERVIEW_CALL_SITUATION_LOBBY : INTERVIEW_CALL_SITUATION_OFFLINE;
    case INTERVIEW_VISIT_STATE_ENTERING:
    case INTERVIEW_VISIT_STATE_CONNECTING:
      return online ? INTERVIEW_CALL_SITUATION_CONNECTING : INTERVIEW_CALL_SITUATION_OFFLINE;
    default:
      if (!online)
        return INTERVIEW_CALL_SITUATION_OFFLINE;
      if (interview_roster_has_waiting (roster))
        return INTERVIEW_CALL_SITUATION_KNOCKING;
      return interview_roster_has_left (roster) ? INTERVIEW_CALL_SITUATION_LEFT
                                                : INTERVIEW_CALL_SITUATION_WAITING;
    }
}

static void
update_situation (InterviewCallPage *self)
{
  InterviewPerson *person = get_person (self);
  /* Whoever waits in the lobby is not in the room, and is not told who is. */
  gboolean in_room =
      person != NULL && interview_visit_get_state (self->visit) != INTERVIEW_VISIT_STATE_LOBBY;
  g_autofree char *name = name_others (self);
  g_auto (GStrv) present =
      interview_roster_list_present (interview_visit_get_roster (self->visit),
                                     in_room ? interview_person_get_display_name (person) : NULL);

  interview_call_view_set_present (self->view, (const char *const *) present);
  interview_call_view_set_situation (self->view, find_situation (self), name);
}

static void
close_question (InterviewCallPage *self)
{
  GtkWindow *question = self->question;

  g_clear_weak_pointer (&self->question);
  if (question != NULL)
    gtk_window_destroy (question);
}

static void
on_visit_state (InterviewCallPage *self)
{
  InterviewVisitState state = interview_visit_get_state (self->visit);

  self->was_in_call |= state == INTERVIEW_VISIT_STATE_IN_CALL;
  if (state == INTERVIEW_VISIT_STATE_LEFT || state == INTERVIEW_VISIT_STATE_ENDED ||
      state == INTERVIEW_VISIT_STATE_DENIED || state == INTERVIEW_VISIT_STATE_REMOVED)
    {
      close_question (self);
      interview_recording_control_close (self->recording);
      interview_screen_control_close (self->screen);
      g_signal_emit (self, signals[SIGNAL_OVER], 0);
      return;
    }
  update_situation (self);
}

static void
on_refused (InterviewCallPage *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewCallPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_visit_end_finish (INTERVIEW_VISIT (source), result, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
end_interview (InterviewCallPage *self)
{
  interview_visit_end_async (self->visit, NULL, on_ended, g_object_ref (self));
}

static void
on_answered (InterviewCallPage *self, const char *response)
{
  g_clear_weak_pointer (&self->question);
  if (g_str_equal (response, "leave"))
    interview_visit_leave (self->visit);
  else if (g_str_equal (response, "end"))
    end_interview (self);
}

static void
ask (InterviewCallPage *self)
{
  gboolean candidate = is_candidate (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *names = name_others (self);
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;

  if (candidate)
    /* Translators: %s are the names of the people in the call. */
    text =
        g_strdup_printf (_ ("%s is still in the call. You can come back as long as the interview "
                            "has not ended."),
                         names);
  else
    /* Translators: %s is the name of the candidate. */
    text = g_strdup_printf (_ ("%s is still in the call. Nobody can come back to the interview "
                               "after its end."),
                            names);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              candidate ? _ ("Leave the Interview?") : _ ("End the Interview?"),
                              text));
  if (candidate)
    adw_message_dialog_add_responses (dialog, "stay", _ ("_Stay"), "leave", _ ("_Leave"), NULL);
  else
    adw_message_dialog_add_responses (dialog, "stay", _ ("_Stay"), "end", _ ("_End Interview"),
                                      NULL);
  adw_message_dialog_set_response_appearance (dialog, candidate ? "leave" : "end",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "stay");
  adw_message_dialog_set_default_response (dialog, "stay");
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
bind_controls (InterviewCallPage *self, InterviewDevices *devices)
{
  InterviewCallControls *controls = interview_call_view_get_controls (self->view);
  InterviewCapture *capture = interview_devices_get_capture (devices);
  InterviewPlayback *playback = interview_devices_get_playback (devices);
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (capture, "camera-enabled", controls, "camera-on", flags);
  g_object_bind_property (capture, "microphone-enabled", controls, "microphone-on", flags);
  g_object_bind_property (playback, "volume", controls, "volume", flags);
  g_object_bind_property (playback, "muted", controls, "muted", flags);
  g_object_bind_property (playback, "sound-only", controls, "sound-only", flags);
  g_signal_connect_object (controls, "hang-up", G_CALLBACK (interview_call_page_hang_up), self,
                           G_CONNECT_SWAPPED);
  interview_call_view_set_own_slot (self->view, interview_capture_get_frame_slot (capture));
}

static void
allow_blanking (InterviewCallPage *self)
{
  if (self->application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  g_clear_object (&self->application);
}

static void
interview_call_page_realize (GtkWidget *widget)
{
  InterviewCallPage *self = INTERVIEW_CALL_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (interview_call_page_parent_class)->realize (widget);
  if (!GTK_IS_WINDOW (root) || gtk_window_get_application (GTK_WINDOW (root)) == NULL)
    return;
  self->application = g_object_ref (gtk_window_get_application (GTK_WINDOW (root)));
  self->inhibit_cookie =
      gtk_application_inhibit (self->application, GTK_WINDOW (root),
                               GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                               /* Translators: why the screen stays on. */
                               _ ("An interview is running"));
}

static void
interview_call_page_unrealize (GtkWidget *widget)
{
  allow_blanking (INTERVIEW_CALL_PAGE (widget));
  GTK_WIDGET_CLASS (interview_call_page_parent_class)->unrealize (widget);
}

/* The view takes the focus and does nothing with it: one more press of Enter shall not push the
 * first control of the call. */
static gboolean
interview_call_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (INTERVIEW_CALL_PAGE (widget)->view));
}

static void
interview_call_page_dispose (GObject *object)
{
  InterviewCallPage *self = INTERVIEW_CALL_PAGE (object);

  allow_blanking (self);
  close_question (self);
  g_clear_object (&self->contents);
  if (self->recording != NULL)
    interview_recording_control_close (self->recording);
  g_clear_object (&self->recording);
  g_clear_object (&self->screen);
  g_clear_object (&self->connection);
  g_clear_object (&self->device);
  if (self->visit != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->visit, self);
      g_signal_handlers_disconnect_by_data (interview_visit_get_roster (self->visit), self);
      interview_visit_leave (self->visit);
    }
  g_clear_object (&self->visit);
  g_clear_object (&self->account);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  G_OBJECT_CLASS (interview_call_page_parent_class)->dispose (object);
}

static void
interview_call_page_class_init (InterviewCallPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_call_page_dispose;
  widget_class->grab_focus = interview_call_page_grab_focus;
  widget_class->realize = interview_call_page_realize;
  widget_class->unrealize = interview_call_page_unrealize;
  signals[SIGNAL_OVER] = g_signal_new ("over", INTERVIEW_TYPE_CALL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", INTERVIEW_TYPE_CALL_PAGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_CALL_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_call_page_init (InterviewCallPage *self)
{
  self->view = interview_call_view_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Interview"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}

/**
 * interview_call_page_new:
 * @account: who is signed in; its side decides the panels and what hanging up means
 * @watch: the room
 * @devices: camera, microphone and loudspeaker
 * @last_visit: where it is written down that the visit goes on
 *
 * Returns: (transfer floating): a page that has not entered the room
 */
InterviewCallPage *
interview_call_page_new (InterviewAccount *account,
                         InterviewRoomWatch *watch,
                         InterviewDevices *devices,
                         InterviewLastVisit *last_visit)
{
  InterviewCallPage *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);

  self = g_object_new (INTERVIEW_TYPE_CALL_PAGE, NULL);
  self->account = g_object_ref (account);
  self->visit = interview_visit_new (account, watch, devices, last_visit);
  self->contents = interview_panel_contents_new (account, watch, self->view);
  self->recording =
      interview_recording_control_new (account, self->visit,
                                       interview_devices_get_capture (devices), self->view);
  self->screen = interview_screen_control_new (interview_visit_get_call (self->visit), self->view,
                                               interview_account_get_profile (account));
  self->connection =
      interview_connection_control_new (interview_visit_get_call (self->visit), self->view);
  self->device = interview_device_control_new (devices, self->view);
  person = get_person (self);
  interview_call_view_set_own_name (self->view, interview_person_get_display_name (person));
  interview_call_view_set_remotes (self->view, interview_call_get_remotes (
                                                   interview_visit_get_call (self->visit)));
  bind_controls (self, devices);
  g_signal_connect_object (self->visit, "notify::state", G_CALLBACK (on_visit_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visit, "notify::online", G_CALLBACK (update_situation), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visit, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "notify::room", G_CALLBACK (update_situation), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_visit_get_roster (self->visit), "changed",
                           G_CALLBACK (update_situation), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_call_page_enter:
 *
 * Goes into the room. To be called once.
 */
void
interview_call_page_enter (InterviewCallPage *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_PAGE (self));

  interview_visit_enter (self->visit);
}

/**
 * interview_call_page_hang_up:
 *
 * Hangs up, after a question while somebody else is there. A candidate leaves and can come back;
 * staff end the interview, unless nobody came yet, for a candidate who is late must find it open.
 */
void
interview_call_page_hang_up (InterviewCallPage *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_PAGE (self));

  if (self->question != NULL)
    gtk_window_present (self->question);
  else if (interview_roster_count_present (interview_visit_get_roster (self->visit)) > 0 ||
           (self->was_in_call &&
            interview_roster_has_waiting (interview_visit_get_roster (self->visit))))
    ask (self);
  else if (is_candidate (self) || !self->was_in_call)
    interview_visit_leave (self->visit);
  else
    end_interview (self);
}

/**
 * interview_call_page_get_visit:
 *
 * Returns: (transfer none): the visit
 */
InterviewVisit *
interview_call_page_get_visit (InterviewCallPage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_PAGE (self), NULL);

  return self->visit;
}

/**
 * interview_call_page_get_view:
 *
 * Returns: (transfer none): the view
 */
InterviewCallView *
interview_call_page_get_view (InterviewCallPage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_PAGE (self), NULL);

  return self->view;
}
