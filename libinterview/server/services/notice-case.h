/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"
#include "server/services/appointment.h"
#include "server/services/notice-service.h"
#include "server/store/outbox-table.h"
#include "server/store/room-row.h"

G_BEGIN_DECLS

/**
 * InterviewNoticeCase:
 * @reader: to whom is written: the candidate, or a recruiter
 * @actor_id: (nullable): who causes what is written
 *
 * All that messages about one room need.
 */
typedef struct
{
  InterviewRoomRow *row;
  InterviewRoom *room;
  InterviewNoticeSettings *settings;
  InterviewReader *reader;
  char *company_name;
  const char *actor_id;
} InterviewNoticeCase;

gboolean interview_notice_case_open (InterviewTransaction *transaction,
                                     InterviewNoticeCase *self,
                                     const char *room_id,
                                     const char *actor_id,
                                     GError **error);
gboolean interview_notice_case_open_for (InterviewTransaction *transaction,
                                         InterviewNoticeCase *self,
                                         const char *room_id,
                                         const char *person_id,
                                         const char *actor_id,
                                         GError **error);
void interview_notice_case_clear (InterviewNoticeCase *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InterviewNoticeCase, interview_notice_case_clear)

GPtrArray *interview_notice_case_make_values (const InterviewNoticeCase *self);
gint64 interview_notice_case_get_reminder_time (InterviewTransaction *transaction,
                                                const InterviewNoticeCase *self,
                                                gint64 starts_at);
gboolean interview_notice_case_overtake (InterviewTransaction *transaction,
                                         const InterviewNoticeCase *self,
                                         const InterviewOutboxRow *row,
                                         GError **error);
char *interview_notice_case_make_calendar (InterviewTransaction *transaction,
                                           const InterviewNoticeCase *self,
                                           InterviewAppointment *appointment);
char *interview_notice_case_send (InterviewTransaction *transaction,
                                  const InterviewNoticeCase *self,
                                  InterviewDraft *draft,
                                  GError **error);

void interview_notice_case_add_interview (const InterviewNoticeCase *self,
                                          GPtrArray *values,
                                          gint64 starts_at,
                                          gint64 duration_minutes);
void interview_notice_case_add_moment (GPtrArray *values,
                                       gint64 time,
                                       GTimeZone *zone,
                                       const char *language);

G_END_DECLS
