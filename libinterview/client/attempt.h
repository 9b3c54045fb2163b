/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ATTEMPT (interview_attempt_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAttempt, interview_attempt, INTERVIEW, ATTEMPT, GObject)

InterviewAttempt *interview_attempt_new (void);

const char *interview_attempt_get_key (InterviewAttempt *self, InterviewRecord *request);

G_END_DECLS
