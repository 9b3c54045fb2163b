/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/chat-message.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_VIEW (interview_chat_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatView, interview_chat_view, INTERVIEW, CHAT_VIEW, GtkWidget)

GtkWidget *interview_chat_view_new (void);

void interview_chat_view_set_model (InterviewChatView *self,
                                    InterviewChatScope scope,
                                    GListModel *model);
void
interview_chat_view_set_unread (InterviewChatView *self, InterviewChatScope scope, guint unread);
GtkTextBuffer *interview_chat_view_get_buffer (InterviewChatView *self, InterviewChatScope scope);
gboolean interview_chat_view_shows (InterviewChatView *self, InterviewChatScope scope);

G_END_DECLS
