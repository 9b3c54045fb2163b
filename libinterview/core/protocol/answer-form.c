/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/answer-form.h"

#include "core/protocol/limits.h"

/*
 * InterviewAnswerForm is what the page of an invitation sends: an answer, and day and time in the
 * zone that the page shows, as an HTML form writes them.
 */
enum
{
  FIELD_ANSWER,
  FIELD_SEEN,
  FIELD_DATE,
  FIELD_TIME,
  FIELD_NOTE,
};

static const InterviewField fields[] = {
  [FIELD_ANSWER] = { "answer", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_answer_get_type },
  [FIELD_SEEN] = { "seen", INTERVIEW_FIELD_STRING, TRUE, 1, 20, NULL },
  [FIELD_DATE] = { "date", INTERVIEW_FIELD_STRING, FALSE, 0, 10, NULL },
  [FIELD_TIME] = { "time", INTERVIEW_FIELD_STRING, FALSE, 0, 5, NULL },
  [FIELD_NOTE] = { "note", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_REPLY, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewAnswerForm, interview_answer_form)

/**
 * interview_answer_form_get_answer:
 *
 * Returns: what they answer
 */
InterviewRoomAnswer
interview_answer_form_get_answer (InterviewAnswerForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER_FORM (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ANSWER);
}

/**
 * interview_answer_form_get_seen:
 *
 * Returns: (transfer none): the start that the page showed, in seconds since 1970 in UTC
 */
const char *
interview_answer_form_get_seen (InterviewAnswerForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SEEN);
}

/**
 * interview_answer_form_get_date:
 *
 * Returns: (transfer none) (nullable): the day that they propose, as 2035-01-31
 */
const char *
interview_answer_form_get_date (InterviewAnswerForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DATE);
}

/**
 * interview_answer_form_get_time:
 *
 * Returns: (transfer none) (nullable): the time of day that they propose, as 09:30
 */
const char *
interview_answer_form_get_time (InterviewAnswerForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME);
}

/**
 * interview_answer_form_get_note:
 *
 * Returns: (transfer none) (nullable): what they write about it
 */
const char *
interview_answer_form_get_note (InterviewAnswerForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ANSWER_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NOTE);
}
