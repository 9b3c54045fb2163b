/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/chat-message.h"

G_BEGIN_DECLS

void interview_chat_api_list_async (InterviewConnection *connection,
                                    const char *room_id,
                                    InterviewChatScope scope,
                                    gint64 from,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

InterviewPage *interview_chat_api_list_finish (InterviewConnection *connection,
                                               GAsyncResult *result,
                                               GError **error);

G_END_DECLS
