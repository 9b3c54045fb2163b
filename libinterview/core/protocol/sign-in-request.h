/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SIGN_IN_REQUEST (interview_sign_in_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSignInRequest,
                      interview_sign_in_request,
                      INTERVIEW,
                      SIGN_IN_REQUEST,
                      InterviewRecord)

const char *interview_sign_in_request_get_email (InterviewSignInRequest *self);
const char *interview_sign_in_request_get_password (InterviewSignInRequest *self);

G_END_DECLS
