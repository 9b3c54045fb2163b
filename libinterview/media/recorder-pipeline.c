/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/recorder-pipeline.h"

#include "media/chain.h"

/* The recorded picture. Of fixed size, because a file cannot change it on the way. */
#define WIDTH 1280
#define HEIGHT 720
#define RATE 25

/* How long what comes late is waited for: the jitter buffer of a call (200 ms), decoding, and a
 * busy machine. Until then a picture is held back, and after that made without it. */
#define PATIENCE (400 * GST_MSECOND)

/* A camera that sends nothing for so long is off, and its last picture is not shown on. */
#define LONGEST_STILL (2 * GST_SECOND)

/* More than this waits nowhere; the machine is too slow, and pictures are left out. */
#define LONGEST_QUEUE GST_SECOND

/*
 * taps -> composed picture (VP8) and mixed sound (Opus) -> WebM -> file.
 *
 * Everybody stands in one picture and is heard in one track, rather than in tracks of their own:
 * every player shows the first video track alone, and whoever looks at an interview again wants to
 * see question and answer together. Pictures and sounds are put together by the time at which they
 * were taken, so they stay as they were in the call.
 *
 * Matroska is written so that a file which was cut off anywhere still plays: blocks in short
 * clusters, each written at once. Its duration and index are filled in at the end. Two drivers, a
 * black picture and silence, keep the time also while nobody sends anything.
 */

static GstElement *
add_queue (GstBin *bin, GstElement *after, const char *leaky)
{
  GstElement *element = interview_chain_add (bin, after, "queue");

  g_object_set (element, "max-size-buffers", 0, "max-size-bytes", 0, "max-size-time",
                (guint64) LONGEST_QUEUE, NULL);
  gst_util_set_object_arg (G_OBJECT (element), "leaky", leaky);

  return element;
}

static GstElement *
add_picture (InterviewRecorderPipeline *self)
{
  GstBin *bin = GST_BIN (self->pipeline);
  GstCaps *small =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT, 16,
                           "height", G_TYPE_INT, 16, "framerate", GST_TYPE_FRACTION, RATE, 1, NULL);
  GstCaps *whole =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT,
                           WIDTH, "height", G_TYPE_INT, HEIGHT, "framerate", GST_TYPE_FRACTION,
                           RATE, 1, "pixel-aspect-ratio", GST_TYPE_FRACTION, 1, 1, NULL);
  GstElement *driver, *queue, *encoder;

  self->picture_driver = interview_chain_add (bin, NULL, "videotestsrc");
  driver = interview_chain_add_caps (bin, self->picture_driver, small);
  self->compositor = interview_chain_add (bin, driver, "compositor");
  queue = add_queue (bin, interview_chain_add_caps (bin, self->compositor, whole), "downstream");
  encoder = interview_chain_add (bin, queue, "vp8enc");

  gst_util_set_object_arg (G_OBJECT (self->picture_driver), "pattern", "black");
  g_object_set (self->picture_driver, "is-live", TRUE, NULL);
  gst_util_set_object_arg (G_OBJECT (self->compositor), "background", "black");
  g_object_set (self->compositor, "latency", (guint64) PATIENCE, NULL);
  /* As in a call, but with an even quality; a key frame every two seconds lets a player jump. */
  g_object_set (encoder, "deadline", (gint64) 1, "cpu-used", -8, "threads", 1, "target-bitrate",
                INTERVIEW_RECORDER_BITRATE - 64000, "lag-in-frames", 0, "keyframe-max-dist",
                2 * RATE, "static-threshold", 1, "min-quantizer", 4, "max-quantizer", 50, NULL);
  gst_util_set_object_arg (G_OBJECT (encoder), "end-usage", "vbr");

  return add_queue (bin, encoder, "no");
}

static GstElement *
add_sound (InterviewRecorderPipeline *self)
{
  GstBin *bin = GST_BIN (self->pipeline);
  GstElement *driver, *queue, *encoder;

  self->sound_driver = interview_chain_add (bin, NULL, "audiotestsrc");
  driver = interview_chain_add_caps_string (bin, self->sound_driver, INTERVIEW_CHAIN_SOUND);
  self->mixer = interview_chain_add (bin, driver, "audiomixer");
  queue = add_queue (bin, interview_chain_add_caps_string (bin, self->mixer, INTERVIEW_CHAIN_SOUND),
                     "downstream");
  encoder = interview_chain_add (bin, queue, "opusenc");

  gst_util_set_object_arg (G_OBJECT (self->sound_driver), "wave", "silence");
  g_object_set (self->sound_driver, "is-live", TRUE, "samplesperbuffer", 960, NULL);
  g_object_set (self->mixer, "latency", (guint64) PATIENCE, "output-buffer-duration",
                (guint64) 20 * GST_MSECOND, NULL);
  g_object_set (encoder, "bitrate", 64000, NULL);

  return add_queue (bin, encoder, "no");
}

/**
 * interview_recorder_pipeline_build:
 * @path: the file to write
 *
 * Builds a pipeline on the system clock that does not run yet and records nobody.
 */
void
interview_recorder_pipeline_build (InterviewRecorderPipeline *self, const char *path)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  GstElement *picture, *sound, *mux, *sink;
  GstBin *bin;

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (self->pipeline, gst_clock_get_time (clock));

  bin = GST_BIN (self->pipeline);
  picture = add_picture (self);
  sound = add_sound (self);
  mux = interview_chain_add (bin, picture, "webmmux");
  gst_element_link (sound, mux);
  sink = interview_chain_add (bin, mux, "filesink");
  g_object_set (mux, "writing-app", "Interview", NULL);
  /* Not in the buffers of this process: what is written has to outlive it. */
  gst_util_set_object_arg (G_OBJECT (sink), "buffer-mode", "unbuffered");
  g_object_set (sink, "location", path, "async", FALSE, "enable-last-sample", FALSE, NULL);
}

/**
 * interview_recorder_pipeline_end:
 *
 * Lets it come to its end: the bus tells EOS when the file is whole. Nobody may be in it any more.
 */
void
interview_recorder_pipeline_end (InterviewRecorderPipeline *self)
{
  gst_element_send_event (self->picture_driver, gst_event_new_eos ());
  gst_element_send_event (self->sound_driver, gst_event_new_eos ());
}

/**
 * interview_recorder_pipeline_clear:
 *
 * Stops everything and lets go of it; does nothing if that was done.
 */
void
interview_recorder_pipeline_clear (InterviewRecorderPipeline *self)
{
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
}

/**
 * interview_recorder_input_new:
 * @pipeline: that records
 * @tap: (transfer none): whom
 * @n_kinds: how many kinds of what flows are recorded: all of #InterviewTapKind, or the picture
 *   alone
 *
 * Adds somebody, also while it runs.
 *
 * Returns: (transfer full): them, for interview_recorder_input_free(); without a place yet
 */
InterviewRecorderInput *
interview_recorder_input_new (InterviewRecorderPipeline *pipeline, InterviewTap *tap, guint n_kinds)
{
  InterviewRecorderInput *self = g_new0 (InterviewRecorderInput, 1);
  GstElement *const targets[] = { pipeline->compositor, pipeline->mixer };

  self->tap = g_object_ref (tap);
  self->n_kinds = MIN (n_kinds, INTERVIEW_TAP_N_KINDS);
  for (guint kind = 0; kind < n_kinds; kind++)
    {
      g_autoptr (GstPad) pad = NULL;

      self->sources[kind] =
          gst_object_ref (interview_chain_add_source (GST_BIN (pipeline->pipeline), LONGEST_QUEUE));
      self->pads[kind] = gst_element_request_pad_simple (targets[kind], "sink_%u");
      pad = gst_element_get_static_pad (self->sources[kind], "src");
      gst_pad_link (pad, self->pads[kind]);
    }
  gst_util_set_object_arg (G_OBJECT (self->pads[INTERVIEW_TAP_PICTURE]), "sizing-policy",
                           "keep-aspect-ratio");
  g_object_set (self->pads[INTERVIEW_TAP_PICTURE], "max-last-buffer-repeat",
                (guint64) LONGEST_STILL, NULL);
  for (guint kind = 0; kind < n_kinds; kind++)
    {
      gst_element_sync_state_with_parent (self->sources[kind]);
      interview_tap_add (tap, kind, GST_APP_SRC (self->sources[kind]));
    }

  return self;
}

static void
place (InterviewRecorderInput *self, InterviewRecordingTile tile)
{
  g_object_set (self->pads[INTERVIEW_TAP_PICTURE], "xpos", tile.x, "ypos", tile.y, "width",
                tile.width, "height", tile.height, NULL);
}

/**
 * interview_recorder_input_place:
 * @index: whose turn it is in the picture
 * @count: how many are in it
 *
 * Gives them their place, now and when others came or left.
 */
void
interview_recorder_input_place (InterviewRecorderInput *self, guint index, guint count)
{
  place (self, interview_recording_layout_place (index, count, WIDTH, HEIGHT));
}

/**
 * interview_recorder_input_place_beside:
 * @index: whose turn it is beside the screen
 * @count: how many are there
 *
 * Gives them their place while a screen is shared.
 */
void
interview_recorder_input_place_beside (InterviewRecorderInput *self, guint index, guint count)
{
  place (self, interview_recording_layout_place_beside (index, count, WIDTH, HEIGHT));
}

/**
 * interview_recorder_input_place_screen:
 *
 * Gives a screen its place.
 */
void
interview_recorder_input_place_screen (InterviewRecorderInput *self)
{
  place (self, interview_recording_layout_place_screen (WIDTH, HEIGHT));
}

/**
 * interview_recorder_input_free:
 * @self: (transfer full): whom it recorded
 * @pipeline: that records
 *
 * Takes them out: nothing of them is recorded from now on.
 */
void
interview_recorder_input_free (InterviewRecorderInput *self, InterviewRecorderPipeline *pipeline)
{
  GstElement *const targets[] = { pipeline->compositor, pipeline->mixer };

  for (guint kind = 0; kind < self->n_kinds; kind++)
    {
      interview_tap_remove (self->tap, kind, GST_APP_SRC (self->sources[kind]));
      gst_element_set_locked_state (self->sources[kind], TRUE);
      gst_element_set_state (self->sources[kind], GST_STATE_NULL);
      gst_element_release_request_pad (targets[kind], self->pads[kind]);
      gst_bin_remove (GST_BIN (pipeline->pipeline), self->sources[kind]);
      gst_clear_object (&self->pads[kind]);
      gst_clear_object (&self->sources[kind]);
    }
  g_clear_object (&self->tap);
  g_free (self);
}
