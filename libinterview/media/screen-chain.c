/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/screen-chain.h"

#include "media/chain.h"
#include "media/still-filter.h"

/*
 * The fixed part of a screen’s pipeline, between its source and its broadcast. A screen is read:
 * every pixel is kept, and what a slow line or a slow machine costs is paid in pictures a second.
 */

/* Larger ones are scaled down: above it VP8 takes longer for a picture than it is shown. */
#define MOST_WIDTH 3840
#define MOST_HEIGHT 2160

/* The worst quantizer of VP8 is 63; up to this one a code with modules of two pixels is read from
 * the first picture, and small letters keep their strokes. Where the rate does not allow it,
 * pictures are left out: when the buffer of the encoder is below this share. */
#define WORST_QUANTIZER 28
#define DROP_BELOW 30

/* While a screen is shared it is what people look at: it has the larger part of a link, and under
 * this rate it would take minutes for a page. */
#define SHARE 0.6
#define LEAST_BITRATE 60000

/* Always libvpx: no codec of a machine can be held to a quantizer and made to leave pictures out
 * instead. One thread as for the camera, which is encoded beside it. A static threshold of 100 is
 * what the encoder’s authors advise for screens: what did not change is not encoded. */
static GstElement *
add_encoder (GstBin *pipeline, GstElement *after)
{
  GstElement *encoder = interview_chain_add (pipeline, after, "vp8enc");

  g_object_set (encoder, "deadline", (gint64) 1, "cpu-used", -6, "threads", 1, "target-bitrate",
                INTERVIEW_SCREEN_BITRATE, "lag-in-frames", 0, "keyframe-max-dist", 300,
                "buffer-initial-size", 500, "buffer-optimal-size", 600, "buffer-size", 1000,
                "static-threshold", 100, "min-quantizer", 4, "max-quantizer", WORST_QUANTIZER,
                "dropframe-threshold", DROP_BELOW, "resize-allowed", FALSE, NULL);
  gst_util_set_object_arg (G_OBJECT (encoder), "end-usage", "cbr");
  gst_util_set_object_arg (G_OBJECT (encoder), "error-resilient", "default+partitions");

  return encoder;
}

/**
 * interview_screen_chain_get_share:
 * @bitrate: what a link carries, bits a second
 *
 * Returns: what the screen takes of it while it is shared; the rest is left to camera and sound
 */
guint
interview_screen_chain_get_share (guint bitrate)
{
  return CLAMP ((guint) (bitrate * SHARE), LEAST_BITRATE, INTERVIEW_SCREEN_BITRATE);
}

/**
 * interview_screen_chain_add:
 * @self: (out): what others need of it
 * @pipeline: where the elements are added
 * @tap: (transfer none): where the screen can be had as it is sent, before it is encoded
 *
 * Returns: (transfer full): the encoded screen
 */
InterviewBroadcast *
interview_screen_chain_add (InterviewScreenChain *self, GstBin *pipeline, InterviewTap *tap)
{
  GstElement *queue = interview_chain_add_newest (pipeline, NULL);
  GstElement *rate = interview_chain_add (pipeline, queue, "videorate");
  GstElement *scale = interview_chain_add (pipeline, rate, "videoscale");
  GstElement *convert = interview_chain_add (pipeline, scale, "videoconvert");
  GstElement *limit =
      interview_chain_add_caps (pipeline, convert,
                                interview_chain_picture_caps (MOST_WIDTH, MOST_HEIGHT));
  GstElement *valve = interview_chain_add (pipeline, limit, "valve");
  GstElement *encoder = add_encoder (pipeline, valve);
  GstElement *sink = interview_chain_add_sink (pipeline, encoder);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (limit, "src");
  g_autoptr (GstPad) from_valve = gst_element_get_static_pad (valve, "src");
  g_autoptr (GstPad) requests = gst_element_get_static_pad (encoder, "src");

  g_object_set (rate, "drop-only", TRUE, "max-rate", INTERVIEW_SCREEN_RATE, "skip-to-first", TRUE,
                NULL);
  g_object_set (scale, "n-threads", 1, NULL);
  g_object_set (convert, "n-threads", 1, NULL);
  interview_tap_watch (tap, INTERVIEW_TAP_PICTURE, pad);
  interview_still_filter_add (from_valve, requests);

  *self = (InterviewScreenChain){ .head = queue, .encoder = encoder };
  return interview_broadcast_new (GST_APP_SINK (sink), valve);
}
