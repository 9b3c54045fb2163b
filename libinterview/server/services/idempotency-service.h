/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_idempotency_service_find (InterviewTransaction *transaction,
                                             InterviewActor *actor,
                                             const char *token,
                                             const char *key,
                                             GBytes *request_hash,
                                             guint *status,
                                             char **body,
                                             GError **error);
gboolean interview_idempotency_service_record (InterviewTransaction *transaction,
                                               InterviewActor *actor,
                                               const char *token,
                                               const char *key,
                                               GBytes *request_hash,
                                               guint status,
                                               const char *body,
                                               GError **error);

G_END_DECLS
