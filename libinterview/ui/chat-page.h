/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/chat-message.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_PAGE (interview_chat_page_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatPage, interview_chat_page, INTERVIEW, CHAT_PAGE, GtkWidget)

GtkWidget *interview_chat_page_new (void);

void interview_chat_page_set_audience (InterviewChatPage *self,
                                       InterviewChatScope scope,
                                       gboolean one_of_two);
void interview_chat_page_set_model (InterviewChatPage *self, GListModel *model);
GtkTextBuffer *interview_chat_page_get_buffer (InterviewChatPage *self);
void interview_chat_page_focus_composer (InterviewChatPage *self);

G_END_DECLS
