/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/consent-text.h"

#include "core/protocol/limits.h"

/*
 * InterviewConsentText is what a person reads before they decide whether they may be recorded, in
 * one language. A text that somebody has read is never changed: another wording has another
 * version.
 */
enum
{
  FIELD_VERSION,
  FIELD_LANGUAGE,
  FIELD_TEXT,
};

static const InterviewField fields[] = {
  [FIELD_VERSION] = { "version", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 2, INTERVIEW_LIMIT_LANGUAGE,
                       NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_CONSENT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewConsentText, interview_consent_text)

/**
 * interview_consent_text_get_version:
 *
 * Returns: rises with each wording
 */
gint64
interview_consent_text_get_version (InterviewConsentText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_TEXT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_VERSION);
}

/**
 * interview_consent_text_get_language:
 *
 * Returns: (transfer none): its language tag, such as zh-CN
 */
const char *
interview_consent_text_get_language (InterviewConsentText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_TEXT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}

/**
 * interview_consent_text_get_text:
 *
 * Returns: (transfer none): the wording
 */
const char *
interview_consent_text_get_text (InterviewConsentText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_TEXT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}
