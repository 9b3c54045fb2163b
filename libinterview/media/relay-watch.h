/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/call-stats.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RELAY_WATCH (interview_relay_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRelayWatch, interview_relay_watch, INTERVIEW, RELAY_WATCH, GObject)

InterviewRelayWatch *interview_relay_watch_new (GstElement *webrtcbin, InterviewCallStats *stats);
void interview_relay_watch_stop (InterviewRelayWatch *self);

G_END_DECLS
