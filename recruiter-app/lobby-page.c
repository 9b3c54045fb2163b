/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "lobby-page.h"

#include <glib/gi18n.h>

#include "program/room-watch.h"
#include "room-words.h"
#include "ui/device-check.h"

/*
 * RecruiterLobbyPage lets the recruiter see and hear themselves before they go in, and says who is
 * waiting.
 *
 * Signal `join`: they want to go in.
 */
struct _RecruiterLobbyPage
{
  AdwBin parent_instance;

  InterviewRoomWatch *watch;
  gboolean bound;

  GtkLabel *candidate;
  GtkLabel *position;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
  InterviewDeviceCheck *check;
  GtkWidget *join;
};

enum
{
  JOIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterLobbyPage, recruiter_lobby_page, ADW_TYPE_BIN)

static void
show_room (RecruiterLobbyPage *self, InterviewRoom *room)
{
  InterviewParticipant *candidate = interview_room_get_candidate (room);

  gtk_label_set_label (self->candidate, interview_participant_get_display_name (candidate));
  gtk_label_set_label (self->position, interview_room_get_position_title (room));
  gtk_label_set_label (self->state, recruiter_room_words_get_state (room, g_get_real_time ()));
  gtk_image_set_from_icon_name (self->state_icon, recruiter_room_words_get_icon_name (room));
  if (recruiter_room_words_needs_attention (room))
    gtk_widget_add_css_class (self->state_box, "attention");
  else
    gtk_widget_remove_css_class (self->state_box, "attention");
  gtk_widget_set_sensitive (self->join, !recruiter_room_words_is_over (room));
}

static void
on_room (RecruiterLobbyPage *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);

  if (room != NULL)
    show_room (self, room);
}

static void
on_join (RecruiterLobbyPage *self)
{
  g_signal_emit (self, signals[JOIN], 0);
}

static void
close_watch (RecruiterLobbyPage *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
recruiter_lobby_page_unmap (GtkWidget *widget)
{
  close_watch (RECRUITER_LOBBY_PAGE (widget));
  GTK_WIDGET_CLASS (recruiter_lobby_page_parent_class)->unmap (widget);
}

static void
recruiter_lobby_page_dispose (GObject *object)
{
  close_watch (RECRUITER_LOBBY_PAGE (object));
  G_OBJECT_CLASS (recruiter_lobby_page_parent_class)->dispose (object);
}

static void
recruiter_lobby_page_class_init (RecruiterLobbyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_lobby_page_dispose;
  widget_class->unmap = recruiter_lobby_page_unmap;

  signals[JOIN] = g_signal_new ("join", RECRUITER_TYPE_LOBBY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (INTERVIEW_TYPE_DEVICE_CHECK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/lobby-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, position);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, candidate);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, state);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, check);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyPage, join);
  gtk_widget_class_bind_template_callback (widget_class, on_join);
}

static void
recruiter_lobby_page_init (RecruiterLobbyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_lobby_page_open:
 * @account: (transfer none): who is signed in
 * @devices: (transfer none): camera, microphone and loudspeaker; the same at each call
 * @room: (transfer none): the room to go into
 */
void
recruiter_lobby_page_open (RecruiterLobbyPage *self,
                           InterviewAccount *account,
                           InterviewDevices *devices,
                           InterviewRoom *room)
{
  InterviewPerson *person;

  g_return_if_fail (RECRUITER_IS_LOBBY_PAGE (self));

  if (!self->bound)
    interview_devices_bind_check (devices, self->check);
  self->bound = TRUE;
  person = interview_session_get_person (interview_account_get_session (account));
  interview_device_check_set_person_name (self->check, interview_person_get_display_name (person));
  close_watch (self);
  self->watch = interview_room_watch_new (account, interview_room_get_id (room));
  g_signal_connect_object (self->watch, "notify::room", G_CALLBACK (on_room), self,
                           G_CONNECT_SWAPPED);
  show_room (self, room);
  gtk_widget_grab_focus (self->join);
}
