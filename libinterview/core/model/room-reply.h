/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewRoomAnswer:
 * @INTERVIEW_ROOM_ANSWER_ACCEPTED: they will come
 * @INTERVIEW_ROOM_ANSWER_DECLINED: they will not
 * @INTERVIEW_ROOM_ANSWER_PROPOSED: they would rather come at another time
 *
 * What a candidate answers to an invitation.
 */
typedef enum
{
  INTERVIEW_ROOM_ANSWER_ACCEPTED,
  INTERVIEW_ROOM_ANSWER_DECLINED,
  INTERVIEW_ROOM_ANSWER_PROPOSED,
} InterviewRoomAnswer;

#define INTERVIEW_TYPE_ROOM_ANSWER (interview_room_answer_get_type ())
GType interview_room_answer_get_type (void);

#define INTERVIEW_TYPE_ROOM_REPLY (interview_room_reply_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomReply,
                      interview_room_reply,
                      INTERVIEW,
                      ROOM_REPLY,
                      InterviewRecord)

InterviewRoomAnswer interview_room_reply_get_answer (InterviewRoomReply *self);
gint64 interview_room_reply_get_proposed_at (InterviewRoomReply *self);
const char *interview_room_reply_get_note (InterviewRoomReply *self);
gint64 interview_room_reply_get_at (InterviewRoomReply *self);

G_END_DECLS
