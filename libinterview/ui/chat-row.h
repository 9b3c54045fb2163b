/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/chat-line.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_ROW (interview_chat_row_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatRow, interview_chat_row, INTERVIEW, CHAT_ROW, GtkListBoxRow)

GtkWidget *interview_chat_row_new (InterviewChatLine *line);

G_END_DECLS
