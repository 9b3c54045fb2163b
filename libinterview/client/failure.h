/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/endpoint.h"
#include "core/protocol/problem.h"

G_BEGIN_DECLS

GError *interview_failure_from_problem (InterviewProblem *problem);

GError *interview_failure_from_status (guint status);

GError *interview_failure_from_transport (const GError *cause, InterviewEndpoint *endpoint);

GError *interview_failure_too_slow (InterviewEndpoint *endpoint);

GError *interview_failure_not_understood (void);

GError *interview_failure_refuses_plain (void);

GError *interview_failure_replaced (void);

G_END_DECLS
