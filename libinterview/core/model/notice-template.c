/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/notice-template.h"

#include "core/protocol/limits.h"

/*
 * InterviewNoticeTemplate is what a company says in one kind of message and one language. Words
 * in double braces, as {{date}}, stand for what each message is about.
 */
enum
{
  FIELD_KIND,
  FIELD_LANGUAGE,
  FIELD_REVISION,
  FIELD_CUSTOM,
  FIELD_SUBJECT,
  FIELD_BODY,
  FIELD_BRIEF,
};

static const InterviewField fields[] = {
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_notice_kind_get_type },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 1, 35, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_CUSTOM] = { "custom", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SUBJECT] = { "subject", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_BODY] = { "body", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_LONG_TEXT / 2, NULL },
  [FIELD_BRIEF] = { "brief", INTERVIEW_FIELD_STRING, FALSE, 0, 500, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewNoticeTemplate, interview_notice_template)

/**
 * interview_notice_template_get_kind:
 *
 * Returns: in which messages
 */
InterviewNoticeKind
interview_notice_template_get_kind (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_notice_template_get_language:
 *
 * Returns: (transfer none): the tag of its language, as zh-CN
 */
const char *
interview_notice_template_get_language (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}

/**
 * interview_notice_template_get_revision:
 *
 * Returns: rises with every change; 0 while the built-in text holds
 */
gint64
interview_notice_template_get_revision (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_notice_template_get_custom:
 *
 * Returns: whether it is the company’s own; otherwise the built-in text holds
 */
gboolean
interview_notice_template_get_custom (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_CUSTOM);
}

/**
 * interview_notice_template_get_subject:
 *
 * Returns: (transfer none): one line
 */
const char *
interview_notice_template_get_subject (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT);
}

/**
 * interview_notice_template_get_body:
 *
 * Returns: (transfer none): the text, in paragraphs
 */
const char *
interview_notice_template_get_body (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BODY);
}

/**
 * interview_notice_template_get_brief:
 *
 * Returns: (nullable) (transfer none): the text for a phone
 */
const char *
interview_notice_template_get_brief (InterviewNoticeTemplate *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_TEMPLATE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BRIEF);
}
