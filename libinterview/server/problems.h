/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/error.h"
#include "core/protocol/problem.h"

G_BEGIN_DECLS

InterviewProblem *interview_problem_new_for_code (InterviewErrorCode code, const char *detail);
InterviewProblem *interview_problem_new_for_error (const GError *error);
InterviewProblem *interview_problem_new_for_error_at (const GError *error, gint64 opens_at);
InterviewProblem *interview_problem_new_too_often (guint wait);

G_END_DECLS
