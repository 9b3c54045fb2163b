/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/app/gstappsrc.h>

#include "media/device.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_LOUDSPEAKER (interview_loudspeaker_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLoudspeaker, interview_loudspeaker, INTERVIEW, LOUDSPEAKER, GObject)

InterviewLoudspeaker *interview_loudspeaker_new (void);

const char *interview_loudspeaker_get_probe (InterviewLoudspeaker *self);
void interview_loudspeaker_set_device (InterviewLoudspeaker *self, InterviewDevice *device);
void interview_loudspeaker_set_volume (InterviewLoudspeaker *self, double factor, gboolean muted);

GstAppSrc *interview_loudspeaker_add (InterviewLoudspeaker *self, GstClockTime base_time);
void interview_loudspeaker_remove (InterviewLoudspeaker *self, GstAppSrc *source);

G_END_DECLS
