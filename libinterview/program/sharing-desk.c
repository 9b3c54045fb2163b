/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/sharing-desk.h"

/*
 * InterviewSharingDesk holds what is being shared of the account's shelf, so that it goes on while
 * no window shows it, and takes up what an earlier run of the program has not sent to the end. Main
 * thread; belongs to the program.
 */
struct _InterviewSharingDesk
{
  GObject parent_instance;

  InterviewAccount *account;
  GHashTable *sharings; /* path: InterviewSharing */
};

G_DEFINE_FINAL_TYPE (InterviewSharingDesk, interview_sharing_desk, G_TYPE_OBJECT)

static void
interview_sharing_desk_dispose (GObject *object)
{
  InterviewSharingDesk *self = INTERVIEW_SHARING_DESK (object);

  g_clear_pointer (&self->sharings, g_hash_table_unref);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_sharing_desk_parent_class)->dispose (object);
}

static void
interview_sharing_desk_class_init (InterviewSharingDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_sharing_desk_dispose;
}

static void
interview_sharing_desk_init (InterviewSharingDesk *self)
{
  self->sharings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* What was begun and has a share goes on; the rest waits for somebody to ask for it. */
static void
take_up (InterviewSharingDesk *self)
{
  InterviewRecordingShelf *shelf = interview_account_get_shelf (self->account);
  GListModel *recordings = interview_recording_shelf_get_recordings (shelf);

  interview_recording_shelf_load (shelf);
  for (guint i = 0; i < g_list_model_get_n_items (recordings); i++)
    {
      g_autoptr (InterviewShelvedRecording) recording = g_list_model_get_item (recordings, i);

      if (interview_shelved_recording_get_share_id (recording) != NULL)
        interview_sharing_desk_get_sharing (self, recording);
    }
}

static void
on_session (InterviewSharingDesk *self)
{
  InterviewConnection *connection = interview_account_get_connection (self->account);
  GHashTableIter iter;
  gpointer sharing;

  g_hash_table_iter_init (&iter, self->sharings);
  while (g_hash_table_iter_next (&iter, NULL, &sharing))
    interview_sharing_set_connection (sharing, connection);
  if (connection != NULL)
    take_up (self);
}

/* Somebody else may have withdrawn it. */
static void
on_event (InterviewSharingDesk *self, InterviewEvent *event)
{
  GHashTableIter iter;
  gpointer sharing;

  if (interview_event_get_kind (event) != INTERVIEW_EVENT_KIND_RECORDING_CHANGED)
    return;
  g_hash_table_iter_init (&iter, self->sharings);
  while (g_hash_table_iter_next (&iter, NULL, &sharing))
    {
      InterviewShelvedRecording *recording = interview_sharing_get_recording (sharing);

      if (g_strcmp0 (interview_shelved_recording_get_room_id (recording),
                     interview_event_get_room_id (event)) == 0)
        interview_sharing_refresh (sharing);
    }
}

/**
 * interview_sharing_desk_new:
 * @account: (transfer none): who is signed in, now or later
 *
 * Returns: (transfer full): a desk for the account's shelf
 */
InterviewSharingDesk *
interview_sharing_desk_new (InterviewAccount *account)
{
  InterviewSharingDesk *self = g_object_new (INTERVIEW_TYPE_SHARING_DESK, NULL);

  self->account = g_object_ref (account);
  g_signal_connect_object (account, "notify::session", G_CALLBACK (on_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  on_session (self);
  return self;
}

/**
 * interview_sharing_desk_get_sharing:
 * @recording: a recording of the shelf
 *
 * Returns: (transfer none): its sharing
 */
InterviewSharing *
interview_sharing_desk_get_sharing (InterviewSharingDesk *self,
                                    InterviewShelvedRecording *recording)
{
  const char *path = interview_shelved_recording_get_path (recording);
  InterviewSharing *sharing;

  g_return_val_if_fail (INTERVIEW_IS_SHARING_DESK (self), NULL);

  sharing = g_hash_table_lookup (self->sharings, path);
  if (sharing == NULL)
    {
      sharing = interview_sharing_new (recording);
      g_hash_table_insert (self->sharings, g_strdup (path), sharing);
      interview_sharing_set_connection (sharing, interview_account_get_connection (self->account));
    }
  return sharing;
}

/**
 * interview_sharing_desk_get_account:
 *
 * Returns: (transfer none): whose shelf it is
 */
InterviewAccount *
interview_sharing_desk_get_account (InterviewSharingDesk *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING_DESK (self), NULL);

  return self->account;
}
