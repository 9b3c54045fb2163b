/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* What the meter says when there is no sound at all, in dB. */
#define INTERVIEW_LEVEL_SILENCE (-100.0)

#define INTERVIEW_TYPE_LEVEL_METER (interview_level_meter_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLevelMeter, interview_level_meter, INTERVIEW, LEVEL_METER, GObject)

InterviewLevelMeter *interview_level_meter_new (void);
gboolean interview_level_meter_take_message (InterviewLevelMeter *self, GstMessage *message);
void interview_level_meter_reset (InterviewLevelMeter *self);
double interview_level_meter_get_level (InterviewLevelMeter *self);

G_END_DECLS
