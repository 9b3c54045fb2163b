/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "call-page.h"

#include "lobby-bar.h"
#include "program/call-page.h"

/*
 * RecruiterCallPage puts a heading over the page of a visit. It is opened with a room and closed
 * when the visit is over.
 *
 * Signals: `over`: the recruiter is out, or the interview has ended; `refused`(#GError): the server
 * did not let them in.
 */
struct _RecruiterCallPage
{
  AdwBin parent_instance;

  InterviewRoomWatch *watch;
  InterviewCallPage *page;

  GtkWidget *header;
  AdwWindowTitle *title;
  GtkWidget *candidate_button;
  RecruiterLobbyBar *lobby_bar;
  AdwBin *stage;
};

enum
{
  OVER,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterCallPage, recruiter_call_page, ADW_TYPE_BIN)

static void
update_title (RecruiterCallPage *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);

  if (room == NULL)
    return;
  gtk_widget_set_visible (self->candidate_button, interview_room_get_candidate_present (room) &&
                                                      interview_room_get_entrance (room) ==
                                                          INTERVIEW_ROOM_ENTRANCE_ADMITTED);
  adw_window_title_set_title (self->title, interview_participant_get_display_name (
                                               interview_room_get_candidate (room)));
  /* Too long for the header of a narrow window. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), interview_room_get_position_title (room));
}

static void
on_over (RecruiterCallPage *self)
{
  g_signal_emit (self, signals[OVER], 0);
}

static void
on_refused (RecruiterCallPage *self, const GError *error)
{
  g_signal_emit (self, signals[REFUSED], 0, error);
}

static void
on_failed (RecruiterCallPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
on_action_send_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RecruiterCallPage *self = RECRUITER_CALL_PAGE (widget);

  /* The button goes away with the candidate; its menu must not stay behind. */
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->candidate_button));
  recruiter_lobby_bar_send_back (self->lobby_bar);
}

static void
on_action_deny (GtkWidget *widget, const char *action, GVariant *parameter)
{
  recruiter_lobby_bar_deny (RECRUITER_CALL_PAGE (widget)->lobby_bar);
}

static void
recruiter_call_page_dispose (GObject *object)
{
  RecruiterCallPage *self = RECRUITER_CALL_PAGE (object);

  recruiter_call_page_close (self);
  G_OBJECT_CLASS (recruiter_call_page_parent_class)->dispose (object);
}

static void
recruiter_call_page_class_init (RecruiterCallPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_call_page_dispose;

  signals[OVER] = g_signal_new ("over", RECRUITER_TYPE_CALL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", RECRUITER_TYPE_CALL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (RECRUITER_TYPE_LOBBY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/call-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterCallPage, header);
  gtk_widget_class_bind_template_child (widget_class, RecruiterCallPage, title);
  gtk_widget_class_bind_template_child (widget_class, RecruiterCallPage, stage);
  gtk_widget_class_bind_template_child (widget_class, RecruiterCallPage, candidate_button);
  gtk_widget_class_bind_template_child (widget_class, RecruiterCallPage, lobby_bar);
  gtk_widget_class_install_action (widget_class, "call.send-back", NULL, on_action_send_back);
  gtk_widget_class_install_action (widget_class, "call.deny", NULL, on_action_deny);
}

static void
recruiter_call_page_init (RecruiterCallPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_call_page_open:
 * @account: (transfer none): who is signed in
 * @devices: (transfer none): camera, microphone and loudspeaker
 * @last_visit: (transfer none): where it is written down that the visit goes on
 * @room_id: the room
 *
 * Goes into a room.
 */
void
recruiter_call_page_open (RecruiterCallPage *self,
                          InterviewAccount *account,
                          InterviewDevices *devices,
                          InterviewLastVisit *last_visit,
                          const char *room_id)
{
  InterviewCallControls *controls;

  g_return_if_fail (RECRUITER_IS_CALL_PAGE (self));
  g_return_if_fail (interview_account_get_session (account) != NULL);

  recruiter_call_page_close (self);
  self->watch = interview_room_watch_new (account, room_id);
  self->page = interview_call_page_new (account, self->watch, devices, last_visit);
  adw_bin_set_child (self->stage, GTK_WIDGET (self->page));
  controls = interview_call_view_get_controls (interview_call_page_get_view (self->page));
  g_object_bind_property (controls, "full-screen", self->header, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->page, "over", G_CALLBACK (on_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::room", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  recruiter_lobby_bar_open (self->lobby_bar, interview_account_get_connection (account),
                            interview_call_page_get_visit (self->page));
  interview_call_page_enter (self->page);
}

/**
 * recruiter_call_page_take_focus:
 *
 * To be called when the page is shown: no control has the focus before somebody moves it.
 */
void
recruiter_call_page_take_focus (RecruiterCallPage *self)
{
  g_return_if_fail (RECRUITER_IS_CALL_PAGE (self));

  if (self->page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/**
 * recruiter_call_page_leave:
 *
 * Goes out of the room, which stays open; `over` follows.
 */
void
recruiter_call_page_leave (RecruiterCallPage *self)
{
  g_return_if_fail (RECRUITER_IS_CALL_PAGE (self));

  if (self->page != NULL)
    interview_visit_leave (interview_call_page_get_visit (self->page));
}

/**
 * recruiter_call_page_close:
 *
 * Puts the visit away, leaving the room if that has not been done.
 */
void
recruiter_call_page_close (RecruiterCallPage *self)
{
  g_return_if_fail (RECRUITER_IS_CALL_PAGE (self));

  if (self->page == NULL)
    return;
  if (self->lobby_bar != NULL)
    recruiter_lobby_bar_close (self->lobby_bar);
  g_signal_handlers_disconnect_by_data (self->page, self);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  self->page = NULL;
  if (self->stage != NULL)
    adw_bin_set_child (self->stage, NULL);
  if (self->header != NULL)
    gtk_widget_set_visible (self->header, TRUE);
  adw_window_title_set_title (self->title, "");
  g_clear_object (&self->watch);
}

/**
 * recruiter_call_page_has_others:
 *
 * Returns: whether somebody else is in the room
 */
gboolean
recruiter_call_page_has_others (RecruiterCallPage *self)
{
  InterviewVisit *visit;

  g_return_val_if_fail (RECRUITER_IS_CALL_PAGE (self), FALSE);

  visit = self->page != NULL ? interview_call_page_get_visit (self->page) : NULL;

  return visit != NULL && interview_roster_count_present (interview_visit_get_roster (visit)) > 0;
}

/**
 * recruiter_call_page_get_watch:
 *
 * Returns: (nullable) (transfer none): the room of the visit
 */
InterviewRoomWatch *
recruiter_call_page_get_watch (RecruiterCallPage *self)
{
  g_return_val_if_fail (RECRUITER_IS_CALL_PAGE (self), NULL);

  return self->watch;
}
