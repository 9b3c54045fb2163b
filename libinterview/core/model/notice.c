/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/notice.h"

#include "core/protocol/limits.h"

/*
 * InterviewNotice is something that the company wrote to somebody, as the reader sees it.
 */
G_DEFINE_ENUM_TYPE (InterviewNoticeKind,
                    interview_notice_kind,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_INVITATION, "invitation"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_UPDATE, "update"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_CANCELLATION, "cancellation"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_REMINDER, "reminder"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_CONTACT, "contact"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_ONBOARDING, "onboarding"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_TEST, "test"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_PANEL_INVITATION,
                                         "panel-invitation"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_PANEL_UPDATE, "panel-update"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION,
                                         "panel-cancellation"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_NOTICE_KIND_PANEL_REMINDER, "panel-reminder"))

enum
{
  FIELD_ID,
  FIELD_KIND,
  FIELD_ROOM_ID,
  FIELD_SUBJECT,
  FIELD_TEXT,
  FIELD_CALENDAR,
  FIELD_SENT_AT,
  FIELD_SENT_TO,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_notice_kind_get_type },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_SUBJECT] = { "subject", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_CALENDAR] = { "calendar", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT,
                       NULL },
  [FIELD_SENT_AT] = { "sent_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_SENT_TO] = { "sent_to", INTERVIEW_FIELD_STRINGS, FALSE, 0, 10, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewNotice, interview_notice)

/**
 * interview_notice_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_notice_get_id (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_notice_get_kind:
 *
 * Returns: what it is about
 */
InterviewNoticeKind
interview_notice_get_kind (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_notice_get_room_id:
 *
 * Returns: (nullable) (transfer none): the interview that it is about
 */
const char *
interview_notice_get_room_id (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_notice_get_subject:
 *
 * Returns: (transfer none): one line
 */
const char *
interview_notice_get_subject (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUBJECT);
}

/**
 * interview_notice_get_text:
 *
 * Returns: (transfer none): what it says, in lines
 */
const char *
interview_notice_get_text (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_notice_get_calendar:
 *
 * Returns: (nullable) (transfer none): an appointment as iCalendar (RFC 5545)
 */
const char *
interview_notice_get_calendar (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CALENDAR);
}

/**
 * interview_notice_get_sent_at:
 *
 * Returns: since when it can be read, microseconds since 1970 in UTC
 */
gint64
interview_notice_get_sent_at (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SENT_AT);
}

/**
 * interview_notice_get_sent_to:
 *
 * Returns: (nullable) (transfer none): the addresses and numbers that it goes to
 */
const char *const *
interview_notice_get_sent_to (InterviewNotice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_SENT_TO);
}
