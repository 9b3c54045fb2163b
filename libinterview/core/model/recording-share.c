/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/recording-share.h"

#include "core/protocol/limits.h"

/*
 * InterviewRecordingShare is a recording that somebody put on the server to show it to others by a
 * link. The link is said once, to who made it: the server keeps only what proves it.
 */
G_DEFINE_ENUM_TYPE (InterviewRecordingShareState,
                    interview_recording_share_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SHARE_STATE_UPLOADING, "uploading"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SHARE_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SHARE_STATE_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN, "withdrawn"))

enum
{
  FIELD_ID,
  FIELD_RECORDING_ID,
  FIELD_ROOM_ID,
  FIELD_CANDIDATE,
  FIELD_POSITION,
  FIELD_SHARED_BY,
  FIELD_STATE,
  FIELD_SIZE,
  FIELD_UPLOADED,
  FIELD_OPENED,
  FIELD_CREATED_AT,
  FIELD_EXPIRES_AT,
  FIELD_ENDED_AT,
  FIELD_LINK,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_RECORDING_ID] = { "recording_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_CANDIDATE] = { "candidate", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_POSITION] = { "position", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_SHARED_BY] = { "shared_by", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                        interview_participant_get_type },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_recording_share_state_get_type },
  [FIELD_SIZE] = { "size", INTERVIEW_FIELD_INTEGER, TRUE, 1, INTERVIEW_LIMIT_RECORDING, NULL },
  [FIELD_UPLOADED] = { "uploaded", INTERVIEW_FIELD_INTEGER, TRUE, 0, INTERVIEW_LIMIT_RECORDING,
                       NULL },
  [FIELD_OPENED] = { "opened", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_CREATED_AT] = { "created_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_EXPIRES_AT] = { "expires_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_ENDED_AT] = { "ended_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
  [FIELD_LINK] = { "link", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRecordingShare, interview_recording_share)

/**
 * interview_recording_share_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_recording_share_get_id (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_recording_share_get_recording_id:
 *
 * Returns: (transfer none): the recording
 */
const char *
interview_recording_share_get_recording_id (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECORDING_ID);
}

/**
 * interview_recording_share_get_room_id:
 *
 * Returns: (transfer none): its room
 */
const char *
interview_recording_share_get_room_id (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_recording_share_get_candidate:
 *
 * Returns: (transfer none): who was interviewed
 */
const char *
interview_recording_share_get_candidate (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CANDIDATE);
}

/**
 * interview_recording_share_get_position:
 *
 * Returns: (transfer none): for what, in the reader's language
 */
const char *
interview_recording_share_get_position (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION);
}

/**
 * interview_recording_share_get_shared_by:
 *
 * Returns: (transfer none): who shares it
 */
InterviewParticipant *
interview_recording_share_get_shared_by (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_SHARED_BY);
}

/**
 * interview_recording_share_get_state:
 *
 * Returns: how far it is
 */
InterviewRecordingShareState
interview_recording_share_get_state (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_recording_share_get_size:
 *
 * Returns: bytes of the whole file
 */
gint64
interview_recording_share_get_size (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SIZE);
}

/**
 * interview_recording_share_get_uploaded:
 *
 * Returns: bytes of it that the server has
 */
gint64
interview_recording_share_get_uploaded (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_UPLOADED);
}

/**
 * interview_recording_share_get_opened:
 *
 * Returns: how often the link was opened
 */
gint64
interview_recording_share_get_opened (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_OPENED);
}

/**
 * interview_recording_share_get_created_at:
 *
 * Returns: when it was made, microseconds since 1970 in UTC
 */
gint64
interview_recording_share_get_created_at (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_CREATED_AT);
}

/**
 * interview_recording_share_get_expires_at:
 *
 * Returns: when the link stops working and the file is deleted, microseconds since 1970 in
 * UTC
 */
gint64
interview_recording_share_get_expires_at (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_EXPIRES_AT);
}

/**
 * interview_recording_share_get_ended_at:
 *
 * Returns: when it was withdrawn or expired, 0 if it was not; microseconds since 1970 in
 * UTC
 */
gint64
interview_recording_share_get_ended_at (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ENDED_AT);
}

/**
 * interview_recording_share_get_link:
 *
 * Returns: (transfer none) (nullable): what opens it; only in the answer to who made it
 */
const char *
interview_recording_share_get_link (InterviewRecordingShare *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHARE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LINK);
}
