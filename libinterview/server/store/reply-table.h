/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room-reply.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_reply_table_find (InterviewTransaction *transaction,
                                     const char *room_id,
                                     InterviewRoomReply **reply,
                                     GError **error);
gboolean interview_reply_table_replace (InterviewTransaction *transaction,
                                        const char *room_id,
                                        InterviewRoomReply *reply,
                                        GError **error);
gboolean interview_reply_table_delete (InterviewTransaction *transaction,
                                       const char *room_id,
                                       GError **error);

G_END_DECLS
