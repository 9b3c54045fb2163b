/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/recording-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewRecordingRequest is the body that asks everybody in a room whether it may be recorded.
 * Who asks agrees by it.
 */
enum
{
  FIELD_SCOPE,
  FIELD_TEXT_VERSION,
  FIELD_LANGUAGE,
};

static const InterviewField fields[] = {
  [FIELD_SCOPE] = { "scope", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_recording_scope_get_type },
  [FIELD_TEXT_VERSION] = { "text_version", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 2, INTERVIEW_LIMIT_LANGUAGE,
                       NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRecordingRequest, interview_recording_request)

/**
 * interview_recording_request_get_scope:
 *
 * Returns: for what
 */
InterviewRecordingScope
interview_recording_request_get_scope (InterviewRecordingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SCOPE);
}

/**
 * interview_recording_request_get_text_version:
 *
 * Returns: version of the text that was read
 */
gint64
interview_recording_request_get_text_version (InterviewRecordingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_TEXT_VERSION);
}

/**
 * interview_recording_request_get_language:
 *
 * Returns: (transfer none): in which language it was read
 */
const char *
interview_recording_request_get_language (InterviewRecordingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}
