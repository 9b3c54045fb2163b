/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/audit-entry.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewNewAuditEntry:
 * @actor_id: (nullable): who did it; %NULL for the server itself
 * @subject_id: (nullable): whom it is about
 * @reason: (nullable): why
 * @former: (nullable): how it was before
 * @latter: (nullable): how it was afterwards
 *
 * What is to be remembered for ever.
 */
typedef struct
{
  const char *company_id;
  InterviewAuditKind kind;
  const char *actor_id;
  const char *subject_id;
  const char *reason;
  const char *former;
  const char *latter;
} InterviewNewAuditEntry;

gboolean interview_audit_table_insert (InterviewTransaction *transaction,
                                       const InterviewNewAuditEntry *entry,
                                       GError **error);
GPtrArray *interview_audit_table_list (InterviewTransaction *transaction,
                                       const char *company_id,
                                       gint64 before,
                                       const char *before_id,
                                       guint limit,
                                       GError **error);

G_END_DECLS
