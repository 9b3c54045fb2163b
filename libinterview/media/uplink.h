/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/app/gstappsrc.h>

#include "media/broadcast.h"
#include "media/call-stats.h"
#include "media/link-pipeline.h"
#include "media/rate-control.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_UPLINK (interview_uplink_get_type ())
G_DECLARE_FINAL_TYPE (InterviewUplink, interview_uplink, INTERVIEW, UPLINK, GObject)

InterviewUplink *interview_uplink_new (InterviewRateControl *control,
                                       InterviewBroadcast *picture,
                                       InterviewScreenShare *screen,
                                       InterviewCallStats *stats);
void interview_uplink_start (InterviewUplink *self, InterviewLinkPipeline *elements);
void interview_uplink_set_allowed (InterviewUplink *self, gboolean allowed);
void interview_uplink_stop (InterviewUplink *self);

G_END_DECLS
