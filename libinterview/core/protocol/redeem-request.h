/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_REDEEM_REQUEST (interview_redeem_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRedeemRequest,
                      interview_redeem_request,
                      INTERVIEW,
                      REDEEM_REQUEST,
                      InterviewRecord)

const char *interview_redeem_request_get_code (InterviewRedeemRequest *self);

G_END_DECLS
