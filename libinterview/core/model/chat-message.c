/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/chat-message.h"

#include "core/protocol/limits.h"

/*
 * InterviewChatMessage is what somebody wrote in a room. Its identifier is made by the program, so
 * that a second delivery of the same message changes nothing.
 */
G_DEFINE_ENUM_TYPE (InterviewChatScope,
                    interview_chat_scope,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHAT_SCOPE_ROOM, "room"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHAT_SCOPE_PANEL, "panel"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CHAT_SCOPE_HELP, "help"))

enum
{
  FIELD_ID,
  FIELD_ROOM_ID,
  FIELD_SCOPE,
  FIELD_SENDER,
  FIELD_TEXT,
  FIELD_SENT_AT,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_SCOPE] = { "scope", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_chat_scope_get_type },
  [FIELD_SENDER] = { "sender", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_participant_get_type },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_SENT_AT] = { "sent_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewChatMessage, interview_chat_message)

/**
 * interview_chat_message_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_chat_message_get_id (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_chat_message_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_chat_message_get_room_id (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_chat_message_get_scope:
 *
 * Returns: who reads it
 */
InterviewChatScope
interview_chat_message_get_scope (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SCOPE);
}

/**
 * interview_chat_message_get_sender:
 *
 * Returns: (transfer none): who wrote it
 */
InterviewParticipant *
interview_chat_message_get_sender (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_SENDER);
}

/**
 * interview_chat_message_get_text:
 *
 * Returns: (transfer none): plain text, which may have several lines
 */
const char *
interview_chat_message_get_text (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_chat_message_get_sent_at:
 *
 * Returns: when the server took it, which puts the messages of a room in order; until then, when
 *   it was written; microseconds since 1970 in UTC
 */
gint64
interview_chat_message_get_sent_at (InterviewChatMessage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_MESSAGE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SENT_AT);
}
