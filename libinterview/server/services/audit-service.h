/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/audit-entry.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_audit_service_list (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *cursor,
                                         guint limit,
                                         char **next_cursor,
                                         GError **error);
gboolean interview_audit_service_record_change (InterviewTransaction *transaction,
                                                InterviewActor *actor,
                                                InterviewAuditKind kind,
                                                InterviewRecord *former,
                                                InterviewRecord *latter,
                                                GError **error);

G_END_DECLS
