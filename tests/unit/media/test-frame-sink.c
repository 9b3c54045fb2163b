/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/video/video.h>

#include "media/frame-sink.h"

/* Who looks at the last frame of a pipeline. */
typedef struct
{
  GstElement *pipeline;
  InterviewFrameSlot *slot;
  GstVideoInfo info;
} Viewer;

static void
on_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  Viewer *viewer = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);

  if (sample != NULL)
    g_assert_true (gst_video_info_from_caps (&viewer->info, gst_sample_get_caps (sample)));
}

/* Adds its end to a pipeline. */
static GstElement *
viewer_add (Viewer *viewer, GstElement *pipeline)
{
  GstElement *sink;

  viewer->pipeline = g_object_ref (pipeline);
  viewer->slot = interview_frame_slot_new ();
  sink = interview_frame_sink_new (viewer->slot);
  gst_bin_add (GST_BIN (pipeline), sink);
  interview_frame_slot_add_reader (viewer->slot, on_frame, viewer, NULL);

  return sink;
}

static void
viewer_open (Viewer *viewer, const char *source_caps)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  g_autoptr (GstCaps) caps = gst_caps_from_string (source_caps);
  GstElement *source = gst_element_factory_make ("videotestsrc", NULL);

  g_object_set (source, "is-live", TRUE, NULL);
  gst_bin_add (GST_BIN (pipeline), source);
  g_assert_true (gst_element_link_filtered (source, viewer_add (viewer, pipeline), caps));
}

static void
viewer_close (Viewer *viewer)
{
  gst_element_set_state (viewer->pipeline, GST_STATE_NULL);
  interview_frame_slot_remove_reader (viewer->slot, viewer);
  g_object_unref (viewer->slot);
  g_object_unref (viewer->pipeline);
}

static void
await (Viewer *viewer, GstVideoFormat format, int width, int height)
{
  while (viewer->info.finfo == NULL || GST_VIDEO_INFO_FORMAT (&viewer->info) != format ||
         viewer->info.width != width || viewer->info.height != height)
    g_main_context_iteration (NULL, TRUE);
}

/* What is converted and scaled for who paints by the processor comes as it is for who does not. */
static void
test_planar (void)
{
  Viewer viewer = { 0 };

  viewer_open (&viewer, "video/x-raw,format=I420,width=322,height=242,framerate=100/1");
  interview_frame_slot_set_display_size (viewer.slot, 160, 160);
  gst_element_set_state (viewer.pipeline, GST_STATE_PLAYING);
  await (&viewer, GST_VIDEO_FORMAT_RGB, 160, 120);
  interview_frame_slot_set_planar (viewer.slot, TRUE);
  await (&viewer, GST_VIDEO_FORMAT_I420, 322, 242);
  /* Only the graphics card cares for that. */
  interview_frame_slot_set_display_size (viewer.slot, 80, 80);
  interview_frame_slot_set_planar (viewer.slot, FALSE);
  await (&viewer, GST_VIDEO_FORMAT_RGB, 80, 60);
  viewer_close (&viewer);
}

static void
add_branch (GstElement *pipeline, Viewer *viewer)
{
  g_autoptr (GstElement) tee = gst_bin_get_by_name (GST_BIN (pipeline), "tee");
  GstElement *queue = gst_element_factory_make ("queue", NULL);

  gst_bin_add (GST_BIN (pipeline), queue);
  g_assert_true (gst_element_link_many (tee, queue, viewer_add (viewer, pipeline), NULL));
}

/* One's own picture is shown in a corner: what the others get stays as large as it is. */
static void
test_beside (void)
{
  g_autoptr (GstElement) pipeline = NULL;
  Viewer corner = { 0 }, other = { 0 };

  pipeline = gst_parse_launch (
      "videotestsrc is-live=true ! video/x-raw,width=640,height=360,framerate=100/1 ! videoscale ! "
      "video/x-raw,format=I420,width=[16,1280],height=[16,720],pixel-aspect-ratio=1/1 ! "
      "tee name=tee",
      NULL);
  gst_object_ref_sink (pipeline);
  add_branch (pipeline, &corner);
  add_branch (pipeline, &other);
  interview_frame_slot_set_display_size (corner.slot, 640, 360);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  await (&corner, GST_VIDEO_FORMAT_RGB, 640, 360);
  interview_frame_slot_set_display_size (corner.slot, 144, 81);
  for (int i = 0; i < 3; i++)
    {
      corner.info.finfo = other.info.finfo = NULL;
      await (&corner, GST_VIDEO_FORMAT_RGB, 160, 90);
      await (&other, GST_VIDEO_FORMAT_RGB, 640, 360);
    }
  viewer_close (&corner);
  viewer_close (&other);
}

/* A window whose edge is dragged from screen to screen: however fast the way of painting and the
 * size change, the stream goes on. */
static void
test_dragged (void)
{
  Viewer viewer = { 0 };

  viewer_open (&viewer, "video/x-raw,format=I420,width=320,height=240,framerate=200/1");
  gst_element_set_state (viewer.pipeline, GST_STATE_PLAYING);
  for (int i = 0; i < 100; i++)
    {
      int width = i % 2 == 0 ? 80 : 160;

      interview_frame_slot_set_planar (viewer.slot, TRUE);
      interview_frame_slot_set_display_size (viewer.slot, 240, 240);
      interview_frame_slot_set_planar (viewer.slot, FALSE);
      interview_frame_slot_set_display_size (viewer.slot, width, width);
      await (&viewer, GST_VIDEO_FORMAT_RGB, width, width * 3 / 4);
    }
  viewer_close (&viewer);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame-sink/planar", test_planar);
  g_test_add_func ("/frame-sink/beside", test_beside);
  g_test_add_func ("/frame-sink/dragged", test_dragged);

  return g_test_run ();
}
