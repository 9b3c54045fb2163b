/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/question-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewQuestionRequest is the body that notes a question which somebody asked in their own
 * words.
 */
enum
{
  FIELD_TEXT,
};

static const InterviewField fields[] = {
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_QUESTION, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewQuestionRequest, interview_question_request)

/**
 * interview_question_request_get_text:
 *
 * Returns: (transfer none): what was asked
 */
const char *
interview_question_request_get_text (InterviewQuestionRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}
