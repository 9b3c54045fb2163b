/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call-stats.h"
#include "media/codec-choice.h"
#include "media/frame-slot.h"
#include "media/tap.h"
#include "media/voice.h"

G_BEGIN_DECLS

GstElement *interview_receive_chain_new_video (InterviewCodecChoice *codecs,
                                               InterviewFrameSlot *slot,
                                               InterviewCallStats *stats,
                                               InterviewTap *tap);
void interview_receive_chain_set_hold (GstElement *chain, GstClockTime hold);
GstElement *interview_receive_chain_new_audio (InterviewVoice *voice, InterviewTap *tap);

G_END_DECLS
