/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_BROADCAST (interview_broadcast_get_type ())
G_DECLARE_FINAL_TYPE (InterviewBroadcast, interview_broadcast, INTERVIEW, BROADCAST, GObject)

InterviewBroadcast *interview_broadcast_new (GstAppSink *source, GstElement *valve);
void interview_broadcast_add (InterviewBroadcast *self, GstAppSrc *listener);
void interview_broadcast_remove (InterviewBroadcast *self, GstAppSrc *listener);
void interview_broadcast_request_key_frame (InterviewBroadcast *self);

G_END_DECLS
