/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/notice-preview.h"

#include "core/protocol/limits.h"

/*
 * InterviewNoticePreview is what an example of a template would look like.
 */
enum
{
  FIELD_SUBJECT,
  FIELD_PLAIN,
  FIELD_HTML,
  FIELD_BRIEF,
};

static const InterviewField fields[] = {
  [FIELD_SUBJECT] = { "subject", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PLAIN] = { "plain", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_HTML] = { "html", INTERVIEW_FIELD_STRING, TRUE, 1, 8 * INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_BRIEF] = { "brief", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewNoticePreview, interview_notice_preview)

/**
 * interview_notice_preview_get_subject:
 *
 * Returns: (transfer none): one line
 */
const char *
interview_notice_preview_get_subject (InterviewNoticePreview *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_PREVIEW (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT);
}

/**
 * interview_notice_preview_get_plain:
 *
 * Returns: (transfer none): the text
 */
const char *
interview_notice_preview_get_plain (InterviewNoticePreview *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_PREVIEW (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PLAIN);
}

/**
 * interview_notice_preview_get_html:
 *
 * Returns: (transfer none): the same as HTML
 */
const char *
interview_notice_preview_get_html (InterviewNoticePreview *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_PREVIEW (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_HTML);
}

/**
 * interview_notice_preview_get_brief:
 *
 * Returns: (nullable) (transfer none): the text for a phone
 */
const char *
interview_notice_preview_get_brief (InterviewNoticePreview *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_PREVIEW (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BRIEF);
}
