/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/room-reply.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_REPLY_REQUEST (interview_reply_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewReplyRequest,
                      interview_reply_request,
                      INTERVIEW,
                      REPLY_REQUEST,
                      InterviewRecord)

gint64 interview_reply_request_get_starts_at (InterviewReplyRequest *self);
InterviewRoomAnswer interview_reply_request_get_answer (InterviewReplyRequest *self);
gint64 interview_reply_request_get_proposed_at (InterviewReplyRequest *self);
const char *interview_reply_request_get_note (InterviewReplyRequest *self);

G_END_DECLS
