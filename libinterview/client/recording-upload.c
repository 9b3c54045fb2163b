/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/recording-upload.h"

#include "client/backoff.h"
#include "client/share-api.h"
#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/source.h"

/*
 * InterviewRecordingUpload sends the file of a share, part by part, to where the server says that
 * the next one belongs. Whatever breaks on the way (the network, the server, this program), it goes
 * on from there: it holds nothing that has to be remembered but the share's identifier. While the
 * server is away it tries again without end, until it is stopped.
 *
 * interview_recording_upload_start() begins; “notify::share” says how far it is, “done” that the
 * link opens, “failed” that it never will. Belongs to who made it; on that main context.
 */
struct _InterviewRecordingUpload
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *path;
  char *share_id;
  InterviewRecordingShare *share;
  GFileInputStream *stream;
  GCancellable *cancellable;
  GSource *timer;
  guint attempt;
};

G_DEFINE_FINAL_TYPE (InterviewRecordingUpload, interview_recording_upload, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SHARE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  DONE,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ask (InterviewRecordingUpload *self);
static void go_on (InterviewRecordingUpload *self);

static void
interview_recording_upload_dispose (GObject *object)
{
  InterviewRecordingUpload *self = INTERVIEW_RECORDING_UPLOAD (object);

  interview_recording_upload_stop (self);
  g_clear_object (&self->connection);
  g_clear_object (&self->share);
  g_clear_object (&self->stream);
  G_OBJECT_CLASS (interview_recording_upload_parent_class)->dispose (object);
}

static void
interview_recording_upload_finalize (GObject *object)
{
  InterviewRecordingUpload *self = INTERVIEW_RECORDING_UPLOAD (object);

  g_free (self->path);
  g_free (self->share_id);
  G_OBJECT_CLASS (interview_recording_upload_parent_class)->finalize (object);
}

static void
interview_recording_upload_get_property (GObject *object,
                                         guint property_id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  InterviewRecordingUpload *self = INTERVIEW_RECORDING_UPLOAD (object);

  if (property_id == PROP_SHARE)
    g_value_set_object (value, self->share);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
interview_recording_upload_class_init (InterviewRecordingUploadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_recording_upload_dispose;
  object_class->finalize = interview_recording_upload_finalize;
  object_class->get_property = interview_recording_upload_get_property;

  /**
   * InterviewRecordingUpload:share: (nullable)
   *
   * The share as the server last said, %NULL before it has.
   */
  properties[PROP_SHARE] =
      g_param_spec_object ("share", NULL, NULL, INTERVIEW_TYPE_RECORDING_SHARE,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * InterviewRecordingUpload::done:
   *
   * The link opens.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  /**
   * InterviewRecordingUpload::failed:
   * @error: why, with a message for people
   *
   * It will not be done, however often it is tried.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_recording_upload_init (InterviewRecordingUpload *self)
{
}

/* An answer may still come when it was stopped: then it says nothing. */
static void
set_share (InterviewRecordingUpload *self, InterviewRecordingShare *share)
{
  if (self->cancellable == NULL)
    return;
  self->attempt = 0;
  if (g_set_object (&self->share, share))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
  if (self->cancellable != NULL)
    go_on (self);
}

static gboolean
on_timer (gpointer user_data)
{
  InterviewRecordingUpload *self = user_data;

  g_clear_pointer (&self->timer, g_source_unref);
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_later (InterviewRecordingUpload *self)
{
  guint delay = interview_backoff_delay (++self->attempt, INTERVIEW_BACKOFF_FIRST,
                                         INTERVIEW_BACKOFF_LONGEST, g_random_double ());

  self->timer = g_timeout_source_new (delay);
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
fail (InterviewRecordingUpload *self, const GError *error)
{
  g_autoptr (InterviewRecordingUpload) kept = g_object_ref (self);

  if (self->cancellable == NULL)
    return;
  interview_recording_upload_stop (self);
  g_signal_emit (kept, signals[FAILED], 0, error);
}

/* What passes is waited for; a place that the server does not expect is asked for again. */
static void
handle_error (InterviewRecordingUpload *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER))
    ask_later (self);
  else
    fail (self, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingUpload) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_write_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (share == NULL)
    handle_error (self, error);
  else
    set_share (self, share);
}

static void
on_part_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingUpload) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) part =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (part != NULL && g_bytes_get_size (part) == 0)
    {
      g_set_error_literal (&error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                           "the file is shorter than it was");
      fail (self, error);
    }
  else if (part != NULL && self->cancellable != NULL)
    interview_share_api_write_async (self->connection, self->share, part, self->cancellable,
                                     on_written, g_object_ref (self));
  else if (part == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error);
}

static void
read_part (InterviewRecordingUpload *self)
{
  gint64 offset = interview_recording_share_get_uploaded (self->share);
  gint64 left = interview_recording_share_get_size (self->share) - offset;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  /* Opening and seeking in a file of one's own does not wait for anybody. */
  if (self->stream == NULL)
    self->stream = g_file_read (file, NULL, &error);
  if (self->stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (self->stream), offset, G_SEEK_SET, NULL, &error))
    {
      fail (self, error);
      return;
    }
  g_input_stream_read_bytes_async (G_INPUT_STREAM (self->stream),
                                   (gsize) MIN (left, INTERVIEW_LIMIT_PART), G_PRIORITY_LOW,
                                   self->cancellable, on_part_read, g_object_ref (self));
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingUpload) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_finish_upload_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (share != NULL)
    set_share (self, share);
  else if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    /* An answer that was lost: it is done, and asking again says so. */
    ask (self);
  else
    handle_error (self, error);
}

static void
go_on (InterviewRecordingUpload *self)
{
  g_autoptr (InterviewRecordingUpload) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  switch (interview_recording_share_get_state (self->share))
    {
    case INTERVIEW_RECORDING_SHARE_STATE_READY:
      interview_recording_upload_stop (self);
      g_signal_emit (self, signals[DONE], 0);
      break;
    case INTERVIEW_RECORDING_SHARE_STATE_UPLOADING:
      if (interview_recording_share_get_uploaded (self->share) <
          interview_recording_share_get_size (self->share))
        read_part (self);
      else
        interview_share_api_finish_upload_async (self->connection, self->share_id,
                                                 self->cancellable, on_finished,
                                                 g_object_ref (self));
      break;
    case INTERVIEW_RECORDING_SHARE_STATE_EXPIRED:
    case INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN:
    default:
      g_set_error_literal (&error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                           "the link was withdrawn, or its time is over");
      fail (self, error);
      break;
    }
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingUpload) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (share == NULL)
    handle_error (self, error);
  else
    set_share (self, share);
}

static void
ask (InterviewRecordingUpload *self)
{
  interview_share_api_get_async (self->connection, self->share_id, self->cancellable, on_got,
                                 g_object_ref (self));
}

/**
 * interview_recording_upload_new:
 * @connection: (transfer none): by whose sign-in
 * @path: the file
 * @share_id: its share
 *
 * Returns: (transfer full): an upload that has not begun
 */
InterviewRecordingUpload *
interview_recording_upload_new (InterviewConnection *connection,
                                const char *path,
                                const char *share_id)
{
  InterviewRecordingUpload *self = g_object_new (INTERVIEW_TYPE_RECORDING_UPLOAD, NULL);

  self->connection = g_object_ref (connection);
  self->path = g_strdup (path);
  self->share_id = g_strdup (share_id);
  return self;
}

/**
 * interview_recording_upload_start:
 *
 * Begins, or goes on where it was.
 */
void
interview_recording_upload_start (InterviewRecordingUpload *self)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_UPLOAD (self));

  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ask (self);
}

/**
 * interview_recording_upload_stop:
 *
 * Sends nothing more, and says nothing more.
 */
void
interview_recording_upload_stop (InterviewRecordingUpload *self)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_UPLOAD (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  interview_source_clear (&self->timer);
}

/**
 * interview_recording_upload_get_share_id:
 *
 * Returns: (transfer none): its share
 */
const char *
interview_recording_upload_get_share_id (InterviewRecordingUpload *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_UPLOAD (self), NULL);

  return self->share_id;
}

/**
 * interview_recording_upload_get_share:
 *
 * Returns: (transfer none) (nullable): the share as the server last said
 */
InterviewRecordingShare *
interview_recording_upload_get_share (InterviewRecordingUpload *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_UPLOAD (self), NULL);

  return self->share;
}
