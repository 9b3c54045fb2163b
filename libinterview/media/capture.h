/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/device-choice.h"
#include "media/frame-slot.h"
#include "media/source-factory.h"
#include "media/tap.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CAPTURE (interview_capture_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCapture, interview_capture, INTERVIEW, CAPTURE, GObject)

InterviewCapture *interview_capture_new (InterviewSourceFactory *factory);
void interview_capture_start (InterviewCapture *self);
void interview_capture_stop (InterviewCapture *self);
gboolean interview_capture_get_running (InterviewCapture *self);

InterviewDeviceChoice *interview_capture_get_camera (InterviewCapture *self);
InterviewDeviceChoice *interview_capture_get_microphone (InterviewCapture *self);

void interview_capture_set_camera_enabled (InterviewCapture *self, gboolean enabled);
gboolean interview_capture_get_camera_enabled (InterviewCapture *self);
void interview_capture_set_microphone_enabled (InterviewCapture *self, gboolean enabled);
gboolean interview_capture_get_microphone_enabled (InterviewCapture *self);

InterviewFrameSlot *interview_capture_get_frame_slot (InterviewCapture *self);
InterviewTap *interview_capture_get_tap (InterviewCapture *self);
double interview_capture_get_level (InterviewCapture *self);
gboolean interview_capture_get_has_camera (InterviewCapture *self);
gboolean interview_capture_get_has_microphone (InterviewCapture *self);
InterviewDeviceFailure interview_capture_get_camera_failure (InterviewCapture *self);
InterviewDeviceFailure interview_capture_get_microphone_failure (InterviewCapture *self);

G_END_DECLS
