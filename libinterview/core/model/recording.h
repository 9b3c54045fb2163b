/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/consent-text.h"
#include "core/model/consent.h"

G_BEGIN_DECLS

/**
 * InterviewRecordingState:
 * @INTERVIEW_RECORDING_STATE_ASKING: somebody in the room has not decided yet: nothing is recorded
 * @INTERVIEW_RECORDING_STATE_RUNNING: everybody in the room agreed, and it is recorded
 * @INTERVIEW_RECORDING_STATE_REFUSED: somebody did not agree: the interview goes on unrecorded
 * @INTERVIEW_RECORDING_STATE_WITHDRAWN: somebody took their agreement back
 * @INTERVIEW_RECORDING_STATE_STOPPED: it was stopped, or the interview ended
 * @INTERVIEW_RECORDING_STATE_ABANDONED: whoever recorded it went away
 *
 * How far a recording is. The last four are the end of it.
 */
typedef enum
{
  INTERVIEW_RECORDING_STATE_ASKING,
  INTERVIEW_RECORDING_STATE_RUNNING,
  INTERVIEW_RECORDING_STATE_REFUSED,
  INTERVIEW_RECORDING_STATE_WITHDRAWN,
  INTERVIEW_RECORDING_STATE_STOPPED,
  INTERVIEW_RECORDING_STATE_ABANDONED,
} InterviewRecordingState;

#define INTERVIEW_TYPE_RECORDING_STATE (interview_recording_state_get_type ())
GType interview_recording_state_get_type (void);

#define INTERVIEW_TYPE_RECORDING (interview_recording_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecording,
                      interview_recording,
                      INTERVIEW,
                      RECORDING,
                      InterviewRecord)

const char *interview_recording_get_id (InterviewRecording *self);
const char *interview_recording_get_room_id (InterviewRecording *self);
InterviewRecordingState interview_recording_get_state (InterviewRecording *self);
InterviewRecordingScope interview_recording_get_scope (InterviewRecording *self);
InterviewParticipant *interview_recording_get_asked_by (InterviewRecording *self);
GPtrArray *interview_recording_get_consents (InterviewRecording *self);
InterviewConsentText *interview_recording_get_text (InterviewRecording *self);
gint64 interview_recording_get_asked_at (InterviewRecording *self);
gint64 interview_recording_get_started_at (InterviewRecording *self);
gint64 interview_recording_get_ended_at (InterviewRecording *self);

G_END_DECLS
