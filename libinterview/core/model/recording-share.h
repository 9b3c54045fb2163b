/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/participant.h"

G_BEGIN_DECLS

/**
 * InterviewRecordingShareState:
 * @INTERVIEW_RECORDING_SHARE_STATE_UPLOADING: the server does not have all of it yet
 * @INTERVIEW_RECORDING_SHARE_STATE_READY: whoever has the link can look at it
 * @INTERVIEW_RECORDING_SHARE_STATE_EXPIRED: its time is over, and the file is deleted
 * @INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN: somebody took it back, and the file is deleted
 *
 * How far a share is. The last two are the end of it.
 */
typedef enum
{
  INTERVIEW_RECORDING_SHARE_STATE_UPLOADING,
  INTERVIEW_RECORDING_SHARE_STATE_READY,
  INTERVIEW_RECORDING_SHARE_STATE_EXPIRED,
  INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN,
} InterviewRecordingShareState;

#define INTERVIEW_TYPE_RECORDING_SHARE_STATE (interview_recording_share_state_get_type ())
GType interview_recording_share_state_get_type (void);

#define INTERVIEW_TYPE_RECORDING_SHARE (interview_recording_share_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingShare,
                      interview_recording_share,
                      INTERVIEW,
                      RECORDING_SHARE,
                      InterviewRecord)

const char *interview_recording_share_get_id (InterviewRecordingShare *self);
const char *interview_recording_share_get_recording_id (InterviewRecordingShare *self);
const char *interview_recording_share_get_room_id (InterviewRecordingShare *self);
const char *interview_recording_share_get_candidate (InterviewRecordingShare *self);
const char *interview_recording_share_get_position (InterviewRecordingShare *self);
InterviewParticipant *interview_recording_share_get_shared_by (InterviewRecordingShare *self);
InterviewRecordingShareState interview_recording_share_get_state (InterviewRecordingShare *self);
gint64 interview_recording_share_get_size (InterviewRecordingShare *self);
gint64 interview_recording_share_get_uploaded (InterviewRecordingShare *self);
gint64 interview_recording_share_get_opened (InterviewRecordingShare *self);
gint64 interview_recording_share_get_created_at (InterviewRecordingShare *self);
gint64 interview_recording_share_get_expires_at (InterviewRecordingShare *self);
gint64 interview_recording_share_get_ended_at (InterviewRecordingShare *self);
const char *interview_recording_share_get_link (InterviewRecordingShare *self);

G_END_DECLS
