/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/room-recorder.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_CONTROL (interview_recording_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingControl,
                      interview_recording_control,
                      INTERVIEW,
                      RECORDING_CONTROL,
                      GObject)

InterviewRecordingControl *interview_recording_control_new (InterviewAccount *account,
                                                            InterviewVisit *visit,
                                                            InterviewCapture *capture,
                                                            InterviewCallView *view);
void interview_recording_control_close (InterviewRecordingControl *self);

G_END_DECLS
