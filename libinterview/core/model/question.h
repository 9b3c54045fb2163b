/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewQuestionSide:
 *
 * Who asks a question.
 */
typedef enum
{
  INTERVIEW_QUESTION_SIDE_CANDIDATE,
  INTERVIEW_QUESTION_SIDE_RECRUITER,
} InterviewQuestionSide;

#define INTERVIEW_TYPE_QUESTION_SIDE (interview_question_side_get_type ())
GType interview_question_side_get_type (void);

/**
 * InterviewQuestionKind:
 *
 * What a question is about.
 */
typedef enum
{
  INTERVIEW_QUESTION_KIND_GENERAL,
  INTERVIEW_QUESTION_KIND_BEHAVIOURAL,
  INTERVIEW_QUESTION_KIND_TECHNICAL,
  INTERVIEW_QUESTION_KIND_SCENARIO,
  INTERVIEW_QUESTION_KIND_SKILL,
} InterviewQuestionKind;

#define INTERVIEW_TYPE_QUESTION_KIND (interview_question_kind_get_type ())
GType interview_question_kind_get_type (void);

/**
 * InterviewQuestionOrigin:
 * @INTERVIEW_QUESTION_ORIGIN_KIT: the company prepared it for the position
 * @INTERVIEW_QUESTION_ORIGIN_TYPED: people asked it in their own words
 *
 * Whose words a question has.
 */
typedef enum
{
  INTERVIEW_QUESTION_ORIGIN_KIT,
  INTERVIEW_QUESTION_ORIGIN_TYPED,
} InterviewQuestionOrigin;

#define INTERVIEW_TYPE_QUESTION_ORIGIN (interview_question_origin_get_type ())
GType interview_question_origin_get_type (void);

#define INTERVIEW_TYPE_QUESTION (interview_question_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQuestion, interview_question, INTERVIEW, QUESTION, InterviewRecord)

const char *interview_question_get_id (InterviewQuestion *self);
InterviewQuestionSide interview_question_get_side (InterviewQuestion *self);
InterviewQuestionKind interview_question_get_kind (InterviewQuestion *self);
const char *interview_question_get_text (InterviewQuestion *self);
const char *interview_question_get_hint (InterviewQuestion *self);
gint64 interview_question_get_asked_count (InterviewQuestion *self);
gboolean interview_question_get_asked (InterviewQuestion *self);
InterviewQuestionOrigin interview_question_get_origin (InterviewQuestion *self);
gint64 interview_question_get_place (InterviewQuestion *self);

G_END_DECLS
