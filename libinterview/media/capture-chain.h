/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/codec-choice.h"
#include "media/frame-slot.h"
#include "media/rate-control.h"
#include "media/tap.h"

G_BEGIN_DECLS

InterviewBroadcast *interview_capture_chain_add_video (GstBin *pipeline,
                                                       InterviewCodecChoice *codecs,
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
