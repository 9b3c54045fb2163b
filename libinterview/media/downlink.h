/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/call-stats.h"
#include "media/voice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DOWNLINK (interview_downlink_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDownlink, interview_downlink, INTERVIEW, DOWNLINK, GObject)

InterviewDownlink *
interview_downlink_new (InterviewVoice *voice, GstElement *picture, InterviewCallStats *stats);
void interview_downlink_watch (InterviewDownlink *self, GstElement *jitter_buffer);
void interview_downlink_start (InterviewDownlink *self);
void interview_downlink_stop (InterviewDownlink *self);

G_END_DECLS
