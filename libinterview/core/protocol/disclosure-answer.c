/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/disclosure-answer.h"

#include "core/protocol/limits.h"

/*
 * InterviewDisclosureAnswer is the body by which somebody agrees to tell the other side what it
 * asked for, or does not.
 */
enum
{
  FIELD_AGREED,
  FIELD_KEEP,
  FIELD_CONTENTS,
};

static const InterviewField fields[] = {
  [FIELD_AGREED] = { "agreed", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_KEEP] = { "keep", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_CONTENTS] = { "contents", INTERVIEW_FIELD_RECORD, FALSE, 0, 0,
                       interview_disclosed_text_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewDisclosureAnswer, interview_disclosure_answer)

/**
 * interview_disclosure_answer_get_agreed:
 *
 * Returns: whether it is to be given
 */
gboolean
interview_disclosure_answer_get_agreed (InterviewDisclosureAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE_ANSWER (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_AGREED);
}

/**
 * interview_disclosure_answer_get_keep:
 *
 * Returns: whether the company may keep it; otherwise it goes when the interview is over
 */
gboolean
interview_disclosure_answer_get_keep (InterviewDisclosureAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE_ANSWER (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_KEEP);
}

/**
 * interview_disclosure_answer_get_contents:
 *
 * Returns: (nullable) (transfer none): what is given
 */
InterviewDisclosedText *
interview_disclosure_answer_get_contents (InterviewDisclosureAnswer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISCLOSURE_ANSWER (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_CONTENTS);
}
