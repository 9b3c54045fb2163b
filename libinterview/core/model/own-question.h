/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_OWN_QUESTION (interview_own_question_get_type ())
G_DECLARE_FINAL_TYPE (InterviewOwnQuestion,
                      interview_own_question,
                      INTERVIEW,
                      OWN_QUESTION,
                      InterviewRecord)

const char *interview_own_question_get_id (InterviewOwnQuestion *self);
const char *interview_own_question_get_room_id (InterviewOwnQuestion *self);
const char *interview_own_question_get_person_id (InterviewOwnQuestion *self);
const char *interview_own_question_get_text (InterviewOwnQuestion *self);
gint64 interview_own_question_get_asked_at (InterviewOwnQuestion *self);

G_END_DECLS
