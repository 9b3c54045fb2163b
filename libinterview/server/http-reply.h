/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "core/protocol/problem.h"

G_BEGIN_DECLS

void interview_http_reply_json (SoupServerMessage *message, guint status, const char *text);
void interview_http_reply_page (SoupServerMessage *message, guint status, const char *html);
void interview_http_reply_problem (SoupServerMessage *message, InterviewProblem *problem);
void interview_http_reply_error (SoupServerMessage *message, const GError *error, gint64 opens_at);

G_END_DECLS
