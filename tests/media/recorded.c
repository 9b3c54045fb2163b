/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorded.h"

#include <gst/app/gstappsink.h>
#include <gst/audio/audio.h>

#include "media/time-code.h"

/* Plays a recording as any player does, as fast as it goes, and notes what is seen and heard. */

#define SAMPLES_PER_NOTE 480

static GstClockTime
get_time (GstSample *sample)
{
  return gst_segment_to_stream_time (gst_sample_get_segment (sample), GST_FORMAT_TIME,
                                     GST_BUFFER_PTS (gst_sample_get_buffer (sample)));
}

/* The part of the picture as if it were one of its own. */
static void
note_frame (Recorded *self, GstSample *sample, int x, int y, int width)
{
  RecordedFrame note = { .time = get_time (sample) };
  GstVideoInfo info;
  GstVideoFrame frame;
  guint8 *corner;

  g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
  g_assert_true (gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ));
  corner = (guint8 *) frame.data[0] + y * GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0) + x;
  note.brightness = corner[16 * GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0) + 16];
  frame.data[0] = corner;
  frame.info.width = width;
  frame.info.height -= y;
  if (interview_time_code_read (&frame, &note.code))
    {
      self->codes += note.code > self->last_code;
      if (self->first_code == 0)
        self->first_code = note.code;
      self->last_code = MAX (self->last_code, note.code);
    }
  gst_video_frame_unmap (&frame);
  g_array_append_val (self->frames, note);
}

static void
note_sound (Recorded *self, GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstMapInfo map;
  const gint16 *samples;
  gsize count;

  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
  samples = (const gint16 *) map.data;
  count = map.size / sizeof *samples;
  for (gsize at = 0; at < count; at += SAMPLES_PER_NOTE)
    {
      RecordedSound note = { .time = get_time (sample) + at * GST_SECOND / 48000 };

      for (gsize i = at; i < MIN (at + SAMPLES_PER_NOTE, count); i++)
        note.swing = MAX (note.swing, ABS (samples[i]));
      g_array_append_val (self->sounds, note);
    }
  gst_buffer_unmap (buffer, &map);
}

static void
ask (Recorded *self, GstElement *pipeline)
{
  g_autoptr (GstQuery) query = gst_query_new_seeking (GST_FORMAT_TIME);

  if (!gst_element_query_duration (pipeline, GST_FORMAT_TIME, &self->duration))
    self->duration = -1;
  if (gst_element_query (pipeline, query))
    gst_query_parse_seeking (query, NULL, &self->seekable, NULL, NULL);
}

/* Reads the recording; its pictures are looked at from @x and @y, as if they were @width wide. */
void
recorded_read (Recorded *self, const char *path, int x, int y, int width)
{
  g_autofree char *description = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) video = NULL;
  g_autoptr (GstElement) audio = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) failure = NULL;
  g_autoptr (GError) error = NULL;

  *self = (Recorded){ 0 };
  self->frames = g_array_new (FALSE, FALSE, sizeof (RecordedFrame));
  self->sounds = g_array_new (FALSE, FALSE, sizeof (RecordedSound));
  description = g_strdup_printf (
      "filesrc location=%s ! decodebin name=in "
      "in. ! queue max-size-time=0 max-size-buffers=0 max-size-bytes=0 ! videoconvert ! "
      "video/x-raw,format=I420 ! appsink name=video sync=false max-buffers=2 "
      "in. ! queue max-size-time=0 max-size-buffers=0 max-size-bytes=0 ! audioconvert ! "
      "audio/x-raw,format=S16LE,rate=48000,channels=1 ! appsink name=audio sync=false",
      path);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  video = gst_bin_get_by_name (GST_BIN (pipeline), "video");
  audio = gst_bin_get_by_name (GST_BIN (pipeline), "audio");
  gst_element_set_state (pipeline, GST_STATE_PAUSED);
  g_assert_cmpint (gst_element_get_state (pipeline, NULL, NULL, GST_CLOCK_TIME_NONE), ==,
                   GST_STATE_CHANGE_SUCCESS);
  ask (self, pipeline);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  for (;;)
    {
      g_autoptr (GstSample) sample = gst_app_sink_pull_sample (GST_APP_SINK (video));

      if (sample == NULL)
        break;
      note_frame (self, sample, x, y, width);
    }
  for (;;)
    {
      g_autoptr (GstSample) sample = gst_app_sink_pull_sample (GST_APP_SINK (audio));

      if (sample == NULL)
        break;
      note_sound (self, sample);
    }

  bus = gst_element_get_bus (pipeline);
  failure = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  if (failure != NULL)
    gst_message_parse_error (failure, &error, NULL);
  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

void
recorded_clear (Recorded *self)
{
  g_clear_pointer (&self->frames, g_array_unref);
  g_clear_pointer (&self->sounds, g_array_unref);
}
