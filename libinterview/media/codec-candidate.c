/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/codec-candidate.h"

/*
 * What VP8 can be encoded and decoded with, in order of preference: the elements of GStreamer’s own
 * plugin `va`, those of the older gstreamer-vaapi, and libvpx last, which is always there. A
 * version of an element that does not know a property of its description cannot be made and is
 * passed over.
 *
 * Hardware takes and gives other formats than I420, and keeps pictures in its own memory if it is
 * let.
 */
#define NAME "codec"
#define TO_HARDWARE "videoconvert n-threads=1 ! "
#define FROM_HARDWARE " ! videoconvert n-threads=1 ! capsfilter caps=video/x-raw,format=I420"

/* One thread: with two, libvpx spins and a small machine is slower than with one. The fastest
 * preset costs 5 to 9 ms for a picture of 720 lines. A key frame takes no more than four times the
 * part of a picture: a larger one is spread over a longer time, and where packets are lost it
 * seldom comes whole. */
#define SOFTWARE_ENCODER                                                                           \
  "vp8enc name=" NAME " deadline=1 cpu-used=-8 threads=1 lag-in-frames=0 keyframe-max-dist=300 "   \
  "buffer-initial-size=100 buffer-optimal-size=120 buffer-size=150 undershoot=100 "                \
  "max-intra-bitrate=400 static-threshold=1 min-quantizer=4 max-quantizer=60 end-usage=cbr "       \
  "error-resilient=default+partitions"

static const InterviewCodecCandidate encoders[] = {
  { "vavp8enc",
    TO_HARDWARE "vavp8enc name=" NAME " rate-control=cbr key-int-max=300 target-usage=7", "bitrate",
    1000, TRUE },
  { "vaapivp8enc",
    TO_HARDWARE "vaapivp8enc name=" NAME " rate-control=cbr keyframe-period=300 quality-level=7",
    "bitrate", 1000, TRUE },
  { "vp8enc", SOFTWARE_ENCODER, "target-bitrate", 1, FALSE },
};

static const InterviewCodecCandidate decoders[] = {
  { "vavp8dec", "vavp8dec name=" NAME FROM_HARDWARE, NULL, 0, TRUE },
  { "vaapivp8dec", "vaapivp8dec name=" NAME FROM_HARDWARE, NULL, 0, TRUE },
  { "vp8dec", "vp8dec name=" NAME " threads=1", NULL, 0, FALSE },
};

static const struct
{
  const InterviewCodecCandidate *candidates;
  guint count;
} table[INTERVIEW_CODEC_N_ROLES] = {
  [INTERVIEW_CODEC_ROLE_ENCODER] = { encoders, G_N_ELEMENTS (encoders) },
  [INTERVIEW_CODEC_ROLE_DECODER] = { decoders, G_N_ELEMENTS (decoders) },
};

/**
 * interview_codec_candidate_get:
 * @index: from 0, the most wanted one first
 *
 * Returns: (nullable) (transfer none): what may be tried, %NULL behind the last one
 */
const InterviewCodecCandidate *
interview_codec_candidate_get (InterviewCodecRole role, guint index)
{
  g_return_val_if_fail (role < INTERVIEW_CODEC_N_ROLES, NULL);

  return index < table[role].count ? &table[role].candidates[index] : NULL;
}

/**
 * interview_codec_candidate_get_software:
 *
 * Returns: (transfer none): the one that works everywhere
 */
const InterviewCodecCandidate *
interview_codec_candidate_get_software (InterviewCodecRole role)
{
  g_return_val_if_fail (role < INTERVIEW_CODEC_N_ROLES, NULL);

  return &table[role].candidates[table[role].count - 1];
}

/**
 * interview_codec_candidate_is_installed:
 *
 * Returns: whether there is such an element; that it works is not said
 */
gboolean
interview_codec_candidate_is_installed (const InterviewCodecCandidate *self)
{
  g_autoptr (GstElementFactory) factory = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  factory = gst_element_factory_find (self->factory);

  return factory != NULL;
}

/**
 * interview_codec_candidate_create:
 *
 * Returns: (nullable) (transfer floating): an element with one pad `sink` and one pad `src`, %NULL
 *   if it cannot be made here. From any thread.
 */
GstElement *
interview_codec_candidate_create (const InterviewCodecCandidate *self)
{
  g_autoptr (GError) error = NULL;
  GstElement *bin;

  g_return_val_if_fail (self != NULL, NULL);

  bin = gst_parse_bin_from_description_full (self->description, TRUE, NULL,
                                             GST_PARSE_FLAG_FATAL_ERRORS, &error);
  if (bin == NULL)
    g_info ("%s: %s", self->factory, error->message);

  return bin;
}

/**
 * interview_codec_candidate_set_bitrate:
 * @bin: (transfer none): made of @self
 * @bitrate: bits a second
 *
 * Aims at that rate from now on; a decoder takes what comes. From any thread.
 */
void
interview_codec_candidate_set_bitrate (const InterviewCodecCandidate *self,
                                       GstElement *bin,
                                       guint bitrate)
{
  g_autoptr (GstElement) codec = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GST_IS_BIN (bin));

  if (self->bitrate == NULL)
    return;
  codec = gst_bin_get_by_name (GST_BIN (bin), NAME);
  g_object_set (codec, self->bitrate, MAX (bitrate / self->bitrate_unit, 1), NULL);
}
