/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/translation.h"

#include "core/protocol/limits.h"

/*
 * InterviewTranslation is a text in one language.
 */
enum
{
  FIELD_LANGUAGE,
  FIELD_TEXT,
};

static const InterviewField fields[] = {
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 2, 20, NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewTranslation, interview_translation)

/**
 * interview_translation_get_language:
 *
 * Returns: (transfer none): language tag, such as `zh-CN`
 */
const char *
interview_translation_get_language (InterviewTranslation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSLATION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}

/**
 * interview_translation_get_text:
 *
 * Returns: (transfer none): the text
 */
const char *
interview_translation_get_text (InterviewTranslation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSLATION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}
