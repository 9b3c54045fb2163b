/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/frame-slot.h"
#include "media/rate-control.h"
#include "media/tap.h"

G_BEGIN_DECLS

/* The cap of what is sent, bits a second. */
#define INTERVIEW_VIDEO_BITRATE 1500000
#define INTERVIEW_AUDIO_BITRATE 32000

InterviewBroadcast *interview_capture_chain_add_video (GstBin *pipeline,
                                                       InterviewRateControl *control,
                                                       InterviewFrameSlot *preview,
                                                       InterviewTap *tap,
                                                       GstElement **head);
InterviewBroadcast *interview_capture_chain_add_audio (GstBin *pipeline,
                                                       InterviewRateControl *control,
                                                       InterviewTap *tap,
                                                       GstElement **head,
                                                       GstElement **mute);

G_END_DECLS
