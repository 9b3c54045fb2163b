/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "media/receive-chain.h"

/* What a picture goes through on its way from the link to the window. */

#define PICTURES 10
#define PERIOD (100 * GST_MSECOND)

/* A packet for each picture, one each 100 ms. */
static GPtrArray *
make_packets (GstCaps **caps)
{
  GPtrArray *packets = g_ptr_array_new_with_free_func ((GDestroyNotify) gst_buffer_unref);
  g_autoptr (GError) error = NULL;
  GstElement *pipeline = gst_parse_launch (
      "videotestsrc num-buffers=10 ! video/x-raw,width=160,height=90,framerate=10/1 ! vp8enc "
      "deadline=1 ! rtpvp8pay mtu=60000 ! appsink name=packets sync=false",
      &error);
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "packets");

  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while (TRUE)
    {
      g_autoptr (GstSample) sample = gst_app_sink_pull_sample (GST_APP_SINK (sink));

      if (sample == NULL)
        break;
      gst_caps_replace (caps, gst_sample_get_caps (sample));
      g_ptr_array_add (packets, gst_buffer_ref (gst_sample_get_buffer (sample)));
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (pipeline);
  g_assert_cmpuint (packets->len, ==, PICTURES);

  return packets;
}

/* Waits until so many pictures came out; they do on a thread of their own. */
static void
await_frames (InterviewCallStats *stats, guint64 n)
{
  while (interview_call_stats_get_frames (stats) < n)
    g_thread_yield ();
}

static void
push (GstElement *source, GPtrArray *packets, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    gst_app_src_push_buffer (GST_APP_SRC (source), gst_buffer_ref (g_ptr_array_index (packets, i)));
}

/* At first a picture is shown as it comes; then the last ones wait until later ones have come, or
 * nothing is held back any more. */
static void
test_hold (void)
{
  g_autoptr (InterviewCodecChoice) codecs = interview_codec_choice_new ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewCallStats) stats = interview_call_stats_new ();
  g_autoptr (InterviewTap) tap = interview_tap_new ();
  g_autoptr (GstCaps) caps = NULL;
  g_autoptr (GPtrArray) packets = make_packets (&caps);
  GstElement *pipeline = gst_pipeline_new (NULL);
  GstElement *source = gst_element_factory_make ("appsrc", NULL);
  GstElement *chain = interview_receive_chain_new_video (codecs, slot, stats, tap);

  gst_bin_add_many (GST_BIN (pipeline), source, chain, NULL);
  gst_element_link (source, chain);
  g_object_set (source, "caps", caps, "format", GST_FORMAT_TIME, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  push (source, packets, 0, 3);
  await_frames (stats, 3);

  interview_receive_chain_set_hold (chain, 2 * PERIOD);
  push (source, packets, 3, PICTURES);
  await_frames (stats, PICTURES - 2);
  g_assert_cmpuint (interview_call_stats_get_frames (stats), <, PICTURES);

  interview_receive_chain_set_hold (chain, 0);
  await_frames (stats, PICTURES);

  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (pipeline);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/receive-chain/hold", test_hold);

  return g_test_run ();
}
