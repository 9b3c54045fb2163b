/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RETRY (interview_retry_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRetry, interview_retry, INTERVIEW, RETRY, GObject)

InterviewRetry *interview_retry_new (void);

void interview_retry_plan (InterviewRetry *self);
void interview_retry_hurry (InterviewRetry *self);
void interview_retry_reset (InterviewRetry *self);
gboolean interview_retry_is_planned (InterviewRetry *self);

gboolean interview_retry_helps (const GError *error);

G_END_DECLS
