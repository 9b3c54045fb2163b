/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/disclosed-text.h"

#include "core/protocol/limits.h"

/*
 * InterviewDisclosedText is what somebody tells the other side of themselves or of their company,
 * where the server has no resume or profile.
 */
enum
{
  FIELD_HEADLINE,
  FIELD_TEXT,
  FIELD_ITEMS,
};

static const InterviewField fields[] = {
  [FIELD_HEADLINE] = { "headline", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_ITEMS] = { "items", INTERVIEW_FIELD_STRINGS, FALSE, 0, 50, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewDisclosedText, interview_disclosed_text)

/**
 * interview_disclosed_text_get_headline:
 *
 * Returns: (transfer none): one line
 */
const char *
interview_disclosed_text_get_headline (InterviewDisclosedText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSED_TEXT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_HEADLINE);
}

/**
 * interview_disclosed_text_get_text:
 *
 * Returns: (nullable) (transfer none): more of it
 */
const char *
interview_disclosed_text_get_text (InterviewDisclosedText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSED_TEXT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_disclosed_text_get_items:
 *
 * Returns: (nullable) (transfer none): skills, or what the company hires for
 */
const char *const *
interview_disclosed_text_get_items (InterviewDisclosedText *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSED_TEXT (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_ITEMS);
}
