/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_QUESTION_REQUEST (interview_question_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQuestionRequest,
                      interview_question_request,
                      INTERVIEW,
                      QUESTION_REQUEST,
                      InterviewRecord)

const char *interview_question_request_get_text (InterviewQuestionRequest *self);

G_END_DECLS
