/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHOICE_REQUEST (interview_choice_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChoiceRequest,
                      interview_choice_request,
                      INTERVIEW,
                      CHOICE_REQUEST,
                      InterviewRecord)

const char *interview_choice_request_get_recruiter_id (InterviewChoiceRequest *self);

G_END_DECLS
