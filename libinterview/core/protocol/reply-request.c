/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/reply-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewReplyRequest is the body by which a candidate answers their invitation in the program.
 */
enum
{
  FIELD_STARTS_AT,
  FIELD_ANSWER,
  FIELD_PROPOSED_AT,
  FIELD_NOTE,
};

static const InterviewField fields[] = {
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_ANSWER] = { "answer", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_answer_get_type },
  [FIELD_PROPOSED_AT] = { "proposed_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
  [FIELD_NOTE] = { "note", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_REPLY, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewReplyRequest, interview_reply_request)

/**
 * interview_reply_request_get_starts_at:
 *
 * Returns: the start that the candidate answers to, microseconds since 1970 in UTC
 */
gint64
interview_reply_request_get_starts_at (InterviewReplyRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REPLY_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_reply_request_get_answer:
 *
 * Returns: what they answer
 */
InterviewRoomAnswer
interview_reply_request_get_answer (InterviewReplyRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REPLY_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ANSWER);
}

/**
 * interview_reply_request_get_proposed_at:
 *
 * Returns: when they would rather start, 0 if they propose nothing; microseconds since
 *   1970 in UTC
 */
gint64
interview_reply_request_get_proposed_at (InterviewReplyRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REPLY_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_PROPOSED_AT);
}

/**
 * interview_reply_request_get_note:
 *
 * Returns: (transfer none) (nullable): what they write about it
 */
const char *
interview_reply_request_get_note (InterviewReplyRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REPLY_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NOTE);
}
