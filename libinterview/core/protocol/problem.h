/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PROBLEM (interview_problem_get_type ())
G_DECLARE_FINAL_TYPE (InterviewProblem, interview_problem, INTERVIEW, PROBLEM, InterviewRecord)

const char *interview_problem_get_type_uri (InterviewProblem *self);
const char *interview_problem_get_title (InterviewProblem *self);
gint64 interview_problem_get_status (InterviewProblem *self);
const char *interview_problem_get_detail (InterviewProblem *self);
const char *interview_problem_get_code (InterviewProblem *self);
gint64 interview_problem_get_retry_after (InterviewProblem *self);
gint64 interview_problem_get_opens_at (InterviewProblem *self);

G_END_DECLS
