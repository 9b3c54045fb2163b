/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESEND_LIMIT (interview_resend_limit_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResendLimit,
                      interview_resend_limit,
                      INTERVIEW,
                      RESEND_LIMIT,
                      GObject)

InterviewResendLimit *interview_resend_limit_new (void);
void interview_resend_limit_watch (InterviewResendLimit *self, GstElement *sender);
void interview_resend_limit_update (InterviewResendLimit *self, guint bitrate, double loss);

G_END_DECLS
