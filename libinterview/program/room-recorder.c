/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/room-recorder.h"

#include <glib/gi18n-lib.h>

#include "client/recording-api.h"
#include "media/recording-selection.h"

/* An agreement that is taken back reaches us by the server. While it cannot be reached for longer
 * than this nothing is recorded, so that nobody is who has changed their mind. */
#define LONGEST_DEAFNESS_SECONDS 15

/*
 * InterviewRoomRecorder records a call while the server says that it may: if whoever is signed in
 * has asked for it, everybody in the room has agreed, and the server can be reached. Only those
 * who agreed are recorded, also in the moment in which somebody else comes in. Each stretch is a
 * file of its own on the account’s shelf, from which it goes when somebody takes their agreement
 * back.
 *
 * Signals: `finished` (path): a file is whole; `failed` (#GError): nothing is recorded any more,
 * and why; `minutes-left` (number): how long the disk lasts. Main thread; belongs to the recording
 * control.
 */
struct _InterviewRoomRecorder
{
  GObject parent_instance;

  InterviewRecordingWatch *watch;
  InterviewConnection *connection;
  InterviewEventChannel *channel;
  GListModel *remotes;
  InterviewScreenShare *screen;
  InterviewRoomWatch *room;
  InterviewRecordingShelf *shelf;
  InterviewRecorder *recorder;
  InterviewRecordingSelection *selection;
  guint deaf_id;
  gboolean deaf;
  gboolean closed;
};

enum
{
  SIGNAL_FINISHED,
  SIGNAL_FAILED,
  SIGNAL_MINUTES_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewRoomRecorder, interview_room_recorder, G_TYPE_OBJECT)

static gboolean
may_record (InterviewRoomRecorder *self)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  return !self->closed && !self->deaf && recording != NULL &&
         interview_recording_get_state (recording) == INTERVIEW_RECORDING_STATE_RUNNING &&
         interview_recording_watch_is_mine (self->watch);
}

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingWatch) watch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_api_stop_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (recording != NULL)
    interview_recording_watch_take (watch, recording);
  else
    g_info ("The recording was not stopped at the server: %s", error->message);
}

/* It came to an end here; nobody is to be told any longer that they are recorded. */
static void
give_up (InterviewRoomRecorder *self, const GError *error)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  if (recording != NULL)
    interview_recording_api_stop_async (self->connection, recording, NULL, on_stopped,
                                        g_object_ref (self->watch));
}

static void
on_recorder_state (InterviewRecorder *recorder, GParamSpec *pspec, InterviewRoomRecorder *self)
{
  g_autoptr (InterviewRoomRecorder) keep = g_object_ref (self);
  const GError *error = interview_recorder_get_error (recorder);

  if (interview_recorder_get_state (recorder) != INTERVIEW_RECORDER_STATE_ENDED)
    return;
  interview_recording_shelf_finish (self->shelf, interview_recorder_get_path (recorder));
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, interview_recorder_get_path (recorder));
  if (self->recorder == recorder)
    {
      interview_recording_selection_apply (self->selection, NULL);
      g_clear_object (&self->recorder);
    }
  if (error != NULL && !self->closed)
    give_up (self, error);
}

/* Until its file is whole a recorder keeps itself, also when the room was left long ago. */
static void
on_keeper_state (InterviewRecorder *recorder)
{
  if (interview_recorder_get_state (recorder) != INTERVIEW_RECORDER_STATE_ENDED)
    return;
  g_signal_handlers_disconnect_by_func (recorder, on_keeper_state, NULL);
  g_object_unref (recorder);
}

static void
on_minutes_left (InterviewRecorder *recorder, GParamSpec *pspec, InterviewRoomRecorder *self)
{
  g_signal_emit (self, signals[SIGNAL_MINUTES_LEFT], 0,
                 interview_recorder_get_minutes_left (recorder));
}

static char *
make_title (InterviewRoomRecorder *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->room);

  if (room == NULL)
    return g_strdup (_ ("Interview"));
  /* Translators: the title of a recording: candidate, position. */
  return g_strdup_printf (_ ("%s, %s"),
                          interview_participant_get_display_name (
                              interview_room_get_candidate (room)),
                          interview_room_get_position_title (room));
}

static void
start (InterviewRoomRecorder *self)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);
  g_autofree char *title = make_title (self);
  g_autofree char *path =
      interview_recording_shelf_begin (self->shelf, interview_recording_get_id (recording),
                                       interview_recording_get_room_id (recording), title);
  g_autoptr (InterviewRecorder) recorder = interview_recorder_new (path);
  g_autoptr (GError) error = NULL;

  if (!interview_recorder_start (recorder, &error))
    {
      give_up (self, error);
      return;
    }
  g_signal_connect_object (recorder, "notify::state", G_CALLBACK (on_recorder_state), self, 0);
  g_signal_connect_object (recorder, "notify::minutes-left", G_CALLBACK (on_minutes_left), self, 0);
  g_signal_connect (g_object_ref (recorder), "notify::state", G_CALLBACK (on_keeper_state), NULL);
  self->recorder = g_steal_pointer (&recorder);
}

static void
stop (InterviewRoomRecorder *self)
{
  g_autoptr (InterviewRecorder) recorder = g_steal_pointer (&self->recorder);

  interview_recording_selection_apply (self->selection, NULL);
  interview_recorder_stop (recorder);
}

static void
update (InterviewRoomRecorder *self)
{
  gboolean may = may_record (self);

  if (may && self->recorder == NULL)
    start (self);
  else if (!may && self->recorder != NULL)
    stop (self);
  if (self->recorder != NULL)
    interview_recording_selection_apply (self->selection, self->recorder);
}

static void
on_remotes (GListModel *remotes, guint position, guint removed, guint added, gpointer user_data)
{
  InterviewRoomRecorder *self = user_data;

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, position + i);

      g_signal_connect_object (remote, "notify::screen-turn", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

static gboolean
on_deaf (gpointer user_data)
{
  InterviewRoomRecorder *self = user_data;

  self->deaf_id = 0;
  self->deaf = TRUE;
  update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_online (InterviewRoomRecorder *self)
{
  return interview_event_channel_get_state (self->channel) == INTERVIEW_CHANNEL_STATE_ONLINE;
}

static void
on_channel_state (InterviewRoomRecorder *self)
{
  if (is_online (self))
    g_clear_handle_id (&self->deaf_id, g_source_remove);
  else if (!self->deaf && !self->closed && self->deaf_id == 0)
    self->deaf_id = g_timeout_add_seconds (LONGEST_DEAFNESS_SECONDS, on_deaf, self);
}

/* After a break it is recorded further only once it is known how things stand. */
static void
on_recording (InterviewRoomRecorder *self)
{
  InterviewRecording *recording = interview_recording_watch_get_recording (self->watch);

  self->deaf &= !is_online (self);
  update (self);
  if (interview_recording_get_state (recording) == INTERVIEW_RECORDING_STATE_WITHDRAWN &&
      interview_recording_watch_is_mine (self->watch))
    interview_recording_shelf_remove_all (self->shelf, interview_recording_get_id (recording));
}

static void
interview_room_recorder_dispose (GObject *object)
{
  InterviewRoomRecorder *self = INTERVIEW_ROOM_RECORDER (object);

  interview_room_recorder_close (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->connection);
  g_clear_object (&self->channel);
  g_clear_object (&self->selection);
  g_clear_object (&self->room);
  g_clear_object (&self->shelf);
  g_clear_object (&self->remotes);
  g_clear_object (&self->screen);
  G_OBJECT_CLASS (interview_room_recorder_parent_class)->dispose (object);
}

static void
interview_room_recorder_class_init (InterviewRoomRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_room_recorder_dispose;
  signals[SIGNAL_FINISHED] =
      g_signal_new ("finished", INTERVIEW_TYPE_ROOM_RECORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_ROOM_RECORDER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_MINUTES_LEFT] =
      g_signal_new ("minutes-left", INTERVIEW_TYPE_ROOM_RECORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
interview_room_recorder_init (InterviewRoomRecorder *self)
{
}

/**
 * interview_room_recorder_new:
 * @account: who is signed in
 * @watch: what the server says about recording in the room
 * @visit: the stay in the room
 * @capture: what we send in it
 *
 * Returns: (transfer full): a recorder that begins as soon as it may
 */
InterviewRoomRecorder *
interview_room_recorder_new (InterviewAccount *account,
                             InterviewRecordingWatch *watch,
                             InterviewVisit *visit,
                             InterviewCapture *capture)
{
  InterviewRoomRecorder *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_WATCH (watch), NULL);

  self = g_object_new (INTERVIEW_TYPE_ROOM_RECORDER, NULL);
  self->watch = g_object_ref (watch);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->channel = g_object_ref (interview_account_get_channel (account));
  self->remotes = g_object_ref (interview_call_get_remotes (interview_visit_get_call (visit)));
  self->room = g_object_ref (interview_visit_get_watch (visit));
  self->shelf = g_object_ref (interview_account_get_shelf (account));
  g_signal_connect_object (watch, "notify::recording", G_CALLBACK (on_recording), self,
                           G_CONNECT_SWAPPED);
  self->screen = g_object_ref (interview_call_get_screen (interview_visit_get_call (visit)));
  self->selection = interview_recording_selection_new (
      capture, self->remotes, self->screen,
      (InterviewRecordingAgreed) interview_recording_watch_has_agreed, watch);
  g_signal_connect_object (self->remotes, "items-changed", G_CALLBACK (on_remotes), self, 0);
  g_signal_connect_object (self->screen, "notify::sharing", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "notify::state", G_CALLBACK (on_channel_state), self,
                           G_CONNECT_SWAPPED);
  on_remotes (self->remotes, 0, 0, g_list_model_get_n_items (self->remotes), self);
  return self;
}

/**
 * interview_room_recorder_close:
 *
 * Records nothing any more, because the room is left. What was recorded becomes whole by itself.
 */
void
interview_room_recorder_close (InterviewRoomRecorder *self)
{
  g_return_if_fail (INTERVIEW_IS_ROOM_RECORDER (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->deaf_id, g_source_remove);
  if (self->recorder != NULL)
    stop (self);
}

/**
 * interview_room_recorder_get_recorder:
 *
 * Returns: (nullable) (transfer none): what records now
 */
InterviewRecorder *
interview_room_recorder_get_recorder (InterviewRoomRecorder *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECORDER (self), NULL);

  return self->recorder;
}
