/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

typedef enum
{
  INTERVIEW_CODEC_ROLE_ENCODER,
  INTERVIEW_CODEC_ROLE_DECODER,
  INTERVIEW_CODEC_N_ROLES,
} InterviewCodecRole;

/**
 * InterviewCodecCandidate:
 * @factory: what makes it
 * @description: a bin with it, from and to I420 in the memory of the machine
 * @bitrate: the property of the bit rate, %NULL if it has none
 * @bitrate_unit: bits a second that are 1 there
 * @hardware: whether it may fail where another machine’s works
 *
 * One way to encode or decode VP8.
 */
typedef struct
{
  const char *factory;
  const char *description;
  const char *bitrate;
  guint bitrate_unit;
  gboolean hardware;
} InterviewCodecCandidate;

const InterviewCodecCandidate *interview_codec_candidate_get (InterviewCodecRole role, guint index);
const InterviewCodecCandidate *interview_codec_candidate_get_software (InterviewCodecRole role);
gboolean interview_codec_candidate_is_installed (const InterviewCodecCandidate *self);
GstElement *interview_codec_candidate_create (const InterviewCodecCandidate *self);
void interview_codec_candidate_set_bitrate (const InterviewCodecCandidate *self,
                                            GstElement *bin,
                                            guint bitrate);

G_END_DECLS
