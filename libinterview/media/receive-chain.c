/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/receive-chain.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include "media/chain.h"
#include "media/codec.h"
#include "media/frame-sink.h"
#include "media/heap.h"

/*
 * What stands behind a peer link: VP8 -> picture -> slot, Opus -> meter -> voice. Bins with one pad
 * `sink` for RTP each.
 */

static GstPadProbeReturn
on_frame (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstCaps *caps;
  GstVideoInfo video;

  if ((GST_PAD_PROBE_INFO_TYPE (info) & GST_PAD_PROBE_TYPE_BUFFER) != 0)
    interview_call_stats_add_frame (user_data);
  else if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) == GST_EVENT_CAPS)
    {
      gst_event_parse_caps (GST_PAD_PROBE_INFO_EVENT (info), &caps);
      if (gst_video_info_from_caps (&video, caps))
        interview_call_stats_set_picture (user_data, video.width, video.height);
      interview_heap_trim_soon ();
    }

  return GST_PAD_PROBE_OK;
}

static GstFlowReturn
on_sound (GstAppSink *sink, gpointer user_data)
{
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);

  if (sample != NULL)
    interview_voice_push (user_data, sample);

  return GST_FLOW_OK;
}

/**
 * interview_receive_chain_new_video:
 * @codecs: (transfer none): what to decode with
 * @slot: (transfer none): where the pictures go
 * @stats: (transfer none): where they are counted
 * @tap: (transfer none): where they can be had as they were decoded
 *
 * Returns: (transfer floating): an element with one pad `sink` for VP8 in RTP
 */
GstElement *
interview_receive_chain_new_video (InterviewCodecChoice *codecs,
                                   InterviewFrameSlot *slot,
                                   InterviewCallStats *stats,
                                   InterviewTap *tap)
{
  GstBin *bin = GST_BIN (gst_bin_new (NULL));
  GstElement *queue = interview_chain_add (bin, NULL, "queue");
  GstElement *depay = interview_chain_add (bin, queue, "rtpvp8depay");
  GstElement *decoder =
      interview_chain_append (bin, depay,
                              interview_codec_new (codecs, INTERVIEW_CODEC_ROLE_DECODER));
  g_autoptr (GstPad) pad = gst_element_get_static_pad (decoder, "src");

  /* After a loss the depayloader waits for a whole picture and asks for it, rather than show
   * debris. It can miss its own question: the watchdog of the peer link repeats it. */
  g_object_set (depay, "request-keyframe", TRUE, "wait-for-keyframe", TRUE, NULL);
  interview_chain_append (bin, decoder, interview_frame_sink_new (slot));
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, on_frame,
                     g_object_ref (stats), g_object_unref);
  interview_tap_watch (tap, INTERVIEW_TAP_PICTURE, pad);
  interview_chain_expose (bin, queue, "sink");

  return GST_ELEMENT (bin);
}

/**
 * interview_receive_chain_set_hold:
 * @chain: from interview_receive_chain_new_video()
 * @hold: nanoseconds
 *
 * Shows each picture so much later than it came.
 */
void
interview_receive_chain_set_hold (GstElement *chain, GstClockTime hold)
{
  g_autoptr (GstPad) sink = gst_element_get_static_pad (chain, "sink");
  g_autoptr (GstPad) first = gst_ghost_pad_get_target (GST_GHOST_PAD (sink));
  g_autoptr (GstElement) queue = gst_pad_get_parent_element (first);

  g_object_set (queue, "min-threshold-time", hold, NULL);
}

/**
 * interview_receive_chain_new_audio:
 * @voice: (transfer none): what plays it
 * @tap: (transfer none): where it can be had as it was decoded
 *
 * Returns: (transfer floating): an element with one pad `sink` for Opus in RTP
 */
GstElement *
interview_receive_chain_new_audio (InterviewVoice *voice, InterviewTap *tap)
{
  GstBin *bin = GST_BIN (gst_bin_new (NULL));
  GstElement *queue = interview_chain_add (bin, NULL, "queue");
  GstElement *depay = interview_chain_add (bin, queue, "rtpopusdepay");
  GstElement *decoder = interview_chain_add (bin, depay, "opusdec");
  GstElement *convert = interview_chain_add (bin, decoder, "audioconvert");
  GstElement *resample = interview_chain_add (bin, convert, "audioresample");
  GstElement *level = interview_chain_add (bin, resample, "level");
  GstElement *sink = interview_chain_add_sink (bin, level);
  GstAppSinkCallbacks callbacks = { .new_sample = on_sound };
  g_autoptr (GstCaps) caps = gst_caps_from_string (INTERVIEW_CHAIN_SOUND);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (level, "src");

  interview_tap_watch (tap, INTERVIEW_TAP_SOUND, pad);
  g_object_set (decoder, "use-inband-fec", TRUE, "plc", TRUE, NULL);
  g_object_set (level, "interval", (guint64) 100 * GST_MSECOND, NULL);
  g_object_set (sink, "caps", caps, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, g_object_ref (voice),
                              g_object_unref);
  interview_chain_expose (bin, queue, "sink");

  return GST_ELEMENT (bin);
}
