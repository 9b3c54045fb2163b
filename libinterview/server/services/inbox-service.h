/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewNotice *
interview_inbox_service_get (InterviewTransaction *transaction, const char *id, GError **error);
GPtrArray *interview_inbox_service_list (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *cursor,
                                         guint limit,
                                         char **next_cursor,
                                         GError **error);
gboolean interview_inbox_service_set_time_zone (InterviewTransaction *transaction,
                                                InterviewActor *actor,
                                                const char *time_zone,
                                                GError **error);

G_END_DECLS
