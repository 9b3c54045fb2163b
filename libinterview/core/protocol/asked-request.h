/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ASKED_REQUEST (interview_asked_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAskedRequest,
                      interview_asked_request,
                      INTERVIEW,
                      ASKED_REQUEST,
                      InterviewRecord)

gboolean interview_asked_request_get_asked (InterviewAskedRequest *self);

G_END_DECLS
