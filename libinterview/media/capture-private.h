/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/capture.h"
#include "media/codec-choice.h"
#include "media/rate-control.h"

G_BEGIN_DECLS

/**
 * InterviewCaptureOutput:
 * @video: the encoded picture
 * @audio: the encoded sound
 * @rate_control: fits both to the links
 * @codecs: what to encode and decode with
 * @base_time: nanoseconds of the system clock at which running time begins
 *
 * What a capture has for those who send it; it belongs to the capture.
 */
typedef struct
{
  InterviewBroadcast *video;
  InterviewBroadcast *audio;
  InterviewRateControl *rate_control;
  InterviewCodecChoice *codecs;
  GstClockTime base_time;
} InterviewCaptureOutput;

const InterviewCaptureOutput *interview_capture_get_output (InterviewCapture *self);

G_END_DECLS
