/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_WELCOME (interview_welcome_get_type ())
G_DECLARE_FINAL_TYPE (InterviewWelcome, interview_welcome, INTERVIEW, WELCOME, InterviewRecord)

gint64 interview_welcome_get_sequence (InterviewWelcome *self);
gboolean interview_welcome_get_resumed (InterviewWelcome *self);
gint64 interview_welcome_get_server_time (InterviewWelcome *self);
gint64 interview_welcome_get_recruiter_limit (InterviewWelcome *self);

G_END_DECLS
