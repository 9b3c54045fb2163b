/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/voice.h"

#include <gst/app/gstappsrc.h>
#include <gst/audio/audio.h>

#include "media/link-pipeline.h"

/* What waits for a speaker at most; older sound is thrown away, so that the voice never falls
 * behind the picture for long. */
#define LONGEST_QUEUE (200 * GST_MSECOND)

/* How much later than it came sound is played, in nanoseconds: as long as the jitter buffer waits
 * for a packet that is missing, so that such a wait is not heard. */
#define JITTER (INTERVIEW_JITTER_BUFFER * GST_MSECOND)

/* What a sound device holds, in microseconds; the default of 200 ms would put the voice behind the
 * picture. */
#define DEVICE_BUFFER 60000
#define DEVICE_PERIOD 10000

/* After a sound server went away: how long until the next attempt, in seconds. */
#define RETRY_SECONDS 2

/*
 * InterviewVoice plays the sound of one other person. It is a pipeline of its own, so that a sound
 * server that hangs or dies never touches the link; and each stays in the pace of its own device.
 * Where there is no sound card it plays into nothing.
 *
 * The peer link owns it and pushes from its streaming thread; everything else on the main context.
 */
struct _InterviewVoice
{
  GObject parent_instance;

  InterviewPlayback *playback;
  GstElement *pipeline;
  GstBus *bus;
  GstElement *source;
  GstElement *volume;
  GstElement *sink;
  guint retry;
};

G_DEFINE_FINAL_TYPE (InterviewVoice, interview_voice, G_TYPE_OBJECT)

static void
start_in_thread (GstElement *pipeline, gpointer user_data)
{
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
}

static void
open_sink (InterviewVoice *self, gboolean silent)
{
  InterviewDevice *speaker = interview_playback_get_speaker (self->playback);

  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  if (self->sink != NULL)
    gst_bin_remove (GST_BIN (self->pipeline), self->sink);

  self->sink = NULL;
  if (!silent && speaker != NULL)
    self->sink = gst_device_create_element (interview_device_get_gst_device (speaker), NULL);
  if (!silent && self->sink == NULL)
    self->sink = gst_element_factory_make ("autoaudiosink", NULL);
  if (self->sink == NULL)
    {
      self->sink = gst_element_factory_make ("fakesink", NULL);
      g_object_set (self->sink, "sync", TRUE, NULL);
    }
  gst_bin_add (GST_BIN (self->pipeline), self->sink);
  gst_element_link (self->volume, self->sink);

  /* Opening a sound server may take long, and nobody waits for it. */
  gst_element_call_async (self->pipeline, start_in_thread, NULL, NULL);
}

static void
on_deep_element_added (GstBin *bin, GstBin *parent, GstElement *element, gpointer user_data)
{
  if (GST_IS_AUDIO_BASE_SINK (element))
    g_object_set (element, "buffer-time", (gint64) DEVICE_BUFFER, "latency-time",
                  (gint64) DEVICE_PERIOD, NULL);
}

static gboolean
on_retry (gpointer user_data)
{
  InterviewVoice *self = user_data;

  self->retry = 0;
  open_sink (self, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewVoice *self = user_data;
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR && self->retry == 0)
    {
      gst_message_parse_error (message, &error, NULL);
      g_info ("speaker: %s", error->message);
      open_sink (self, TRUE);
      self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
    }
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_LATENCY)
    gst_bin_recalculate_latency (GST_BIN (self->pipeline));

  return G_SOURCE_CONTINUE;
}

static void
on_volume (InterviewVoice *self)
{
  double factor = gst_stream_volume_convert_volume (GST_STREAM_VOLUME_FORMAT_CUBIC,
                                                    GST_STREAM_VOLUME_FORMAT_LINEAR,
                                                    interview_playback_get_volume (self->playback));

  g_object_set (self->volume, "volume", factor, "mute",
                interview_playback_get_muted (self->playback), NULL);
}

static void
on_speaker (InterviewVoice *self)
{
  if (self->pipeline != NULL)
    open_sink (self, FALSE);
}

static void
interview_voice_dispose (GObject *object)
{
  InterviewVoice *self = INTERVIEW_VOICE (object);

  interview_voice_close (self);
  gst_clear_object (&self->source);
  gst_clear_object (&self->volume);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->playback);

  G_OBJECT_CLASS (interview_voice_parent_class)->dispose (object);
}

static void
interview_voice_class_init (InterviewVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_voice_dispose;
}

static void
interview_voice_init (InterviewVoice *self)
{
  GstElement *convert = gst_element_factory_make ("audioconvert", NULL);
  GstElement *resample = gst_element_factory_make ("audioresample", NULL);
  g_autoptr (GstCaps) caps = gst_caps_from_string (INTERVIEW_VOICE_CAPS);

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  self->source = gst_object_ref_sink (gst_element_factory_make ("appsrc", NULL));
  self->volume = gst_object_ref_sink (gst_element_factory_make ("volume", NULL));
  g_object_set (self->source, "is-live", TRUE, "format", GST_FORMAT_TIME, "min-latency",
                (gint64) JITTER, "max-bytes", (guint64) 0, "max-time", (guint64) LONGEST_QUEUE,
                "leaky-type", GST_APP_LEAKY_TYPE_DOWNSTREAM, "caps", caps, NULL);
  gst_bin_add_many (GST_BIN (self->pipeline), self->source, convert, resample, self->volume, NULL);
  gst_element_link_many (self->source, convert, resample, self->volume, NULL);
  g_signal_connect (self->pipeline, "deep-element-added", G_CALLBACK (on_deep_element_added), NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
}

/**
 * interview_voice_new:
 * @playback: (transfer none): how it is heard, now and when that changes
 * @base_time: of the pipeline that pushes, nanoseconds of the system clock
 *
 * Returns: (transfer full): a voice that plays what is pushed
 */
InterviewVoice *
interview_voice_new (InterviewPlayback *playback, GstClockTime base_time)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  InterviewVoice *self;

  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (playback), NULL);

  self = g_object_new (INTERVIEW_TYPE_VOICE, NULL);
  self->playback = g_object_ref (playback);
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (self->pipeline, base_time);
  g_signal_connect_object (playback, "notify::volume", G_CALLBACK (on_volume), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (playback, "notify::muted", G_CALLBACK (on_volume), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (playback, "notify::speaker", G_CALLBACK (on_speaker), self,
                           G_CONNECT_SWAPPED);
  on_volume (self);
  open_sink (self, FALSE);

  return self;
}

/**
 * interview_voice_push:
 * @sample: (transfer none): sound in the form of %INTERVIEW_VOICE_CAPS
 *
 * Plays it at its time, a little later than now. From any thread.
 */
void
interview_voice_push (InterviewVoice *self, GstSample *sample)
{
  g_autoptr (GstBuffer) buffer = NULL;

  g_return_if_fail (INTERVIEW_IS_VOICE (self));

  buffer = gst_buffer_copy (gst_sample_get_buffer (sample));
  GST_BUFFER_PTS (buffer) = gst_segment_to_running_time (gst_sample_get_segment (sample),
                                                         GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  GST_BUFFER_DTS (buffer) = GST_CLOCK_TIME_NONE;
  gst_app_src_push_buffer (GST_APP_SRC (self->source), g_steal_pointer (&buffer));
}

/**
 * interview_voice_close:
 *
 * Stops playing; what is pushed afterwards is thrown away.
 */
void
interview_voice_close (InterviewVoice *self)
{
  g_return_if_fail (INTERVIEW_IS_VOICE (self));

  g_clear_handle_id (&self->retry, g_source_remove);
  if (self->bus == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->playback, self);
  gst_bus_remove_watch (self->bus);
  gst_clear_object (&self->bus);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
}
