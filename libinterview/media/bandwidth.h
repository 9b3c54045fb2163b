/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/packet-report.h"

G_BEGIN_DECLS

typedef struct _InterviewBandwidth InterviewBandwidth;

InterviewBandwidth *interview_bandwidth_new (guint first, guint least, guint most);
void interview_bandwidth_free (InterviewBandwidth *self);
void interview_bandwidth_add (InterviewBandwidth *self,
                              const InterviewPacketReport *reports,
                              guint n_reports,
                              gint64 now);
guint interview_bandwidth_get_rate (const InterviewBandwidth *self);
guint interview_bandwidth_get_acknowledged (const InterviewBandwidth *self);
double interview_bandwidth_get_loss (const InterviewBandwidth *self);
gint64 interview_bandwidth_get_round_trip (const InterviewBandwidth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewBandwidth, interview_bandwidth_free)

G_END_DECLS
