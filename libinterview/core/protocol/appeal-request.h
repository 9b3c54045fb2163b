/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_APPEAL_REQUEST (interview_appeal_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAppealRequest,
                      interview_appeal_request,
                      INTERVIEW,
                      APPEAL_REQUEST,
                      InterviewRecord)

gint64 interview_appeal_request_get_revision (InterviewAppealRequest *self);
const char *interview_appeal_request_get_reason (InterviewAppealRequest *self);

G_END_DECLS
