/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/call-stats.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_LINK_PROBE (interview_link_probe_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLinkProbe, interview_link_probe, INTERVIEW, LINK_PROBE, GObject)

InterviewLinkProbe *interview_link_probe_new (GstElement *webrtcbin, InterviewCallStats *stats);
void interview_link_probe_stop (InterviewLinkProbe *self);

G_END_DECLS
