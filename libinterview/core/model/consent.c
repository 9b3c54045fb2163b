/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/consent.h"

#include "core/protocol/limits.h"

/*
 * InterviewConsent is one line of the consent ledger: what a person decided about one recording,
 * and which text they had before them. It never changes; who decides anew gets another line.
 */
G_DEFINE_ENUM_TYPE (InterviewConsentDecision,
                    interview_consent_decision,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CONSENT_DECISION_GIVEN, "given"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CONSENT_DECISION_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CONSENT_DECISION_WITHDRAWN, "withdrawn"))

G_DEFINE_ENUM_TYPE (InterviewRecordingScope,
                    interview_recording_scope,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SCOPE_PRIVATE, "private"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_RECORDING_SCOPE_HIRING, "hiring"))

enum
{
  FIELD_RECORDING_ID,
  FIELD_ROOM_ID,
  FIELD_PERSON,
  FIELD_DECISION,
  FIELD_SCOPE,
  FIELD_TEXT_VERSION,
  FIELD_LANGUAGE,
  FIELD_AT,
};

static const InterviewField fields[] = {
  [FIELD_RECORDING_ID] = { "recording_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_PERSON] = { "person", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_participant_get_type },
  [FIELD_DECISION] = { "decision", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                       interview_consent_decision_get_type },
  [FIELD_SCOPE] = { "scope", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_recording_scope_get_type },
  [FIELD_TEXT_VERSION] = { "text_version", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 2, INTERVIEW_LIMIT_LANGUAGE,
                       NULL },
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewConsent, interview_consent)

/**
 * interview_consent_get_recording_id:
 *
 * Returns: (transfer none): the recording
 */
const char *
interview_consent_get_recording_id (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECORDING_ID);
}

/**
 * interview_consent_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_consent_get_room_id (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_consent_get_person:
 *
 * Returns: (nullable) (transfer none): who decided, as they were called then
 */
InterviewParticipant *
interview_consent_get_person (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_PERSON);
}

/**
 * interview_consent_get_decision:
 *
 * Returns: what they decided
 */
InterviewConsentDecision
interview_consent_get_decision (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_DECISION);
}

/**
 * interview_consent_get_scope:
 *
 * Returns: for what
 */
InterviewRecordingScope
interview_consent_get_scope (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SCOPE);
}

/**
 * interview_consent_get_text_version:
 *
 * Returns: version of the text that they read
 */
gint64
interview_consent_get_text_version (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_TEXT_VERSION);
}

/**
 * interview_consent_get_language:
 *
 * Returns: (transfer none): in which language they read it
 */
const char *
interview_consent_get_language (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}

/**
 * interview_consent_get_at:
 *
 * Returns: when, microseconds since 1970 in UTC
 */
gint64
interview_consent_get_at (InterviewConsent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}
