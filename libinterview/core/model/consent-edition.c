/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/consent-edition.h"

/*
 * InterviewConsentEdition is one version of a company’s consent text in all its languages.
 */
enum
{
  FIELD_VERSION,
  FIELD_TEXTS,
};

static const InterviewField fields[] = {
  [FIELD_VERSION] = { "version", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_TEXTS] = { "texts", INTERVIEW_FIELD_RECORDS, TRUE, 1, 8, interview_consent_text_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewConsentEdition, interview_consent_edition)

/**
 * interview_consent_edition_get_version:
 *
 * Returns: the version; of an update, the one that it is based on
 */
gint64
interview_consent_edition_get_version (InterviewConsentEdition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_EDITION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_VERSION);
}

/**
 * interview_consent_edition_get_texts:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewConsentText): the texts
 */
GPtrArray *
interview_consent_edition_get_texts (InterviewConsentEdition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_EDITION (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_TEXTS);
}
