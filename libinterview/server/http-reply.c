/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/http-reply.h"

#include <string.h>

#include "server/problems.h"

/* How an answer of the server is put into HTTP. All on the message's shard. */

static void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
set_body (SoupServerMessage *message, guint status, const char *content_type, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  set_header (message, "X-Content-Type-Options", "nosniff");
  if (text != NULL)
    soup_server_message_set_response (message, content_type, SOUP_MEMORY_COPY, text, strlen (text));
}

/**
 * interview_http_reply_json:
 * @message: the request
 * @status: HTTP status
 * @text: (nullable): JSON
 */
void
interview_http_reply_json (SoupServerMessage *message, guint status, const char *text)
{
  set_header (message, "Cache-Control", "no-store");
  set_body (message, status, "application/json", text);
}

/**
 * interview_http_reply_page:
 * @message: the request
 * @status: HTTP status
 * @html: a page for people, which loads nothing but what this server has
 */
void
interview_http_reply_page (SoupServerMessage *message, guint status, const char *html)
{
  set_header (message, "Cache-Control", "no-store");
  set_header (message, "Referrer-Policy", "no-referrer");
  set_header (message, "X-Robots-Tag", "noindex, nofollow");
  set_header (message, "Content-Security-Policy",
              "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; "
              "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  set_body (message, status, "text/html; charset=utf-8", html);
}

/**
 * interview_http_reply_problem:
 * @message: the request
 * @problem: what is wrong with it
 */
void
interview_http_reply_problem (SoupServerMessage *message, InterviewProblem *problem)
{
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (problem));
  g_autofree char *wait = NULL;

  set_header (message, "Cache-Control", "no-store");
  if (interview_problem_get_status (problem) == SOUP_STATUS_UNAUTHORIZED)
    set_header (message, "WWW-Authenticate", "Bearer");
  if (interview_problem_get_retry_after (problem) > 0)
    {
      wait = g_strdup_printf ("%" G_GINT64_FORMAT, interview_problem_get_retry_after (problem));
      set_header (message, "Retry-After", wait);
    }
  set_body (message, interview_problem_get_status (problem), "application/problem+json", text);
}

/**
 * interview_http_reply_error:
 * @message: the request
 * @error: what is wrong with it
 * @opens_at: microseconds since 1970, UTC: from when it would be right, 0 if not said
 */
void
interview_http_reply_error (SoupServerMessage *message, const GError *error, gint64 opens_at)
{
  g_autoptr (InterviewProblem) problem = interview_problem_new_for_error_at (error, opens_at);

  interview_http_reply_problem (message, problem);
}
