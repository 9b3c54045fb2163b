/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/chat-message.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_chat_table_insert (InterviewTransaction *transaction,
                                      const InterviewRowHead *head,
                                      const char *room_id,
                                      InterviewChatScope scope,
                                      const char *sender_id,
                                      const char *text,
                                      GError **error);
gboolean interview_chat_table_find (InterviewTransaction *transaction,
                                    const char *id,
                                    InterviewChatMessage **message,
                                    GError **error);
GPtrArray *interview_chat_table_list (InterviewTransaction *transaction,
                                      const char *room_id,
                                      InterviewChatScope scope,
                                      gint64 from,
                                      gint64 after,
                                      guint limit,
                                      GError **error);
gboolean interview_chat_table_count_since (InterviewTransaction *transaction,
                                           const char *room_id,
                                           const char *sender_id,
                                           gint64 since,
                                           gint64 *count,
                                           GError **error);

G_END_DECLS
