/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/chat-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewChatRequest is the body that sends a chat message. Who reads it is said by the path
 * alone, which is what the access policy judges.
 */
enum
{
  FIELD_TEXT,
};

static const InterviewField fields[] = {
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewChatRequest, interview_chat_request)

/**
 * interview_chat_request_get_text:
 *
 * Returns: (transfer none): what was written
 */
const char *
interview_chat_request_get_text (InterviewChatRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}
