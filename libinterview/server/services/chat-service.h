/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/chat-message.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_chat_service_list (InterviewTransaction *transaction,
                                        const char *room_id,
                                        InterviewChatScope scope,
                                        gint64 from,
                                        const char *cursor,
                                        guint limit,
                                        char **next_cursor,
                                        GError **error);
InterviewChatMessage *interview_chat_service_send (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   const char *room_id,
                                                   InterviewChatScope scope,
                                                   const char *message_id,
                                                   const char *text,
                                                   gboolean *created,
                                                   GError **error);

G_END_DECLS
