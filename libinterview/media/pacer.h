/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/base/gstbasetransform.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PACER (interview_pacer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPacer, interview_pacer, INTERVIEW, PACER, GstBaseTransform)

GstElement *interview_pacer_new (void);
void interview_pacer_set_rate (InterviewPacer *self, guint bitrate);

G_END_DECLS
