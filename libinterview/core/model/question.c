/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/question.h"

#include "core/protocol/limits.h"

/*
 * InterviewQuestion is a question that one side may ask, with what the server counted.
 */
G_DEFINE_ENUM_TYPE (InterviewQuestionSide,
                    interview_question_side,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_SIDE_CANDIDATE, "candidate"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_SIDE_RECRUITER, "recruiter"))

G_DEFINE_ENUM_TYPE (InterviewQuestionKind,
                    interview_question_kind,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_KIND_GENERAL, "general"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_KIND_BEHAVIOURAL, "behavioural"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_KIND_TECHNICAL, "technical"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_KIND_SCENARIO, "scenario"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_KIND_SKILL, "skill"))

G_DEFINE_ENUM_TYPE (InterviewQuestionOrigin,
                    interview_question_origin,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_ORIGIN_KIT, "kit"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_QUESTION_ORIGIN_TYPED, "typed"))

enum
{
  FIELD_ID,
  FIELD_SIDE,
  FIELD_KIND,
  FIELD_TEXT,
  FIELD_HINT,
  FIELD_ASKED_COUNT,
  FIELD_ASKED,
  FIELD_ORIGIN,
  FIELD_PLACE,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_SIDE] = { "side", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_question_side_get_type },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_question_kind_get_type },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_HINT] = { "hint", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_ASKED_COUNT] = { "asked_count", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_ASKED] = { "asked", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_ORIGIN] = { "origin", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                     interview_question_origin_get_type },
  [FIELD_PLACE] = { "place", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewQuestion, interview_question)

/**
 * interview_question_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_question_get_id (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_question_get_side:
 *
 * Returns: who asks it
 */
InterviewQuestionSide
interview_question_get_side (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SIDE);
}

/**
 * interview_question_get_kind:
 *
 * Returns: what it is about
 */
InterviewQuestionKind
interview_question_get_kind (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_question_get_text:
 *
 * Returns: (transfer none): the question, in the language that was asked for
 */
const char *
interview_question_get_text (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_question_get_hint:
 *
 * Returns: (nullable) (transfer none): what a good answer shows, for recruiters
 */
const char *
interview_question_get_hint (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_HINT);
}

/**
 * interview_question_get_asked_count:
 *
 * Returns: in how many rooms of the position it was asked
 */
gint64
interview_question_get_asked_count (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ASKED_COUNT);
}

/**
 * interview_question_get_asked:
 *
 * Returns: whether it was asked in this room
 */
gboolean
interview_question_get_asked (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_ASKED);
}

/**
 * interview_question_get_origin:
 *
 * Returns: whose words it has
 */
InterviewQuestionOrigin
interview_question_get_origin (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ORIGIN);
}

/**
 * interview_question_get_place:
 *
 * Returns: where it stands in the kit of the position, however often it is asked
 */
gint64
interview_question_get_place (InterviewQuestion *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_PLACE);
}
