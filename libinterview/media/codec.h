/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/codec-choice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CODEC (interview_codec_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCodec, interview_codec, INTERVIEW, CODEC, GstBin)

GstElement *interview_codec_new (InterviewCodecChoice *choice, InterviewCodecRole role);
void interview_codec_set_bitrate (InterviewCodec *self, guint bitrate);
const char *interview_codec_get_factory (InterviewCodec *self);

G_END_DECLS
