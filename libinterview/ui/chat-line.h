/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewChatLineState:
 * @INTERVIEW_CHAT_LINE_SENT: the server has it
 * @INTERVIEW_CHAT_LINE_WAITING: it is kept here and not sent yet
 * @INTERVIEW_CHAT_LINE_REFUSED: it will never be sent
 *
 * How far a message is.
 */
typedef enum
{
  INTERVIEW_CHAT_LINE_SENT,
  INTERVIEW_CHAT_LINE_WAITING,
  INTERVIEW_CHAT_LINE_REFUSED,
} InterviewChatLineState;

#define INTERVIEW_TYPE_CHAT_LINE (interview_chat_line_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatLine, interview_chat_line, INTERVIEW, CHAT_LINE, GObject)

InterviewChatLine *interview_chat_line_new (const char *id,
                                            const char *sender,
                                            gboolean own,
                                            const char *text,
                                            const char *time);

const char *interview_chat_line_get_id (InterviewChatLine *self);
const char *interview_chat_line_get_sender (InterviewChatLine *self);
gboolean interview_chat_line_get_own (InterviewChatLine *self);
const char *interview_chat_line_get_text (InterviewChatLine *self);
const char *interview_chat_line_get_time (InterviewChatLine *self);
InterviewChatLineState interview_chat_line_get_state (InterviewChatLine *self);
const char *interview_chat_line_get_problem (InterviewChatLine *self);
void interview_chat_line_set_state (InterviewChatLine *self,
                                    InterviewChatLineState state,
                                    const char *problem);

G_END_DECLS
