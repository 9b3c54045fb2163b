/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "client/connection.h"
#include "core/model/recording-share.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_UPLOAD (interview_recording_upload_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingUpload,
                      interview_recording_upload,
                      INTERVIEW,
                      RECORDING_UPLOAD,
                      GObject)

InterviewRecordingUpload *interview_recording_upload_new (InterviewConnection *connection,
                                                          const char *path,
                                                          const char *share_id);
void interview_recording_upload_start (InterviewRecordingUpload *self);
void interview_recording_upload_stop (InterviewRecordingUpload *self);

const char *interview_recording_upload_get_share_id (InterviewRecordingUpload *self);
InterviewRecordingShare *interview_recording_upload_get_share (InterviewRecordingUpload *self);

G_END_DECLS
