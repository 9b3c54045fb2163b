/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/consent-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewConsentRequest is the body by which a person decides whether they may be recorded.
 */
enum
{
  FIELD_DECISION,
  FIELD_TEXT_VERSION,
  FIELD_LANGUAGE,
};

static const InterviewField fields[] = {
  [FIELD_DECISION] = { "decision", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                       interview_consent_decision_get_type },
  [FIELD_TEXT_VERSION] = { "text_version", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 2, INTERVIEW_LIMIT_LANGUAGE,
                       NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewConsentRequest, interview_consent_request)

/**
 * interview_consent_request_get_decision:
 *
 * Returns: what they decide
 */
InterviewConsentDecision
interview_consent_request_get_decision (InterviewConsentRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_DECISION);
}

/**
 * interview_consent_request_get_text_version:
 *
 * Returns: version of the text that was read
 */
gint64
interview_consent_request_get_text_version (InterviewConsentRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_TEXT_VERSION);
}

/**
 * interview_consent_request_get_language:
 *
 * Returns: (transfer none): in which language it was read
 */
const char *
interview_consent_request_get_language (InterviewConsentRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}
