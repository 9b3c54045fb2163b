/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/chat-message.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_LOADER (interview_chat_loader_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatLoader, interview_chat_loader, INTERVIEW, CHAT_LOADER, GObject)

InterviewChatLoader *interview_chat_loader_new (InterviewAccount *account,
                                                const char *room_id,
                                                InterviewChatScope scope);

void interview_chat_loader_load (InterviewChatLoader *self);
void interview_chat_loader_send (InterviewChatLoader *self, const char *text);
void interview_chat_loader_mark_seen (InterviewChatLoader *self);
GListModel *interview_chat_loader_get_lines (InterviewChatLoader *self);
guint interview_chat_loader_get_unread (InterviewChatLoader *self);

G_END_DECLS
