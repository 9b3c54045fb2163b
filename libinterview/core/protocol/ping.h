/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PING (interview_ping_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPing, interview_ping, INTERVIEW, PING, InterviewRecord)

gint64 interview_ping_get_token (InterviewPing *self);

G_END_DECLS
