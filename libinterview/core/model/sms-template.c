/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/sms-template.h"

#include "core/protocol/limits.h"

/*
 * InterviewSmsTemplate names the text that a provider of text messages has on file for a kind of
 * message. Aliyun sends no other texts than those that it has approved.
 */
enum
{
  FIELD_KIND,
  FIELD_CODE,
};

static const InterviewField fields[] = {
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_notice_kind_get_type },
  [FIELD_CODE] = { "code", INTERVIEW_FIELD_STRING, TRUE, 1, 100, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSmsTemplate, interview_sms_template)

/**
 * interview_sms_template_get_kind:
 *
 * Returns: for which messages
 */
InterviewNoticeKind
interview_sms_template_get_kind (InterviewSmsTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SMS_TEMPLATE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_sms_template_get_code:
 *
 * Returns: (transfer none): what the provider calls it, as SMS_71390007
 */
const char *
interview_sms_template_get_code (InterviewSmsTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SMS_TEMPLATE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CODE);
}
