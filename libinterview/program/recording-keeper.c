/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/recording-keeper.h"

#include "client/recording-api.h"
#include "core/id.h"

/*
 * InterviewRecordingKeeper sees to it that a recording is deleted from this computer when somebody
 * takes their agreement back, also long after the interview: it asks the server about the rooms of
 * which something lies on the shelf, when the sign-in is taken up, when the server is back, and
 * when it says that a recording has changed. Main thread; belongs to the program.
 */
struct _InterviewRecordingKeeper
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewEventChannel *channel;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (InterviewRecordingKeeper, interview_recording_keeper, G_TYPE_OBJECT)

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_recording_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  GPtrArray *recordings;

  if (page == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  recordings = interview_page_get_items (page);
  for (guint i = 0; i < recordings->len; i++)
    {
      InterviewRecording *recording = g_ptr_array_index (recordings, i);

      if (interview_recording_get_state (recording) == INTERVIEW_RECORDING_STATE_WITHDRAWN)
        interview_recording_shelf_remove_all (interview_account_get_shelf (self->account),
                                              interview_recording_get_id (recording));
    }
}

static void
ask (InterviewRecordingKeeper *self, const char *room_id)
{
  InterviewConnection *connection = interview_account_get_connection (self->account);

  if (connection != NULL)
    interview_recording_api_list_async (connection, room_id, self->cancellable, on_listed,
                                        g_object_ref (self));
}

/* Only rooms of which something is here; all of them, or one. */
static void
look (InterviewRecordingKeeper *self, const char *room_id)
{
  InterviewRecordingShelf *shelf = interview_account_get_shelf (self->account);
  GListModel *recordings = interview_recording_shelf_get_recordings (shelf);
  g_autoptr (GHashTable) rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer room;

  interview_recording_shelf_load (shelf);
  for (guint i = 0; i < g_list_model_get_n_items (recordings); i++)
    {
      g_autoptr (InterviewShelvedRecording) recording = g_list_model_get_item (recordings, i);
      const char *its_room = interview_shelved_recording_get_room_id (recording);

      if (interview_id_is_valid (its_room) && (room_id == NULL || g_str_equal (room_id, its_room)))
        g_hash_table_add (rooms, g_strdup (its_room));
    }
  g_hash_table_iter_init (&iter, rooms);
  while (g_hash_table_iter_next (&iter, &room, NULL))
    ask (self, room);
}

static void
on_event (InterviewRecordingKeeper *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_RECORDING_CHANGED)
    look (self, interview_event_get_room_id (event));
}

static void
on_channel_state (InterviewRecordingKeeper *self)
{
  if (interview_event_channel_get_state (self->channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    look (self, NULL);
}

static void
on_session (InterviewRecordingKeeper *self)
{
  InterviewEventChannel *channel = interview_account_get_channel (self->account);

  if (self->channel == channel)
    return;
  if (self->channel != NULL)
    g_signal_handlers_disconnect_by_data (self->channel, self);
  g_set_object (&self->channel, channel);
  if (channel == NULL)
    return;
  g_signal_connect_object (channel, "notify::state", G_CALLBACK (on_channel_state), self,
                           G_CONNECT_SWAPPED);
  on_channel_state (self);
}

static void
interview_recording_keeper_dispose (GObject *object)
{
  InterviewRecordingKeeper *self = INTERVIEW_RECORDING_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  if (self->channel != NULL)
    g_signal_handlers_disconnect_by_data (self->channel, self);
  g_clear_object (&self->channel);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_recording_keeper_parent_class)->dispose (object);
}

static void
interview_recording_keeper_finalize (GObject *object)
{
  g_clear_object (&INTERVIEW_RECORDING_KEEPER (object)->cancellable);
  G_OBJECT_CLASS (interview_recording_keeper_parent_class)->finalize (object);
}

static void
interview_recording_keeper_class_init (InterviewRecordingKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_recording_keeper_dispose;
  object_class->finalize = interview_recording_keeper_finalize;
}

static void
interview_recording_keeper_init (InterviewRecordingKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * interview_recording_keeper_new:
 * @account: who is signed in, now or later
 *
 * Returns: (transfer full): a keeper of the account's shelf
 */
InterviewRecordingKeeper *
interview_recording_keeper_new (InterviewAccount *account)
{
  InterviewRecordingKeeper *self = g_object_new (INTERVIEW_TYPE_RECORDING_KEEPER, NULL);

  self->account = g_object_ref (account);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  on_session (self);
  return self;
}
