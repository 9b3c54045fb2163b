/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewNewNotice:
 * @person_id: whom it is for
 * @room_id: (nullable): the interview that it is about
 * @actor_id: (nullable): who caused it
 * @subject: one line, for the log
 * @content: all that it says; sealed in the store
 *
 * A message to be written.
 */
typedef struct
{
  InterviewRowHead head;
  InterviewNoticeKind kind;
  const char *person_id;
  const char *room_id;
  const char *actor_id;
  const char *subject;
  const char *content;
} InterviewNewNotice;

/**
 * InterviewNoticeRow:
 * @content: all that it says, unsealed
 *
 * A message as it was written.
 */
typedef struct
{
  char *id;
  char *room_id;
  InterviewNoticeKind kind;
  char *content;
  gint64 sent_at;
} InterviewNoticeRow;

void interview_notice_row_free (InterviewNoticeRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewNoticeRow, interview_notice_row_free)

gboolean interview_notice_table_insert (InterviewTransaction *transaction,
                                        const InterviewNewNotice *message,
                                        GError **error);
InterviewNoticeRow *
interview_notice_table_get (InterviewTransaction *transaction, const char *id, GError **error);
gboolean interview_notice_table_count (InterviewTransaction *transaction,
                                       const char *room_id,
                                       InterviewNoticeKind kind,
                                       gint64 *count,
                                       gint64 *last,
                                       GError **error);
GPtrArray *interview_notice_table_list (InterviewTransaction *transaction,
                                        const char *person_id,
                                        gint64 before,
                                        const char *before_id,
                                        guint limit,
                                        GError **error);

G_END_DECLS
