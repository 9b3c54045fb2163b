/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/capture-chain.h"

#include "media/chain.h"
#include "media/codec.h"
#include "media/frame-sink.h"

/*
 * The fixed parts of the capture’s pipeline, between an exchangeable source and a broadcast:
 * camera -> at most 1280x720 in I420 at 30 a second -> own preview, and what links carry in VP8;
 * microphone -> mono at 48 kHz -> mute -> meter -> Opus.
 */

/**
 * interview_capture_chain_add_video:
 * @pipeline: where the elements are added
 * @codecs: (transfer none): what to encode with
 * @control: (transfer none): fits the picture to the links and the computer
 * @preview: (transfer none): gets the own picture
 * @tap: (transfer none): where it can be had as it is sent, before it is encoded
 * @head: (out) (transfer none): the first element, to which a source is linked
 *
 * Returns: (transfer full): the encoded picture
 */
InterviewBroadcast *
interview_capture_chain_add_video (GstBin *pipeline,
                                   InterviewCodecChoice *codecs,
                                   InterviewRateControl *control,
                                   InterviewFrameSlot *preview,
                                   InterviewTap *tap,
                                   GstElement **head)
{
  GstElement *rate = interview_chain_add (pipeline, NULL, "videorate");
  GstElement *scale = interview_chain_add (pipeline, rate, "videoscale");
  GstElement *convert = interview_chain_add (pipeline, scale, "videoconvert");
  GstElement *limit =
      interview_chain_add_caps (pipeline, convert,
                                interview_chain_picture_caps (INTERVIEW_VIDEO_WIDTH,
                                                              INTERVIEW_VIDEO_HEIGHT));
  GstElement *tee = interview_chain_add (pipeline, limit, "tee");
  GstElement *shown = interview_chain_add_newest (pipeline, tee);
  GstElement *sent = interview_chain_add_newest (pipeline, tee);
  GstElement *valve = interview_chain_add (pipeline, sent, "valve");
  GstElement *fitted = interview_rate_control_add_limits (control, pipeline, valve);
  GstElement *encoder =
      interview_chain_append (pipeline, fitted,
                              interview_codec_new (codecs, INTERVIEW_CODEC_ROLE_ENCODER));
  GstElement *sink = interview_chain_add_sink (pipeline, encoder);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (limit, "src");

  interview_chain_append (pipeline, shown, interview_frame_sink_new (preview));
  g_object_set (rate, "drop-only", TRUE, "max-rate", INTERVIEW_VIDEO_RATE, "skip-to-first", TRUE,
                NULL);
  g_object_set (scale, "n-threads", 1, NULL);
  g_object_set (convert, "n-threads", 1, NULL);
  interview_codec_set_bitrate (INTERVIEW_CODEC (encoder), INTERVIEW_VIDEO_BITRATE);
  interview_rate_control_set_picture (control, INTERVIEW_CODEC (encoder), preview);
  interview_tap_watch (tap, INTERVIEW_TAP_PICTURE, pad);

  *head = rate;
  return interview_broadcast_new (GST_APP_SINK (sink), valve);
}

/**
 * interview_capture_chain_add_audio:
 * @pipeline: where the elements are added
 * @control: (transfer none): fits the sound to the links
 * @tap: (transfer none): where it can be had as it is sent, before it is encoded
 * @head: (out) (transfer none): the first element, to which a source is linked
 * @mute: (out) (transfer none): its property `mute` silences what is measured and sent
 *
 * Returns: (transfer full): the encoded sound
 */
InterviewBroadcast *
interview_capture_chain_add_audio (GstBin *pipeline,
                                   InterviewRateControl *control,
                                   InterviewTap *tap,
                                   GstElement **head,
                                   GstElement **mute)
{
  GstElement *convert = interview_chain_add (pipeline, NULL, "audioconvert");
  GstElement *resample = interview_chain_add (pipeline, convert, "audioresample");
  GstElement *format = interview_chain_add_caps_string (pipeline, resample, INTERVIEW_CHAIN_SOUND);
  GstElement *volume = interview_chain_add (pipeline, format, "volume");
  GstElement *level = interview_chain_add (pipeline, volume, "level");
  GstElement *valve = interview_chain_add (pipeline, level, "valve");
  GstElement *encoder = interview_chain_add (pipeline, valve, "opusenc");
  GstElement *sink = interview_chain_add_sink (pipeline, encoder);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (level, "src");

  interview_tap_watch (tap, INTERVIEW_TAP_SOUND, pad);
  /* The meter tells ten times a second. */
  g_object_set (level, "interval", (guint64) 100 * GST_MSECOND, NULL);
  g_object_set (encoder, "bitrate", INTERVIEW_AUDIO_BITRATE, "inband-fec", TRUE,
                "packet-loss-percentage", 10, "dtx", TRUE, NULL);
  gst_util_set_object_arg (G_OBJECT (encoder), "bitrate-type", "constrained-vbr");
  gst_util_set_object_arg (G_OBJECT (encoder), "audio-type", "voice");
  interview_rate_control_set_sound (control, encoder);

  *head = convert;
  *mute = volume;
  return interview_broadcast_new (GST_APP_SINK (sink), valve);
}
