/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_PANEL (interview_chat_panel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatPanel, interview_chat_panel, INTERVIEW, CHAT_PANEL, GObject)

InterviewChatPanel *interview_chat_panel_new (InterviewAccount *account, const char *room_id);

GtkWidget *interview_chat_panel_get_view (InterviewChatPanel *self);
guint interview_chat_panel_get_unread (InterviewChatPanel *self);
void interview_chat_panel_load (InterviewChatPanel *self);
void interview_chat_panel_send_to_room (InterviewChatPanel *self, const char *text);

G_END_DECLS
