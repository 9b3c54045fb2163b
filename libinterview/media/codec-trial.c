/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/codec-trial.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

/*
 * Has one codec of a machine encode or decode a few pictures, with libvpx at the other end, and
 * looks whether what comes out is what went in: there are drivers that say yes to everything and
 * give green pictures.
 */

/* The size of the smallest picture that a call falls back to, of which drivers know many. */
#define SOURCE                                                                                     \
  "videotestsrc pattern=smpte75 num-buffers=30 ! "                                                 \
  "capsfilter caps=video/x-raw,format=I420,width=320,height=180,framerate=30/1"

/* So many of the 30 have to come out, the last of which is looked at. */
#define PICTURES 20

#define BITRATE 500000

/* Only a driver that hangs is ended by time: all else ends with the last picture or with an error.
 * Calls are encoded by libvpx until then. */
#define LONGEST (5 * GST_SECOND)

/* Of 255: what the mean brightness of a point may be off. Coded bars are off by 1 or 2. */
#define DIFFERENCE 12

static GstElement *
add_sink (GstBin *bin, GstElement *after)
{
  GstElement *sink = gst_element_factory_make ("appsink", NULL);

  /* The pictures are looked at once all have come. */
  g_object_set (sink, "sync", FALSE, "async", FALSE, "wait-on-eos", FALSE, NULL);
  gst_bin_add (bin, sink);

  return gst_element_link (after, sink) ? sink : NULL;
}

static GstSample *
pull_last (GstElement *sink, guint count)
{
  GstSample *sample = NULL;

  for (guint i = 0; i < count; i++)
    {
      g_clear_pointer (&sample, gst_sample_unref);
      sample = gst_app_sink_try_pull_sample (GST_APP_SINK (sink), 0);
      if (sample == NULL)
        return NULL;
    }

  return sample;
}

/* Whether everything went through: no error, and no driver that hangs. */
static gboolean
comes_to_its_end (GstElement *pipeline)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message =
      gst_bus_timed_pop_filtered (bus, LONGEST, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);

  return message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS;
}

static gboolean
map (GstVideoFrame *frame, GstSample *sample)
{
  GstVideoInfo info;

  return gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) &&
         GST_VIDEO_INFO_FORMAT (&info) == GST_VIDEO_FORMAT_I420 &&
         gst_video_frame_map (frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ);
}

/* The mean difference of each of the three planes. */
static gboolean
are_alike (const GstVideoFrame *one, const GstVideoFrame *other)
{
  if (GST_VIDEO_FRAME_WIDTH (one) != GST_VIDEO_FRAME_WIDTH (other) ||
      GST_VIDEO_FRAME_HEIGHT (one) != GST_VIDEO_FRAME_HEIGHT (other))
    return FALSE;

  for (guint plane = 0; plane < 3; plane++)
    {
      const int width = GST_VIDEO_FRAME_COMP_WIDTH (one, plane);
      const int height = GST_VIDEO_FRAME_COMP_HEIGHT (one, plane);
      guint64 sum = 0;

      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const guint8 *a = GST_VIDEO_FRAME_PLANE_DATA (one, plane);
            const guint8 *b = GST_VIDEO_FRAME_PLANE_DATA (other, plane);

            sum += (guint64) ABS (a[y * GST_VIDEO_FRAME_PLANE_STRIDE (one, plane) + x] -
                                  b[y * GST_VIDEO_FRAME_PLANE_STRIDE (other, plane) + x]);
          }
      if (sum > (guint64) width * height * DIFFERENCE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
show_the_same (GstSample *one, GstSample *other)
{
  GstVideoFrame a, b;
  gboolean same = FALSE;

  if (one == NULL || other == NULL || !map (&a, one))
    return FALSE;
  if (map (&b, other))
    {
      same = are_alike (&a, &b);
      gst_video_frame_unmap (&b);
    }
  gst_video_frame_unmap (&a);

  return same;
}

static gboolean
run (GstElement *pipeline, GstElement *source, GstElement *encoder, GstElement *decoder)
{
  GstElement *tee = gst_element_factory_make ("tee", NULL);
  GstElement *queue = gst_element_factory_make ("queue", NULL);
  g_autoptr (GstSample) in = NULL;
  g_autoptr (GstSample) out = NULL;
  GstElement *before, *after;

  gst_bin_add_many (GST_BIN (pipeline), source, tee, queue, encoder, decoder, NULL);
  before = add_sink (GST_BIN (pipeline), tee);
  if (before == NULL || !gst_element_link_many (source, tee, queue, encoder, decoder, NULL))
    return FALSE;
  after = add_sink (GST_BIN (pipeline), decoder);
  if (after == NULL ||
      gst_element_set_state (pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE ||
      !comes_to_its_end (pipeline))
    return FALSE;
  in = pull_last (before, 1);
  out = pull_last (after, PICTURES);

  return show_the_same (in, out);
}

/**
 * interview_codec_trial_run:
 * @role: which of the two is tried
 * @candidate: what is tried
 *
 * Takes some seconds at most, unless the driver never returns: to be called on a thread that nobody
 * waits for.
 *
 * Returns: whether it works
 */
gboolean
interview_codec_trial_run (InterviewCodecRole role, const InterviewCodecCandidate *candidate)
{
  const InterviewCodecCandidate *codecs[INTERVIEW_CODEC_N_ROLES];
  GstElement *elements[INTERVIEW_CODEC_N_ROLES];
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *source = gst_parse_bin_from_description (SOURCE, TRUE, NULL);
  gboolean works = FALSE;

  for (guint i = 0; i < INTERVIEW_CODEC_N_ROLES; i++)
    {
      codecs[i] = i == role ? candidate : interview_codec_candidate_get_software (i);
      elements[i] = interview_codec_candidate_create (codecs[i]);
      if (elements[i] != NULL)
        interview_codec_candidate_set_bitrate (codecs[i], elements[i], BITRATE);
    }
  if (elements[0] != NULL && elements[1] != NULL)
    works = run (pipeline, source, elements[0], elements[1]);
  else
    {
      gst_object_unref (gst_object_ref_sink (source));
      for (guint i = 0; i < INTERVIEW_CODEC_N_ROLES; i++)
        if (elements[i] != NULL)
          gst_object_unref (gst_object_ref_sink (elements[i]));
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  g_info ("%s %s", candidate->factory, works ? "works" : "does not work");

  return works;
}
