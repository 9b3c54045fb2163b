/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "media/codec.h"
#include "media/computer-load.h"
#include "media/frame-slot.h"
#include "media/quality.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATE_CONTROL (interview_rate_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRateControl,
                      interview_rate_control,
                      INTERVIEW,
                      RATE_CONTROL,
                      GObject)

InterviewRateControl *interview_rate_control_new (void);

GstElement *
interview_rate_control_add_limits (InterviewRateControl *self, GstBin *pipeline, GstElement *after);
void interview_rate_control_set_picture (InterviewRateControl *self,
                                         InterviewCodec *encoder,
                                         InterviewFrameSlot *preview);
void interview_rate_control_set_sound (InterviewRateControl *self, GstElement *encoder);

guint interview_rate_control_get_share (guint bitrate);
void interview_rate_control_report (InterviewRateControl *self,
                                    gconstpointer link,
                                    guint bitrate,
                                    double loss);
void interview_rate_control_forget (InterviewRateControl *self, gconstpointer link);
InterviewQuality interview_rate_control_get_quality (InterviewRateControl *self);
InterviewComputerState interview_rate_control_get_computer_state (InterviewRateControl *self);

G_END_DECLS
