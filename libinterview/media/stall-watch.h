/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/call-stats.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_STALL_WATCH (interview_stall_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStallWatch, interview_stall_watch, INTERVIEW, STALL_WATCH, GObject)

InterviewStallWatch *interview_stall_watch_new (GstPad *pad, InterviewCallStats *stats);
void interview_stall_watch_start (InterviewStallWatch *self);
void interview_stall_watch_stop (InterviewStallWatch *self);

G_END_DECLS
