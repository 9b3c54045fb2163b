/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/recording.h"

/*
 * InterviewRecording is what somebody asked to record in a room: how far it is, and who agreed. The
 * server alone decides its state.
 */
G_DEFINE_ENUM_TYPE (InterviewRecordingState,
                    interview_recording_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_STATE_ABANDONED, "abandoned"))

enum
{
  FIELD_ID,
  FIELD_ROOM_ID,
  FIELD_STATE,
  FIELD_SCOPE,
  FIELD_ASKED_BY,
  FIELD_CONSENTS,
  FIELD_TEXT,
  FIELD_ASKED_AT,
  FIELD_STARTED_AT,
  FIELD_ENDED_AT,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_recording_state_get_type },
  [FIELD_SCOPE] = { "scope", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_recording_scope_get_type },
  [FIELD_ASKED_BY] = { "asked_by", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                       interview_participant_get_type },
  [FIELD_CONSENTS] = { "consents", INTERVIEW_FIELD_RECORDS, TRUE, 0, 32,
                       interview_consent_get_type },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_consent_text_get_type },
  [FIELD_ASKED_AT] = { "asked_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_STARTED_AT] = { "started_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
  [FIELD_ENDED_AT] = { "ended_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRecording, interview_recording)

/**
 * interview_recording_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_recording_get_id (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_recording_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_recording_get_room_id (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_recording_get_state:
 *
 * Returns: how far it is
 */
InterviewRecordingState
interview_recording_get_state (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_recording_get_scope:
 *
 * Returns: for what
 */
InterviewRecordingScope
interview_recording_get_scope (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SCOPE);
}

/**
 * interview_recording_get_asked_by:
 *
 * Returns: (nullable) (transfer none): who asked, and whose program records
 */
InterviewParticipant *
interview_recording_get_asked_by (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_ASKED_BY);
}

/**
 * interview_recording_get_consents:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewConsent): the last decision of each
 * person who decided
 */
GPtrArray *
interview_recording_get_consents (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_CONSENTS);
}

/**
 * interview_recording_get_text:
 *
 * Returns: (nullable) (transfer none): what is to be read before one decides, in the reader’s
 * language
 */
InterviewConsentText *
interview_recording_get_text (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_recording_get_asked_at:
 *
 * Returns: when it was asked for, microseconds since 1970 in UTC
 */
gint64
interview_recording_get_asked_at (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ASKED_AT);
}

/**
 * interview_recording_get_started_at:
 *
 * Returns: when it ran for the first time, 0 for never; microseconds since 1970 in UTC
 */
gint64
interview_recording_get_started_at (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTED_AT);
}

/**
 * interview_recording_get_ended_at:
 *
 * Returns: when it ended for good, 0 if it has not; microseconds since 1970 in UTC
 */
gint64
interview_recording_get_ended_at (InterviewRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ENDED_AT);
}
