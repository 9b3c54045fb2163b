/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "arrival-watch.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "program/desktop-notice.h"
#include "room-words.h"
#include "window.h"

/*
 * RecruiterArrivalWatch has the desktop tell a recruiter that a candidate of theirs has arrived, or
 * has answered the invitation; a click opens the room. It says nothing of an arrival where the room
 * is on the screen already. It belongs to the application and goes on while there is no window.
 */
struct _RecruiterArrivalWatch
{
  GObject parent_instance;

  InterviewProgram *program; /* not owned: it owns the watch */
  InterviewAccount *account;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RecruiterArrivalWatch, recruiter_arrival_watch, G_TYPE_OBJECT)

static gboolean
is_on_panel (RecruiterArrivalWatch *self, InterviewRoom *room)
{
  InterviewSession *session = interview_account_get_session (self->account);
  GPtrArray *recruiters = interview_room_get_recruiters (room);
  const char *own_id =
      session != NULL ? interview_person_get_id (interview_session_get_person (session)) : NULL;

  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    {
      InterviewParticipant *one = g_ptr_array_index (recruiters, i);

      if (g_strcmp0 (interview_participant_get_person_id (one), own_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_on_screen (RecruiterArrivalWatch *self, const char *room_id)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->program));

  return RECRUITER_IS_WINDOW (window) && gtk_window_is_active (window) &&
         recruiter_window_is_in_room (RECRUITER_WINDOW (window), room_id);
}

static char *
make_id (const char *room_id)
{
  return g_strconcat ("arrival-", room_id, NULL);
}

static void
tell (RecruiterArrivalWatch *self, InterviewRoom *room)
{
  const char *name = interview_participant_get_display_name (interview_room_get_candidate (room));
  g_autofree char *id = make_id (interview_room_get_id (room));
  /* Translators: %s is the candidate. */
  g_autofree char *title = g_strdup_printf (_ ("%s has arrived"), name);
  const InterviewDesktopNotice notice = {
    .id = id,
    .title = title,
    .body = interview_room_get_position_title (room),
    .action = "open-room",
    .target = interview_room_get_id (room),
    .label = _ ("Open Room"),
  };

  interview_desktop_notice_show (G_APPLICATION (self->program), &notice);
}

/* Another answer takes the place of the one before. */
static void
tell_answer (RecruiterArrivalWatch *self, InterviewRoom *room)
{
  const char *name = interview_participant_get_display_name (interview_room_get_candidate (room));
  g_autofree char *id = g_strconcat ("answer-", interview_room_get_id (room), NULL);
  /* Translators: the candidate, and “Accepted”, “Declined” or “Proposes another time”. */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), name, recruiter_room_words_get_answer (room));
  const InterviewDesktopNotice notice = {
    .id = id,
    .title = title,
    .body = interview_room_get_position_title (room),
    .action = "open-room",
    .target = interview_room_get_id (room),
    .label = _ ("Open Room"),
  };

  interview_desktop_notice_show (G_APPLICATION (self->program), &notice);
}

static void
on_answered_room (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterArrivalWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (room == NULL)
    g_warning ("Nobody was told what a candidate answered: %s", error->message);
  else if (recruiter_room_words_get_answer (room) != NULL && is_on_panel (self, room))
    tell_answer (self, room);
}

static void
on_room (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterArrivalWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (room == NULL)
    g_warning ("Nobody was told that a candidate has arrived: %s", error->message);
  else if (interview_room_get_candidate_present (room) && is_on_panel (self, room) &&
           !is_on_screen (self, interview_room_get_id (room)))
    tell (self, room);
}

static void
on_event (RecruiterArrivalWatch *self, InterviewEvent *event)
{
  const char *room_id = interview_event_get_room_id (event);
  g_autofree char *id = NULL;

  switch (interview_event_get_kind (event))
    {
    case INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED:
      interview_room_api_get_async (interview_account_get_connection (self->account), room_id,
                                    self->cancellable, on_room, g_object_ref (self));
      break;
    case INTERVIEW_EVENT_KIND_ROOM_ANSWERED:
      interview_room_api_get_async (interview_account_get_connection (self->account), room_id,
                                    self->cancellable, on_answered_room, g_object_ref (self));
      break;
    case INTERVIEW_EVENT_KIND_ENTRANCE_CHANGED:
    case INTERVIEW_EVENT_KIND_ROOM_CANCELLED:
      id = make_id (room_id);
      interview_desktop_notice_withdraw (G_APPLICATION (self->program), id);
      break;
    default:
      break;
    }
}

static void
recruiter_arrival_watch_dispose (GObject *object)
{
  RecruiterArrivalWatch *self = RECRUITER_ARRIVAL_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_arrival_watch_parent_class)->dispose (object);
}

static void
recruiter_arrival_watch_class_init (RecruiterArrivalWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = recruiter_arrival_watch_dispose;
}

static void
recruiter_arrival_watch_init (RecruiterArrivalWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * recruiter_arrival_watch_new:
 * @program: the program, which outlives the watch
 *
 * Returns: (transfer full): a watch on what the program's account hears
 */
RecruiterArrivalWatch *
recruiter_arrival_watch_new (InterviewProgram *program)
{
  RecruiterArrivalWatch *self = g_object_new (RECRUITER_TYPE_ARRIVAL_WATCH, NULL);

  self->program = program;
  self->account = g_object_ref (interview_program_get_account (program));
  g_signal_connect_object (self->account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  return self;
}
