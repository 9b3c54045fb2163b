/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/notice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SMS_TEMPLATE (interview_sms_template_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSmsTemplate,
                      interview_sms_template,
                      INTERVIEW,
                      SMS_TEMPLATE,
                      InterviewRecord)

InterviewNoticeKind interview_sms_template_get_kind (InterviewSmsTemplate *self);
const char *interview_sms_template_get_code (InterviewSmsTemplate *self);

G_END_DECLS
