/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/room-reply.h"

#include "core/protocol/limits.h"

/*
 * InterviewRoomReply is what a candidate answered to the invitation to an interview.
 */
G_DEFINE_ENUM_TYPE (InterviewRoomAnswer,
                    interview_room_answer,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ANSWER_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ANSWER_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ANSWER_PROPOSED, "proposed"))

enum
{
  FIELD_ANSWER,
  FIELD_PROPOSED_AT,
  FIELD_NOTE,
  FIELD_AT,
};

static const InterviewField fields[] = {
  [FIELD_ANSWER] = { "answer", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_answer_get_type },
  [FIELD_PROPOSED_AT] = { "proposed_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
  [FIELD_NOTE] = { "note", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_REPLY, NULL },
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRoomReply, interview_room_reply)

/**
 * interview_room_reply_get_answer:
 *
 * Returns: what they answered
 */
InterviewRoomAnswer
interview_room_reply_get_answer (InterviewRoomReply *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REPLY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ANSWER);
}

/**
 * interview_room_reply_get_proposed_at:
 *
 * Returns: when they would rather start, 0 if they did not propose a time; microseconds
 * since 1970 in UTC
 */
gint64
interview_room_reply_get_proposed_at (InterviewRoomReply *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REPLY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_PROPOSED_AT);
}

/**
 * interview_room_reply_get_note:
 *
 * Returns: (transfer none) (nullable): what they wrote about it
 */
const char *
interview_room_reply_get_note (InterviewRoomReply *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REPLY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NOTE);
}

/**
 * interview_room_reply_get_at:
 *
 * Returns: when they answered, microseconds since 1970 in UTC
 */
gint64
interview_room_reply_get_at (InterviewRoomReply *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REPLY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}
