/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/recorder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/error.h"
#include "media/disk-watch.h"
#include "media/recorder-pipeline.h"

/* So much of the disk is left to the rest of the desktop. */
#define RESERVE ((guint64) 256 << 20)

/* Longer than any interview; somebody forgot it. */
#define LONGEST_SECONDS (6 * 60 * 60)

/* The end of a file takes less than a second; a disk that does not answer does not hold us up. */
#define LONGEST_FINISH_SECONDS 20

/*
 * InterviewRecorder writes what flows under any number of taps into one WebM file that plays at any
 * time, also after the process was killed; at most the last second is missing then. It knows no
 * call: a person who answers alone is recorded by the same one.
 *
 * Order of use: new, start, add and remove as people come and go, stop; it is over when `state` is
 * ENDED, and `error` tells what went wrong. A disk that runs full ends the recording and nothing
 * else; what was recorded until then is kept. Main context only.
 */
struct _InterviewRecorder
{
  GObject parent_instance;

  char *path;
  guint64 reserve;
  InterviewDiskWatch *disk;
  InterviewRecorderPipeline elements;
  GstBus *bus;
  GPtrArray *inputs;
  InterviewRecorderInput *screen;
  InterviewRecorderState state;
  GError *error;
  gint64 begin;
  gint64 duration;
  guint longest;
  guint finish;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_MINUTES_LEFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (InterviewRecorderState,
                    interview_recorder_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDER_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDER_STATE_RECORDING, "recording"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDER_STATE_FINISHING, "finishing"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDER_STATE_ENDED, "ended"))

G_DEFINE_FINAL_TYPE (InterviewRecorder, interview_recorder, G_TYPE_OBJECT)

static void
set_state (InterviewRecorder *self, InterviewRecorderState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
remove_screen (InterviewRecorder *self)
{
  if (self->screen != NULL)
    interview_recorder_input_free (g_steal_pointer (&self->screen), &self->elements);
}

static void
remove_inputs (InterviewRecorder *self)
{
  remove_screen (self);
  for (guint i = 0; i < self->inputs->len; i++)
    interview_recorder_input_free (g_ptr_array_index (self->inputs, i), &self->elements);
  g_ptr_array_set_size (self->inputs, 0);
}

static void
place_inputs (InterviewRecorder *self)
{
  guint count = self->inputs->len;

  for (guint i = 0; i < count; i++)
    if (self->screen != NULL)
      interview_recorder_input_place_beside (g_ptr_array_index (self->inputs, i), i, count);
    else
      interview_recorder_input_place (g_ptr_array_index (self->inputs, i), i, count);
}

static void
tear_down (InterviewRecorder *self)
{
  g_clear_handle_id (&self->longest, g_source_remove);
  g_clear_handle_id (&self->finish, g_source_remove);
  if (self->disk != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->disk, self);
      interview_disk_watch_close (self->disk);
    }
  g_clear_object (&self->disk);
  if (self->elements.pipeline == NULL)
    return;

  remove_inputs (self);
  gst_bus_remove_watch (self->bus);
  interview_recorder_pipeline_clear (&self->elements);
  gst_bus_set_flushing (self->bus, TRUE);
  gst_clear_object (&self->bus);
}

static void
end (InterviewRecorder *self)
{
  if (self->state == INTERVIEW_RECORDER_STATE_RECORDING)
    self->duration = g_get_monotonic_time () - self->begin;
  tear_down (self);
  set_state (self, INTERVIEW_RECORDER_STATE_ENDED);
}

static gboolean
on_finish_timeout (gpointer user_data)
{
  InterviewRecorder *self = user_data;

  g_info ("%s could not be finished in time", self->path);
  self->finish = 0;
  end (self);

  return G_SOURCE_REMOVE;
}

static void
take_error (InterviewRecorder *self, InterviewErrorCode code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (INTERVIEW_ERROR, code, message);
}

static void
take_disk_full (InterviewRecorder *self)
{
  take_error (self, INTERVIEW_ERROR_STORE_FULL,
              _ ("The recording has stopped because the disk is full. What was recorded until now "
                 "is kept, and the call goes on. Make room on the disk to record again."));
}

static void
on_free (InterviewRecorder *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES_LEFT]);
  if (self->state != INTERVIEW_RECORDER_STATE_RECORDING ||
      interview_disk_watch_get_free (self->disk) > self->reserve)
    return;

  take_disk_full (self);
  interview_recorder_stop (self);
}

static gboolean
on_longest (gpointer user_data)
{
  InterviewRecorder *self = user_data;

  self->longest = 0;
  take_error (self, INTERVIEW_ERROR_TOO_LARGE,
              _ ("The recording has stopped because it has become as long as one may be. It is "
                 "kept. Ask again to record further."));
  interview_recorder_stop (self);

  return G_SOURCE_REMOVE;
}

static void
on_error (InterviewRecorder *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  gst_message_parse_error (message, &error, &details);
  g_info ("%s: %s (%s)", GST_OBJECT_NAME (GST_MESSAGE_SRC (message)), error->message, details);
  if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT))
    take_disk_full (self);
  else
    take_error (self, INTERVIEW_ERROR_MEDIA,
                _ ("The recording has stopped because the file cannot be written any more. What "
                   "was recorded until now is kept, and the call goes on."));
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  g_autoptr (InterviewRecorder) self = g_object_ref (user_data);

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_EOS:
      end (self);
      return G_SOURCE_REMOVE;
    case GST_MESSAGE_ERROR:
      on_error (self, message);
      end (self);
      return G_SOURCE_REMOVE;
    case GST_MESSAGE_LATENCY:
      gst_bin_recalculate_latency (GST_BIN (self->elements.pipeline));
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static void
interview_recorder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewRecorder *self = INTERVIEW_RECORDER (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_MINUTES_LEFT:
      g_value_set_uint (value, interview_recorder_get_minutes_left (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_recorder_dispose (GObject *object)
{
  tear_down (INTERVIEW_RECORDER (object));

  G_OBJECT_CLASS (interview_recorder_parent_class)->dispose (object);
}

static void
interview_recorder_finalize (GObject *object)
{
  InterviewRecorder *self = INTERVIEW_RECORDER (object);

  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (interview_recorder_parent_class)->finalize (object);
}

static void
interview_recorder_class_init (InterviewRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_recorder_get_property;
  object_class->dispose = interview_recorder_dispose;
  object_class->finalize = interview_recorder_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_RECORDER_STATE,
                                              INTERVIEW_RECORDER_STATE_READY, flags);
  properties[PROP_MINUTES_LEFT] =
      g_param_spec_uint ("minutes-left", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_recorder_init (InterviewRecorder *self)
{
  self->reserve = RESERVE;
  self->inputs = g_ptr_array_new ();
}

/**
 * interview_recorder_new:
 * @path: the file to write, which ends in .webm; one that is there is overwritten
 *
 * Returns: (transfer full): a recorder that has touched nothing yet
 */
InterviewRecorder *
interview_recorder_new (const char *path)
{
  InterviewRecorder *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_RECORDER, NULL);
  self->path = g_strdup (path);

  return self;
}

/**
 * interview_recorder_set_reserve:
 * @bytes: how much of the disk is left alone
 */
void
interview_recorder_set_reserve (InterviewRecorder *self, guint64 bytes)
{
  g_return_if_fail (INTERVIEW_IS_RECORDER (self));

  self->reserve = bytes;
}

/**
 * interview_recorder_start:
 * @error: %INTERVIEW_ERROR_STORE_FULL or %INTERVIEW_ERROR_MEDIA
 *
 * Begins to record, nobody at first.
 *
 * Returns: whether it records
 */
gboolean
interview_recorder_start (InterviewRecorder *self, GError **error)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (self->state == INTERVIEW_RECORDER_STATE_READY, FALSE);

  self->disk = interview_disk_watch_new (self->path, error);
  if (self->disk == NULL)
    return FALSE;
  if (interview_recorder_get_minutes_left (self) == 0)
    {
      g_clear_object (&self->disk);
      g_unlink (self->path);
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
                           _ ("There is too little room on the disk to record. Make room, and "
                              "try again."));
      return FALSE;
    }
  g_signal_connect_swapped (self->disk, "notify::free", G_CALLBACK (on_free), self);

  interview_recorder_pipeline_build (&self->elements, self->path);
  self->bus = gst_element_get_bus (self->elements.pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
  self->begin = g_get_monotonic_time ();
  self->longest = g_timeout_add_seconds (LONGEST_SECONDS, on_longest, self);
  gst_element_set_state (self->elements.pipeline, GST_STATE_PLAYING);
  set_state (self, INTERVIEW_RECORDER_STATE_RECORDING);

  return TRUE;
}

/**
 * interview_recorder_stop:
 *
 * Records nothing from now on, and finishes the file; `state` tells when that is done.
 */
void
interview_recorder_stop (InterviewRecorder *self)
{
  g_return_if_fail (INTERVIEW_IS_RECORDER (self));

  if (self->state != INTERVIEW_RECORDER_STATE_RECORDING)
    return;

  self->duration = g_get_monotonic_time () - self->begin;
  g_clear_handle_id (&self->longest, g_source_remove);
  remove_inputs (self);
  self->finish = g_timeout_add_seconds (LONGEST_FINISH_SECONDS, on_finish_timeout, self);
  interview_recorder_pipeline_end (&self->elements);
  set_state (self, INTERVIEW_RECORDER_STATE_FINISHING);
}

static gboolean
find (InterviewRecorder *self, InterviewTap *tap, guint *index)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      InterviewRecorderInput *input = g_ptr_array_index (self->inputs, i);

      if (input->tap == tap)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * interview_recorder_add:
 * @tap: (transfer none): who is recorded from now on; ignored unless it records
 */
void
interview_recorder_add (InterviewRecorder *self, InterviewTap *tap)
{
  guint index;

  g_return_if_fail (INTERVIEW_IS_RECORDER (self));
  g_return_if_fail (INTERVIEW_IS_TAP (tap));

  if (self->state != INTERVIEW_RECORDER_STATE_RECORDING || find (self, tap, &index))
    return;

  g_ptr_array_add (self->inputs,
                   interview_recorder_input_new (&self->elements, tap, INTERVIEW_TAP_N_KINDS));
  place_inputs (self);
}

/**
 * interview_recorder_remove:
 * @tap: (transfer none): who is not recorded any more
 */
void
interview_recorder_remove (InterviewRecorder *self, InterviewTap *tap)
{
  guint index;

  g_return_if_fail (INTERVIEW_IS_RECORDER (self));

  if (!find (self, tap, &index))
    return;

  interview_recorder_input_free (g_ptr_array_steal_index (self->inputs, index), &self->elements);
  place_inputs (self);
}

/**
 * interview_recorder_set_screen:
 * @tap: (transfer none) (nullable): a screen that is shared and recorded from now on, %NULL for
 *   none; ignored unless it records
 *
 * Records a screen large, with the people small beside it.
 */
void
interview_recorder_set_screen (InterviewRecorder *self, InterviewTap *tap)
{
  g_return_if_fail (INTERVIEW_IS_RECORDER (self));
  g_return_if_fail (tap == NULL || INTERVIEW_IS_TAP (tap));

  if (self->state != INTERVIEW_RECORDER_STATE_RECORDING ||
      (self->screen != NULL ? self->screen->tap : NULL) == tap)
    return;

  remove_screen (self);
  if (tap != NULL)
    {
      self->screen = interview_recorder_input_new (&self->elements, tap, 1);
      interview_recorder_input_place_screen (self->screen);
    }
  place_inputs (self);
}

/**
 * interview_recorder_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
interview_recorder_get_path (InterviewRecorder *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), NULL);

  return self->path;
}

/**
 * interview_recorder_get_state:
 *
 * Returns: how far it is
 */
InterviewRecorderState
interview_recorder_get_state (InterviewRecorder *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), INTERVIEW_RECORDER_STATE_ENDED);

  return self->state;
}

/**
 * interview_recorder_get_error:
 *
 * Returns: (transfer none) (nullable): why it stopped by itself
 */
const GError *
interview_recorder_get_error (InterviewRecorder *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), NULL);

  return self->error;
}

/**
 * interview_recorder_get_duration:
 *
 * Returns: how long it recorded, microseconds
 */
gint64
interview_recorder_get_duration (InterviewRecorder *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), 0);

  if (self->state == INTERVIEW_RECORDER_STATE_RECORDING)
    return g_get_monotonic_time () - self->begin;
  return self->duration;
}

/**
 * interview_recorder_get_minutes_left:
 *
 * Returns: how long the disk lasts, whole minutes; 0 also before the start
 */
guint
interview_recorder_get_minutes_left (InterviewRecorder *self)
{
  guint64 room;

  g_return_val_if_fail (INTERVIEW_IS_RECORDER (self), 0);

  if (self->disk == NULL || interview_disk_watch_get_free (self->disk) <= self->reserve)
    return 0;
  room = interview_disk_watch_get_free (self->disk) - self->reserve;

  return (guint) MIN (room * 8 / INTERVIEW_RECORDER_BITRATE / 60, G_MAXUINT);
}
