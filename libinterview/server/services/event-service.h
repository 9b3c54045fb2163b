/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/event.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_event_service_get_last (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           gint64 *sequence,
                                           GError **error);
GPtrArray *interview_event_service_list_since (InterviewTransaction *transaction,
                                               InterviewActor *actor,
                                               gint64 sequence,
                                               gboolean *complete,
                                               GError **error);

G_END_DECLS
