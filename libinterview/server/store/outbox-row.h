/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/delivery.h"

G_BEGIN_DECLS

/**
 * InterviewOutboxRow:
 * @content: sealed, what the message says
 * @attempts: how often it was tried
 *
 * What is needed to bring one message on its way.
 */
typedef struct
{
  char *id;
  char *company_id;
  char *notice_id;
  char *person_id;
  char *person_name;
  char *room_id;
  InterviewNoticeKind kind;
  InterviewDeliveryChannel channel;
  InterviewDeliveryState state;
  char *recipient;
  gint64 attempts;
  gint64 due_at;
  gint64 written_at;
  GBytes *content;
} InterviewOutboxRow;

void interview_outbox_row_free (InterviewOutboxRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewOutboxRow, interview_outbox_row_free)

G_END_DECLS
