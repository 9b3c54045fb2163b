/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "lobby-page.h"

#include <glib/gi18n.h>

#include "columns.h"
#include "details.h"
#include "program/time-text.h"
#include "recruiters.h"
#include "reply.h"
#include "ui/device-check.h"

/*
 * CandidateLobbyPage is where one waits before the interview: what it is about, whether camera and
 * microphone work, and the button that goes in. It lets nobody in before the room opens. Signal
 * `join`: go in now.
 */
struct _CandidateLobbyPage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  CandidateDetails *details;
  CandidateReply *reply;
  CandidateRecruiters *recruiters;
  GtkLabel *status_label;
  InterviewDeviceCheck *device_check;
  GtkWidget *join_button;

  InterviewClock *clock;
  InterviewRoomWatch *watch;
  gulong watch_id;
  guint tick_id;
};

enum
{
  SIGNAL_JOIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CandidateLobbyPage, candidate_lobby_page, ADW_TYPE_BIN)

/* Times on the page are in minutes; this is how late they may be. */
#define TICK_SECONDS 5

static gboolean
is_denied (InterviewRoom *room)
{
  return interview_room_get_entrance (room) == INTERVIEW_ROOM_ENTRANCE_DENIED;
}

static char *
describe_state (InterviewRoom *room, gint64 now)
{
  gint64 opens_at = interview_room_get_opens_at (room);
  g_autofree char *moment = NULL;
  g_autofree char *until = NULL;

  if (is_denied (room))
    /* Translators: %s is what the recruiter wrote. */
    return g_strdup_printf (_ ("A recruiter did not let you in: %s"),
                            interview_room_get_denial_reason (room));
  if (opens_at > now)
    {
      moment = interview_time_text_moment (opens_at, now);
      until = interview_time_text_until (opens_at, now);
      /* Translators: a moment such as “Today, 14:00”, then how long until then: “in 20 minutes”. */
      return g_strdup_printf (_ ("You are early. The room opens: %s (%s). You can check camera and "
                                 "microphone meanwhile."),
                              moment, until);
    }
  switch (interview_room_get_state (room))
    {
    case INTERVIEW_ROOM_STATE_WAITING:
    case INTERVIEW_ROOM_STATE_LIVE:
    case INTERVIEW_ROOM_STATE_INTERRUPTED:
      return g_strdup (_ ("You are expected: somebody is in the room already."));
    default:
      return g_strdup (_ ("The room is open. Join when camera and microphone are ready."));
    }
}

static void
update (CandidateLobbyPage *self)
{
  InterviewRoom *room = self->watch != NULL ? interview_room_watch_get_room (self->watch) : NULL;
  gint64 now = interview_clock_now (self->clock);
  g_autofree char *state = NULL;

  gtk_widget_set_sensitive (self->join_button, room != NULL && !is_denied (room) &&
                                                   interview_room_get_opens_at (room) <= now);
  if (room == NULL)
    return;
  candidate_details_show (self->details, room, now);
  candidate_reply_update (self->reply, now);
  state = describe_state (room, now);
  if (g_strcmp0 (gtk_label_get_label (self->status_label), state) != 0)
    gtk_label_set_label (self->status_label, state);
}

static gboolean
on_tick (gpointer user_data)
{
  update (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_join (CandidateLobbyPage *self)
{
  g_signal_emit (self, signals[SIGNAL_JOIN], 0);
}

static void
candidate_lobby_page_map (GtkWidget *widget)
{
  CandidateLobbyPage *self = CANDIDATE_LOBBY_PAGE (widget);

  GTK_WIDGET_CLASS (candidate_lobby_page_parent_class)->map (widget);
  update (self);
  candidate_recruiters_reload (self->recruiters);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
candidate_lobby_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CANDIDATE_LOBBY_PAGE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (candidate_lobby_page_parent_class)->unmap (widget);
}

static gboolean
candidate_lobby_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CANDIDATE_LOBBY_PAGE (widget)->join_button);
}

static void
candidate_lobby_page_dispose (GObject *object)
{
  CandidateLobbyPage *self = CANDIDATE_LOBBY_PAGE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_signal_handler (&self->watch_id, self->watch);
  g_clear_object (&self->watch);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (candidate_lobby_page_parent_class)->dispose (object);
}

static void
candidate_lobby_page_class_init (CandidateLobbyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = candidate_lobby_page_dispose;
  widget_class->map = candidate_lobby_page_map;
  widget_class->unmap = candidate_lobby_page_unmap;
  widget_class->grab_focus = candidate_lobby_page_grab_focus;
  g_type_ensure (CANDIDATE_TYPE_COLUMNS);
  g_type_ensure (CANDIDATE_TYPE_DETAILS);
  g_type_ensure (CANDIDATE_TYPE_RECRUITERS);
  g_type_ensure (CANDIDATE_TYPE_REPLY);
  g_type_ensure (INTERVIEW_TYPE_DEVICE_CHECK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/lobby-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, details);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, reply);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, recruiters);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, device_check);
  gtk_widget_class_bind_template_child (widget_class, CandidateLobbyPage, join_button);
  gtk_widget_class_bind_template_callback (widget_class, on_join);
  signals[SIGNAL_JOIN] = g_signal_new ("join", CANDIDATE_TYPE_LOBBY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
candidate_lobby_page_init (CandidateLobbyPage *self)
{
  self->clock = interview_clock_new_system ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * candidate_lobby_page_set_devices:
 * @devices: what is checked; the choices go back into it
 *
 * Ties the device check to the program's devices. To be called once.
 */
void
candidate_lobby_page_set_devices (CandidateLobbyPage *self, InterviewDevices *devices)
{
  g_return_if_fail (CANDIDATE_IS_LOBBY_PAGE (self));
  g_return_if_fail (INTERVIEW_IS_DEVICES (devices));

  interview_devices_bind_check (devices, self->device_check);
}

/**
 * candidate_lobby_page_is_early:
 *
 * Returns: whether the candidate waits for the room to open
 */
gboolean
candidate_lobby_page_is_early (CandidateLobbyPage *self)
{
  InterviewRoom *room;

  g_return_val_if_fail (CANDIDATE_IS_LOBBY_PAGE (self), FALSE);

  room = self->watch != NULL ? interview_room_watch_get_room (self->watch) : NULL;
  return room != NULL && interview_room_get_opens_at (room) > interview_clock_now (self->clock);
}

/**
 * candidate_lobby_page_set_person_name:
 * @name: who is signed in
 *
 * Greets the person.
 */
void
candidate_lobby_page_set_person_name (CandidateLobbyPage *self, const char *name)
{
  g_autofree char *title = NULL;

  g_return_if_fail (CANDIDATE_IS_LOBBY_PAGE (self));

  /* Translators: %s is the candidate's name. */
  title = g_strdup_printf (_ ("Welcome, %s"), name);
  gtk_label_set_label (self->title_label, title);
  interview_device_check_set_person_name (self->device_check, name);
}

static void
on_room (CandidateLobbyPage *self)
{
  update (self);
  candidate_recruiters_reload (self->recruiters);
}

/**
 * candidate_lobby_page_set_watch:
 * @account: (nullable): who is signed in
 * @watch: (nullable): the room
 *
 * Shows a room and follows it.
 */
void
candidate_lobby_page_set_watch (CandidateLobbyPage *self,
                                InterviewAccount *account,
                                InterviewRoomWatch *watch)
{
  g_return_if_fail (CANDIDATE_IS_LOBBY_PAGE (self));

  if (self->watch == watch)
    return;
  g_clear_signal_handler (&self->watch_id, self->watch);
  g_set_object (&self->watch, watch);
  if (watch != NULL)
    self->watch_id = g_signal_connect_swapped (watch, "notify::room", G_CALLBACK (on_room), self);
  candidate_reply_set_watch (self->reply, account, watch);
  candidate_recruiters_set_room (self->recruiters,
                                 account != NULL ? interview_account_get_connection (account)
                                                 : NULL,
                                 watch != NULL ? interview_room_watch_get_room_id (watch) : NULL);
  update (self);
}
