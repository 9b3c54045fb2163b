/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/frame-sink.h"

#include <gst/app/gstappsink.h>

#include "media/chain.h"

/* The size shown is rounded up to multiples of this, so that dragging a window’s edge does not
 * renegotiate for every pixel. */
#define SIZE_STEP 80

/* Below this a picture shows nothing, and a window that is being opened may say 1x1. */
#define SIZE_LEAST 80

/*
 * InterviewFrameSink is the end of a video pipeline: it scales to the size in which the picture is
 * shown, converts to RGB (what GTK’s cairo renderer paints fastest) and puts each frame into a
 * slot. Scaling comes first because it is cheaper on the three planes of I420 than on RGB, and
 * both run in the streaming thread. Where a graphics card does that, I420 is let through as it is.
 *
 * Its pipeline owns it; it is made and freed on the main context.
 */
struct _InterviewFrameSink
{
  GstBin parent_instance;

  InterviewFrameSlot *slot;
  GstElement *limit;
  GstElement *sink;
};

G_DEFINE_FINAL_TYPE (InterviewFrameSink, interview_frame_sink, GST_TYPE_BIN)

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  InterviewFrameSlot *slot = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);

  if (sample != NULL)
    interview_frame_slot_put (slot, sample);

  return GST_FLOW_OK;
}

/* The first picture of one that is paused. */
static GstFlowReturn
on_new_preroll (GstAppSink *sink, gpointer user_data)
{
  InterviewFrameSlot *slot = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_preroll (sink);

  if (sample != NULL)
    interview_frame_slot_put (slot, sample);

  return GST_FLOW_OK;
}

static int
round_up (int size)
{
  return MAX ((size + SIZE_STEP - 1) / SIZE_STEP * SIZE_STEP, SIZE_LEAST);
}

static void
set_caps (InterviewFrameSink *self)
{
  g_autoptr (GstCaps) caps = NULL;
  int width = interview_frame_slot_get_display_width (self->slot);
  int height = interview_frame_slot_get_display_height (self->slot);

  if (interview_frame_slot_get_planar (self->slot))
    {
      caps = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "I420", NULL);
      g_object_set (self->limit, "caps", caps, NULL);
      return;
    }
  caps = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "RGB", "pixel-aspect-ratio",
                              GST_TYPE_FRACTION, 1, 1, NULL);
  if (width > 0 && height > 0)
    gst_caps_set_simple (caps, "width", GST_TYPE_INT_RANGE, 16, round_up (width), "height",
                         GST_TYPE_INT_RANGE, 16, round_up (height), NULL);
  g_object_set (self->limit, "caps", caps, NULL);
}

static void
interview_frame_sink_dispose (GObject *object)
{
  InterviewFrameSink *self = INTERVIEW_FRAME_SINK (object);

  if (self->slot != NULL)
    g_signal_handlers_disconnect_by_data (self->slot, self);
  g_clear_object (&self->slot);

  G_OBJECT_CLASS (interview_frame_sink_parent_class)->dispose (object);
}

static void
interview_frame_sink_class_init (InterviewFrameSinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_frame_sink_dispose;
}

static void
interview_frame_sink_init (InterviewFrameSink *self)
{
  GstBin *bin = GST_BIN (self);
  GstElement *scale = interview_chain_add_scale (bin, NULL);
  GstElement *convert = interview_chain_add (bin, scale, "videoconvert");

  self->limit = interview_chain_add (bin, convert, "capsfilter");
  self->sink = interview_chain_add_sink (bin, self->limit);
  /* A picture that was on its way when they change again would else end the stream. */
  gst_util_set_object_arg (G_OBJECT (self->limit), "caps-change-mode", "delayed");
  g_object_set (convert, "n-threads", 1, NULL);
  g_object_set (self->sink, "max-buffers", 1, "drop", TRUE, NULL);
  interview_chain_expose (bin, scale, "sink");
}

/**
 * interview_frame_sink_new:
 * @slot: (transfer none): where the frames go
 *
 * Returns: (transfer floating): an element with one pad `sink` for raw video
 */
GstElement *
interview_frame_sink_new (InterviewFrameSlot *slot)
{
  InterviewFrameSink *self;
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample, .new_preroll = on_new_preroll };

  g_return_val_if_fail (INTERVIEW_IS_FRAME_SLOT (slot), NULL);

  self = g_object_new (INTERVIEW_TYPE_FRAME_SINK, NULL);
  self->slot = g_object_ref (slot);
  gst_app_sink_set_callbacks (GST_APP_SINK (self->sink), &callbacks, g_object_ref (slot),
                              g_object_unref);
  /* Both change together and the height is told last. */
  g_signal_connect_swapped (slot, "notify::display-height", G_CALLBACK (set_caps), self);
  g_signal_connect_swapped (slot, "notify::planar", G_CALLBACK (set_caps), self);
  set_caps (self);

  return GST_ELEMENT (self);
}

/**
 * interview_frame_sink_keep_time:
 *
 * Shows each picture at its time, as for a file; live ones are shown when they come.
 */
void
interview_frame_sink_keep_time (InterviewFrameSink *self)
{
  g_return_if_fail (INTERVIEW_IS_FRAME_SINK (self));

  g_object_set (self->sink, "sync", TRUE, "async", TRUE, NULL);
}
