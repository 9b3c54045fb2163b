/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewIdempotencyRow:
 * @request_hash: hash of what was asked
 * @status: HTTP status of the answer
 * @sealed_body: (nullable): the answer, as the store may keep it
 */
typedef struct
{
  GBytes *request_hash;
  guint status;
  GBytes *sealed_body;
} InterviewIdempotencyRow;

void interview_idempotency_row_free (InterviewIdempotencyRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewIdempotencyRow, interview_idempotency_row_free)

gboolean interview_idempotency_table_find (InterviewTransaction *transaction,
                                           const char *actor_id,
                                           const char *key,
                                           InterviewIdempotencyRow **row,
                                           GError **error);
gboolean interview_idempotency_table_insert (InterviewTransaction *transaction,
                                             const char *actor_id,
                                             const char *key,
                                             const InterviewIdempotencyRow *row,
                                             gint64 expires_at,
                                             GError **error);
gboolean interview_idempotency_table_clean_up (InterviewTransaction *transaction, GError **error);

G_END_DECLS
