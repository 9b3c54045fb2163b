/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/sharing.h"

#include <glib/gi18n-lib.h>

#include "client/file-digest.h"
#include "client/recording-upload.h"
#include "client/share-api.h"
#include "core/error.h"

/*
 * InterviewSharing is the way of one recording of the shelf to whoever gets its link: the file is
 * measured, the share begun, the file sent. What has to survive the program is in the recording's
 * note; interview_sharing_refresh() takes up what an earlier run has begun. “changed” says that
 * something about it is another. Main thread; belongs to the desk.
 */
struct _InterviewSharing
{
  GObject parent_instance;

  InterviewShelvedRecording *recording;
  InterviewConnection *connection; /* (nullable) */
  InterviewRecordingShare *share;  /* (nullable) */
  InterviewRecordingUpload *upload;
  GCancellable *cancellable;
  InterviewSharingState state;
  gint64 days;
  char *message;
};

G_DEFINE_FINAL_TYPE (InterviewSharing, interview_sharing, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop_upload (InterviewSharing *self)
{
  if (self->upload == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->upload, self);
  interview_recording_upload_stop (self->upload);
  g_clear_object (&self->upload);
}

static void
stop (InterviewSharing *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  stop_upload (self);
}

static void
interview_sharing_dispose (GObject *object)
{
  InterviewSharing *self = INTERVIEW_SHARING (object);

  stop (self);
  g_clear_object (&self->recording);
  g_clear_object (&self->connection);
  g_clear_object (&self->share);
  G_OBJECT_CLASS (interview_sharing_parent_class)->dispose (object);
}

static void
interview_sharing_finalize (GObject *object)
{
  InterviewSharing *self = INTERVIEW_SHARING (object);

  g_clear_object (&self->cancellable);
  g_free (self->message);
  G_OBJECT_CLASS (interview_sharing_parent_class)->finalize (object);
}

static void
interview_sharing_class_init (InterviewSharingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_sharing_dispose;
  object_class->finalize = interview_sharing_finalize;

  /**
   * InterviewSharing::changed:
   *
   * State, progress, link or message is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_sharing_init (InterviewSharing *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
set_state (InterviewSharing *self, InterviewSharingState state, const char *message)
{
  g_autofree char *former = g_steal_pointer (&self->message);

  self->message = g_strdup (message);
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* It is shared no more; a later share begins anew. */
static void
forget (InterviewSharing *self, InterviewSharingState state, const char *message)
{
  stop_upload (self);
  g_clear_object (&self->share);
  interview_shelved_recording_set_share (self->recording, NULL, NULL);
  set_state (self, state, message);
}

static void
take_share (InterviewSharing *self, InterviewRecordingShare *share)
{
  g_set_object (&self->share, share);
  switch (interview_recording_share_get_state (share))
    {
    case INTERVIEW_RECORDING_SHARE_STATE_UPLOADING:
      set_state (self, INTERVIEW_SHARING_STATE_SENDING, NULL);
      break;
    case INTERVIEW_RECORDING_SHARE_STATE_READY:
      stop_upload (self);
      set_state (self, INTERVIEW_SHARING_STATE_READY, NULL);
      break;
    case INTERVIEW_RECORDING_SHARE_STATE_EXPIRED:
      forget (self, INTERVIEW_SHARING_STATE_IDLE, _ ("The time of the last link is over."));
      break;
    case INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN:
    default:
      forget (self, INTERVIEW_SHARING_STATE_IDLE, _ ("The last link was withdrawn."));
      break;
    }
}

static void
on_share (InterviewSharing *self)
{
  take_share (self, interview_recording_upload_get_share (self->upload));
}

/* What the server has of it is of no use to anybody. */
static void
on_failed (InterviewSharing *self, const GError *error)
{
  g_info ("A recording was not sent: %s", error->message);
  if (self->state != INTERVIEW_SHARING_STATE_SENDING)
    return;
  interview_share_api_withdraw_async (self->connection,
                                      interview_recording_upload_get_share_id (self->upload), NULL,
                                      NULL, NULL);
  forget (
      self, INTERVIEW_SHARING_STATE_FAILED,
      _ ("The recording was not sent whole: its file has changed, or is gone. Share it again."));
}

static void
send_file (InterviewSharing *self)
{
  stop_upload (self);
  self->upload =
      interview_recording_upload_new (self->connection,
                                      interview_shelved_recording_get_path (self->recording),
                                      interview_shelved_recording_get_share_id (self->recording));
  g_signal_connect_object (self->upload, "notify::share", G_CALLBACK (on_share), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->upload, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  interview_recording_upload_start (self->upload);
}

static const char *
describe (const GError *error)
{
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE))
    return _ ("The company’s space for shared recordings is used up. Withdraw links that are not "
              "needed any more, or ask HR for more space.");
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    return _ ("This recording has too many links. Withdraw one that is not needed any more.");
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN))
    return _ ("This recording may not be shared: the company does not allow it, or not everybody "
              "in it agreed to it.");
  return error->message;
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_create_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (is_cancelled (error))
    return;
  if (share == NULL)
    {
      set_state (self, INTERVIEW_SHARING_STATE_FAILED, describe (error));
      return;
    }
  interview_shelved_recording_set_share (self->recording, interview_recording_share_get_id (share),
                                         interview_recording_share_get_link (share));
  take_share (self, share);
  send_file (self);
}

static void
on_measured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharing) self = user_data;
  g_autoptr (InterviewShareRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  gint64 size = 0;
  g_autofree char *digest = interview_file_digest_finish (result, &size, &error);

  if (is_cancelled (error))
    return;
  if (digest == NULL || size == 0)
    {
      set_state (self, INTERVIEW_SHARING_STATE_FAILED,
                 _ ("The recording’s file cannot be read. It may have been moved or deleted."));
      return;
    }
  request = g_object_new (INTERVIEW_TYPE_SHARE_REQUEST, "size", size, "sha256", digest, "days",
                          self->days, NULL);
  interview_share_api_create_async (self->connection,
                                    interview_shelved_recording_get_room_id (self->recording),
                                    interview_shelved_recording_get_recording_id (self->recording),
                                    request, self->cancellable, on_created, g_object_ref (self));
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN))
    forget (self, INTERVIEW_SHARING_STATE_IDLE, NULL);
  if (share == NULL || self->upload != NULL)
    return;
  take_share (self, share);
  if (self->state == INTERVIEW_SHARING_STATE_SENDING)
    send_file (self);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_withdraw_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (is_cancelled (error))
    return;
  if (share != NULL)
    {
      take_share (self, share);
      return;
    }
  set_state (self, self->state, error->message);
  interview_sharing_refresh (self);
}

/**
 * interview_sharing_new:
 * @recording: (transfer none): a recording of the shelf
 *
 * Returns: (transfer full): its sharing, which asks nobody yet
 */
InterviewSharing *
interview_sharing_new (InterviewShelvedRecording *recording)
{
  InterviewSharing *self = g_object_new (INTERVIEW_TYPE_SHARING, NULL);

  self->recording = g_object_ref (recording);
  return self;
}

/**
 * interview_sharing_set_connection:
 * @connection: (nullable): by whose sign-in; %NULL stops what is under way
 */
void
interview_sharing_set_connection (InterviewSharing *self, InterviewConnection *connection)
{
  g_return_if_fail (INTERVIEW_IS_SHARING (self));

  if (!g_set_object (&self->connection, connection))
    return;
  stop (self);
  interview_sharing_refresh (self);
}

/**
 * interview_sharing_begin:
 * @days: for how many days the link is to work
 *
 * Begins to share it, if it is not.
 */
void
interview_sharing_begin (InterviewSharing *self, gint64 days)
{
  g_return_if_fail (INTERVIEW_IS_SHARING (self));

  if (self->connection == NULL || (self->state != INTERVIEW_SHARING_STATE_IDLE &&
                                   self->state != INTERVIEW_SHARING_STATE_FAILED))
    return;
  self->days = days;
  set_state (self, INTERVIEW_SHARING_STATE_PREPARING, NULL);
  interview_file_digest_async (interview_shelved_recording_get_path (self->recording),
                               self->cancellable, on_measured, g_object_ref (self));
}

/**
 * interview_sharing_refresh:
 *
 * Asks the server how far it is, and goes on with it.
 */
void
interview_sharing_refresh (InterviewSharing *self)
{
  const char *share_id;

  g_return_if_fail (INTERVIEW_IS_SHARING (self));

  share_id = interview_shelved_recording_get_share_id (self->recording);
  if (self->connection != NULL && share_id != NULL && self->upload == NULL)
    interview_share_api_get_async (self->connection, share_id, self->cancellable, on_got,
                                   g_object_ref (self));
}

/**
 * interview_sharing_withdraw:
 *
 * Takes the link back, also before it opened.
 */
void
interview_sharing_withdraw (InterviewSharing *self)
{
  const char *share_id;

  g_return_if_fail (INTERVIEW_IS_SHARING (self));

  share_id = interview_shelved_recording_get_share_id (self->recording);
  if (self->state == INTERVIEW_SHARING_STATE_PREPARING)
    {
      stop (self);
      set_state (self, INTERVIEW_SHARING_STATE_IDLE, NULL);
    }
  if (self->connection == NULL || share_id == NULL)
    return;
  stop_upload (self);
  interview_share_api_withdraw_async (self->connection, share_id, self->cancellable, on_withdrawn,
                                      g_object_ref (self));
}

/**
 * interview_sharing_get_recording:
 *
 * Returns: (transfer none): what is shared
 */
InterviewShelvedRecording *
interview_sharing_get_recording (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), NULL);

  return self->recording;
}

/**
 * interview_sharing_get_state:
 *
 * Returns: how far it is
 */
InterviewSharingState
interview_sharing_get_state (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), INTERVIEW_SHARING_STATE_IDLE);

  return self->state;
}

/**
 * interview_sharing_get_fraction:
 *
 * Returns: how much of the file was sent, from 0 to 1
 */
double
interview_sharing_get_fraction (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), 0);

  if (self->share == NULL)
    return 0;
  return (double) interview_recording_share_get_uploaded (self->share) /
         (double) interview_recording_share_get_size (self->share);
}

/**
 * interview_sharing_get_link:
 *
 * Returns: (transfer none) (nullable): what opens it when it is ready
 */
const char *
interview_sharing_get_link (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), NULL);

  return interview_shelved_recording_get_share_link (self->recording);
}

/**
 * interview_sharing_get_expires_at:
 *
 * Returns: until when the link works, microseconds since 1970 in UTC; 0 if it is not shared
 */
gint64
interview_sharing_get_expires_at (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), 0);

  return self->share != NULL ? interview_recording_share_get_expires_at (self->share) : 0;
}

/**
 * interview_sharing_get_message:
 *
 * Returns: (transfer none) (nullable): what there is to say to the person
 */
const char *
interview_sharing_get_message (InterviewSharing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARING (self), NULL);

  return self->message;
}
