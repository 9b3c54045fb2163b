/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CHAT_REQUEST (interview_chat_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewChatRequest,
                      interview_chat_request,
                      INTERVIEW,
                      CHAT_REQUEST,
                      InterviewRecord)

const char *interview_chat_request_get_text (InterviewChatRequest *self);

G_END_DECLS
