/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/notice-content.h"

#include "core/protocol/limits.h"

/*
 * InterviewNoticeContent is what a notice says, in every form that it may leave in. It is sealed
 * in the store, since it holds what lets a candidate in.
 */
enum
{
  FIELD_KIND,
  FIELD_LANGUAGE,
  FIELD_SUBJECT,
  FIELD_PLAIN,
  FIELD_HTML,
  FIELD_BRIEF,
  FIELD_VALUES,
  FIELD_CALENDAR,
  FIELD_CALENDAR_METHOD,
};

static const InterviewField fields[] = {
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, FALSE, 0, 0, interview_notice_kind_get_type },
  [FIELD_LANGUAGE] = { "language", INTERVIEW_FIELD_STRING, TRUE, 1, 35, NULL },
  [FIELD_SUBJECT] = { "subject", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PLAIN] = { "plain", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_HTML] = { "html", INTERVIEW_FIELD_STRING, FALSE, 0, 8 * INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_BRIEF] = { "brief", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_VALUES] = { "values", INTERVIEW_FIELD_RECORDS, FALSE, 0, 50, interview_fact_get_type },
  [FIELD_CALENDAR] = { "calendar", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT,
                       NULL },
  [FIELD_CALENDAR_METHOD] = { "calendar_method", INTERVIEW_FIELD_STRING, FALSE, 0, 20, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewNoticeContent, interview_notice_content)

/**
 * interview_notice_content_get_kind:
 *
 * Returns: the template that it was made from
 */
InterviewNoticeKind
interview_notice_content_get_kind (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_notice_content_get_language:
 *
 * Returns: (transfer none): the tag of its language
 */
const char *
interview_notice_content_get_language (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LANGUAGE);
}

/**
 * interview_notice_content_get_subject:
 *
 * Returns: (transfer none): one line
 */
const char *
interview_notice_content_get_subject (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT);
}

/**
 * interview_notice_content_get_plain:
 *
 * Returns: (transfer none): the text
 */
const char *
interview_notice_content_get_plain (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PLAIN);
}

/**
 * interview_notice_content_get_html:
 *
 * Returns: (nullable) (transfer none): the same as HTML
 */
const char *
interview_notice_content_get_html (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_HTML);
}

/**
 * interview_notice_content_get_brief:
 *
 * Returns: (nullable) (transfer none): the text for a phone; %NULL if none is to go there
 */
const char *
interview_notice_content_get_brief (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BRIEF);
}

/**
 * interview_notice_content_get_values:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewFact): what the placeholders stood
 *   for, by name
 */
GPtrArray *
interview_notice_content_get_values (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_VALUES);
}

/**
 * interview_notice_content_get_calendar:
 *
 * Returns: (nullable) (transfer none): an appointment as iCalendar
 */
const char *
interview_notice_content_get_calendar (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CALENDAR);
}

/**
 * interview_notice_content_get_calendar_method:
 *
 * Returns: (nullable) (transfer none): its METHOD, as REQUEST
 */
const char *
interview_notice_content_get_calendar_method (InterviewNoticeContent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_CONTENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CALENDAR_METHOD);
}
