/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CANDIDATE_REQUEST (interview_candidate_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCandidateRequest,
                      interview_candidate_request,
                      INTERVIEW,
                      CANDIDATE_REQUEST,
                      InterviewRecord)

const char *interview_candidate_request_get_display_name (InterviewCandidateRequest *self);
const char *interview_candidate_request_get_email (InterviewCandidateRequest *self);
const char *interview_candidate_request_get_phone (InterviewCandidateRequest *self);

G_END_DECLS
