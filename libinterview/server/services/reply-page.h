/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/reply-service.h"

G_BEGIN_DECLS

char *interview_reply_page_make (const InterviewReplyCase *found,
                                 const char *code,
                                 const char *language,
                                 InterviewAnswerForm *form,
                                 const GError *failure);

G_END_DECLS
