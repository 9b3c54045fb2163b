/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHARE_REQUEST (interview_share_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewShareRequest,
                      interview_share_request,
                      INTERVIEW,
                      SHARE_REQUEST,
                      InterviewRecord)

gint64 interview_share_request_get_size (InterviewShareRequest *self);
const char *interview_share_request_get_sha256 (InterviewShareRequest *self);
gint64 interview_share_request_get_days (InterviewShareRequest *self);

G_END_DECLS
