/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-template.h"
#include "server/services/notice-content.h"
#include "server/services/reader.h"

G_BEGIN_DECLS

/**
 * InterviewDraft:
 * @room_id: (nullable): the interview that it is about
 * @actor_id: (nullable): who causes it
 * @values: (element-type InterviewFact): what the placeholders stand for
 * @calendar: (nullable): an appointment as iCalendar
 * @calendar_method: (nullable): its METHOD
 * @due_at: not before, microseconds since 1970 in UTC; 0 for at once
 *
 * A message to be composed and sent.
 */
typedef struct
{
  InterviewNoticeKind kind;
  const char *company_id;
  const char *unit_id;
  const char *room_id;
  const char *actor_id;
  GPtrArray *values;
  const char *calendar;
  const char *calendar_method;
  gint64 due_at;
} InterviewDraft;

void interview_notice_service_add_value (GPtrArray *values, const char *name, const char *value);
void interview_notice_service_add_contact (GPtrArray *values, InterviewNoticeSettings *settings);
InterviewNoticeContent *interview_notice_service_compose (InterviewNoticeTemplate *template,
                                                          const InterviewDraft *draft);
char *interview_notice_service_send (InterviewTransaction *transaction,
                                     const InterviewDraft *draft,
                                     InterviewReader *reader,
                                     InterviewNoticeSettings *settings,
                                     GError **error);
char *interview_notice_service_send_content (InterviewTransaction *transaction,
                                             const InterviewDraft *draft,
                                             InterviewNoticeContent *content,
                                             InterviewReader *reader,
                                             InterviewNoticeSettings *settings,
                                             GError **error);

G_END_DECLS
