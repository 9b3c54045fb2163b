/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/consent.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_REQUEST (interview_recording_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingRequest,
                      interview_recording_request,
                      INTERVIEW,
                      RECORDING_REQUEST,
                      InterviewRecord)

InterviewRecordingScope interview_recording_request_get_scope (InterviewRecordingRequest *self);
gint64 interview_recording_request_get_text_version (InterviewRecordingRequest *self);
const char *interview_recording_request_get_language (InterviewRecordingRequest *self);

G_END_DECLS
