/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/device-choice.h"
#include "media/source-factory.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CAPTURE_INPUT (interview_capture_input_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCaptureInput,
                      interview_capture_input,
                      INTERVIEW,
                      CAPTURE_INPUT,
                      GObject)

InterviewCaptureInput *interview_capture_input_new (InterviewDeviceChoice *choice,
                                                    InterviewSourceFactory *factory,
                                                    GstBin *pipeline,
                                                    GstElement *head);
InterviewDeviceChoice *interview_capture_input_get_choice (InterviewCaptureInput *self);
void interview_capture_input_open (InterviewCaptureInput *self);
void interview_capture_input_close (InterviewCaptureInput *self);
gboolean interview_capture_input_has_device (InterviewCaptureInput *self);
InterviewDeviceFailure interview_capture_input_get_failure (InterviewCaptureInput *self);
gboolean interview_capture_input_take_message (InterviewCaptureInput *self, GstMessage *message);

G_END_DECLS
