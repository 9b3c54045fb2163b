/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/participant.h"
#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewChatScope:
 * @INTERVIEW_CHAT_SCOPE_ROOM: everybody in the room, the candidate too
 * @INTERVIEW_CHAT_SCOPE_PANEL: the recruiters of the room among themselves
 * @INTERVIEW_CHAT_SCOPE_HELP: the candidate and HR about help, and nobody of the room's panel
 *
 * Who reads a message.
 */
typedef enum
{
  INTERVIEW_CHAT_SCOPE_ROOM,
  INTERVIEW_CHAT_SCOPE_PANEL,
  INTERVIEW_CHAT_SCOPE_HELP,
  INTERVIEW_N_CHAT_SCOPES,
} InterviewChatScope;

#define INTERVIEW_TYPE_CHAT_SCOPE (interview_chat_scope_get_type ())
GType interview_chat_scope_get_type (void);

#define INTERVIEW_TYPE_CHAT_MESSAGE (interview_chat_message_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatMessage,
                      interview_chat_message,
                      INTERVIEW,
                      CHAT_MESSAGE,
                      InterviewRecord)

const char *interview_chat_message_get_id (InterviewChatMessage *self);
const char *interview_chat_message_get_room_id (InterviewChatMessage *self);
InterviewChatScope interview_chat_message_get_scope (InterviewChatMessage *self);
InterviewParticipant *interview_chat_message_get_sender (InterviewChatMessage *self);
const char *interview_chat_message_get_text (InterviewChatMessage *self);
gint64 interview_chat_message_get_sent_at (InterviewChatMessage *self);

G_END_DECLS
