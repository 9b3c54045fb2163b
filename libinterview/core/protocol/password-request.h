/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PASSWORD_REQUEST (interview_password_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPasswordRequest,
                      interview_password_request,
                      INTERVIEW,
                      PASSWORD_REQUEST,
                      InterviewRecord)

const char *interview_password_request_get_current (InterviewPasswordRequest *self);
const char *interview_password_request_get_replacement (InterviewPasswordRequest *self);

G_END_DECLS
