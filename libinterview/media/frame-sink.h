/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/frame-slot.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_FRAME_SINK (interview_frame_sink_get_type ())
G_DECLARE_FINAL_TYPE (InterviewFrameSink, interview_frame_sink, INTERVIEW, FRAME_SINK, GstBin)

GstElement *interview_frame_sink_new (InterviewFrameSlot *slot);
void interview_frame_sink_keep_time (InterviewFrameSink *self);

G_END_DECLS
