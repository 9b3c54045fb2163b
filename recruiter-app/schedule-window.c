/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "schedule-window.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "core/error.h"
#include "core/time-zone.h"
#include "duration-row.h"
#include "message-bar.h"
#include "program/moment-row.h"
#include "panel-group.h"
#include "room-words.h"

/*
 * RecruiterScheduleWindow changes when an interview is and who is on its panel, and closes when
 * that is done. If somebody else has changed it meanwhile, it says how it stands now and leaves
 * what was entered as it is: saving again replaces the other's change.
 *
 * Signal `saved`(#InterviewRoom): the room as it is then.
 */
struct _RecruiterScheduleWindow
{
  AdwWindow parent_instance;

  InterviewConnection *connection;
  InterviewRoom *room;
  GCancellable *cancellable;

  RecruiterMessageBar *message;
  GtkWidget *form;
  AdwPreferencesGroup *when;
  InterviewMomentRow *moment;
  RecruiterDurationRow *duration;
  RecruiterPanelGroup *panel;
  GtkWidget *save;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void send (RecruiterScheduleWindow *self);

G_DEFINE_FINAL_TYPE (RecruiterScheduleWindow, recruiter_schedule_window, ADW_TYPE_WINDOW)

static void
on_changed (RecruiterScheduleWindow *self)
{
  gtk_widget_set_sensitive (self->save, gtk_widget_get_sensitive (self->form) &&
                                            recruiter_panel_group_count (self->panel) > 0);
}

static void
set_busy (RecruiterScheduleWindow *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  on_changed (self);
}

static void
fail (RecruiterScheduleWindow *self, const char *message)
{
  set_busy (self, FALSE);
  recruiter_message_bar_show (self->message, message);
}

/* Whether the two say the same of when it is and who interviews; what else there is to a room does
 * not matter here. */
static gboolean
has_same_schedule (InterviewRoom *one, InterviewRoom *other)
{
  GPtrArray *panel = interview_room_get_recruiters (one);
  GPtrArray *other_panel = interview_room_get_recruiters (other);

  if (interview_room_get_starts_at (one) != interview_room_get_starts_at (other) ||
      interview_room_get_duration_minutes (one) != interview_room_get_duration_minutes (other) ||
      panel->len != other_panel->len)
    return FALSE;
  for (guint i = 0; i < panel->len; i++)
    {
      if (g_strcmp0 (interview_participant_get_person_id (g_ptr_array_index (panel, i)),
                     interview_participant_get_person_id (g_ptr_array_index (other_panel, i))) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
say_how_it_stands (RecruiterScheduleWindow *self)
{
  g_autofree char *time = recruiter_room_words_get_time (self->room, g_get_real_time ());
  g_autofree char *recruiters = recruiter_room_words_get_recruiters (self->room);
  /* Translators: a time, then names. */
  g_autofree char *message =
      g_strdup_printf (_ ("Somebody else has changed this interview meanwhile. It is now: %s, with "
                          "%s. Save again to replace that."),
                       time, recruiters);

  fail (self, message);
}

static void
on_reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterScheduleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) before = g_object_ref (self->room);
  g_autoptr (InterviewRoom) room = NULL;

  room = interview_room_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (room == NULL)
    {
      fail (self, error->message);
      return;
    }
  g_set_object (&self->room, room);
  if (interview_room_get_revision (room) == interview_room_get_revision (before))
    fail (self, _ ("The interview is under way: its time cannot be changed now."));
  else if (has_same_schedule (room, before))
    send (self);
  else
    say_how_it_stands (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterScheduleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  room = interview_room_api_schedule_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (room != NULL)
    {
      g_signal_emit (self, signals[SAVED], 0, room);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    interview_room_api_get_async (self->connection, interview_room_get_id (self->room),
                                  self->cancellable, on_reloaded, g_object_ref (self));
  else
    fail (self, error->message);
}

/* The row knows whole minutes only: what was not changed stays as it is. */
static gint64
get_start (RecruiterScheduleWindow *self)
{
  gint64 before = interview_room_get_starts_at (self->room);
  gint64 start = interview_moment_row_get_time (self->moment);

  return start == before - before % G_TIME_SPAN_MINUTE ? before : start;
}

/* The zone is that of the machine on which the time was chosen. */
static void
send (RecruiterScheduleWindow *self)
{
  gint64 start = get_start (self);
  gboolean moved = start != interview_room_get_starts_at (self->room);
  g_autofree char *zone = interview_time_zone_get_local_name ();
  g_auto (GStrv) recruiter_ids = recruiter_panel_group_get_ids (self->panel);
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision",
                    interview_room_get_revision (self->room), "recruiter-ids", recruiter_ids,
                    "starts-at", start, "duration-minutes",
                    recruiter_duration_row_get_minutes (self->duration), "time-zone",
                    moved ? zone : interview_room_get_time_zone (self->room), NULL);

  interview_room_api_schedule_async (self->connection, interview_room_get_id (self->room), request,
                                     self->cancellable, on_saved, g_object_ref (self));
}

static void
on_save (RecruiterScheduleWindow *self)
{
  gint64 minutes = recruiter_duration_row_get_minutes (self->duration);

  if (get_start (self) + minutes * G_TIME_SPAN_MINUTE <= g_get_real_time ())
    {
      recruiter_message_bar_show (self->message,
                                  _ ("This time is past. Choose a later day or time."));
      return;
    }
  recruiter_message_bar_show (self->message, NULL);
  set_busy (self, TRUE);
  send (self);
}

static void
recruiter_schedule_window_dispose (GObject *object)
{
  RecruiterScheduleWindow *self = RECRUITER_SCHEDULE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  g_clear_object (&self->room);
  G_OBJECT_CLASS (recruiter_schedule_window_parent_class)->dispose (object);
}

static void
recruiter_schedule_window_finalize (GObject *object)
{
  g_clear_object (&RECRUITER_SCHEDULE_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (recruiter_schedule_window_parent_class)->finalize (object);
}

static void
recruiter_schedule_window_class_init (RecruiterScheduleWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_schedule_window_dispose;
  object_class->finalize = recruiter_schedule_window_finalize;

  signals[SAVED] = g_signal_new ("saved", RECRUITER_TYPE_SCHEDULE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_ROOM);

  g_type_ensure (RECRUITER_TYPE_DURATION_ROW);
  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (INTERVIEW_TYPE_MOMENT_ROW);
  g_type_ensure (RECRUITER_TYPE_PANEL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/schedule-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, form);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, when);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, moment);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, duration);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, RecruiterScheduleWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
recruiter_schedule_window_init (RecruiterScheduleWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_schedule_window_new:
 * @parent: the window it belongs to
 * @connection: (transfer none): a connection that is signed in
 * @room: (transfer none): the room to change
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
recruiter_schedule_window_new (GtkWindow *parent,
                               InterviewConnection *connection,
                               InterviewRoom *room)
{
  RecruiterScheduleWindow *self =
      g_object_new (RECRUITER_TYPE_SCHEDULE_WINDOW, "transient-for", parent, NULL);

  self->connection = g_object_ref (connection);
  self->room = g_object_ref (room);
  interview_moment_row_set_time (self->moment, interview_room_get_starts_at (room));
  recruiter_duration_row_set_minutes (self->duration, interview_room_get_duration_minutes (room));
  recruiter_panel_group_open (self->panel, connection, interview_room_get_recruiters (room));
  gtk_widget_set_sensitive (GTK_WIDGET (self->when),
                            interview_room_get_state (room) != INTERVIEW_ROOM_STATE_LIVE);
  on_changed (self);

  return GTK_WIDGET (self);
}
