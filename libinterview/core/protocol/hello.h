/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HELLO (interview_hello_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHello, interview_hello, INTERVIEW, HELLO, InterviewRecord)

const char *interview_hello_get_instance (InterviewHello *self);
gint64 interview_hello_get_last_sequence (InterviewHello *self);

G_END_DECLS
