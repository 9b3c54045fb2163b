/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/own-question.h"

#include "core/protocol/limits.h"

/*
 * InterviewOwnQuestion is a question that somebody asked in their own words, as a program keeps it
 * until the server has it.
 */
enum
{
  FIELD_ID,
  FIELD_ROOM_ID,
  FIELD_PERSON_ID,
  FIELD_TEXT,
  FIELD_ASKED_AT,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_PERSON_ID] = { "person_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_QUESTION, NULL },
  [FIELD_ASKED_AT] = { "asked_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewOwnQuestion, interview_own_question)

/**
 * interview_own_question_get_id:
 *
 * Returns: (transfer none): the identifier, made by the program
 */
const char *
interview_own_question_get_id (InterviewOwnQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OWN_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_own_question_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_own_question_get_room_id (InterviewOwnQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OWN_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_own_question_get_person_id:
 *
 * Returns: (transfer none): who asked
 */
const char *
interview_own_question_get_person_id (InterviewOwnQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OWN_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERSON_ID);
}

/**
 * interview_own_question_get_text:
 *
 * Returns: (transfer none): what was asked
 */
const char *
interview_own_question_get_text (InterviewOwnQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OWN_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_own_question_get_asked_at:
 *
 * Returns: when, microseconds since 1970 in UTC
 */
gint64
interview_own_question_get_asked_at (InterviewOwnQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_OWN_QUESTION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ASKED_AT);
}
