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

static gboolean
read_range (SoupServerMessage *message, gint64 size, gint64 *offset, gint64 *length)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupRange *ranges = NULL;
  int count = 0;
  gboolean one;

  if (size == 0 || !soup_message_headers_get_ranges (headers, size, &ranges, &count))
    return FALSE;
  one = count == 1 && ranges[0].start >= 0 && ranges[0].end >= ranges[0].start &&
        ranges[0].end < size;
  if (one)
    {
      *offset = ranges[0].start;
      *length = ranges[0].end - ranges[0].start + 1;
    }
  soup_message_headers_free_ranges (headers, ranges);
  return one;
}

static char *
make_disposition (const InterviewBlobRow *row)
{
  g_autofree char *name = NULL;

  if (row->name == NULL)
    return g_strdup ("inline");
  name = g_uri_escape_string (row->name, NULL, FALSE);
  return g_strdup_printf ("inline; filename*=UTF-8''%s", name);
}

/**
 * interview_http_reply_blob_begin:
 * @message: the request
 * @row: what is asked for
 * @offset: (out): the first byte to send
 * @length: (out): how many to send
 *
 * Sets status and headers, for a part if the request asks for one.
 *
 * Returns: whether bytes are needed; %FALSE if the reader has them already
 */
gboolean
interview_http_reply_blob_begin (SoupServerMessage *message,
                                 const InterviewBlobRow *row,
                                 gint64 *offset,
                                 gint64 *length)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (message);
  g_autofree char *tag = g_strdup_printf ("\"%s\"", row->hash);
  g_autofree char *disposition = make_disposition (row);

  set_header (message, "ETag", tag);
  set_header (message, "Accept-Ranges", "bytes");
  set_header (message, "Cache-Control", "private, max-age=31536000, immutable");
  if (g_strcmp0 (soup_message_headers_get_one (request, "If-None-Match"), tag) == 0)
    {
      set_body (message, SOUP_STATUS_NOT_MODIFIED, NULL, NULL);
      return FALSE;
    }
  set_header (message, "Content-Disposition", disposition);
  soup_message_headers_set_content_type (response, row->content_type, NULL);
  *offset = 0;
  *length = row->size;
  if (read_range (message, row->size, offset, length))
    {
      soup_message_headers_set_content_range (response, *offset, *offset + *length - 1, row->size);
      set_body (message, SOUP_STATUS_PARTIAL_CONTENT, NULL, NULL);
    }
  else
    set_body (message, SOUP_STATUS_OK, NULL, NULL);
  return TRUE;
}

/**
 * interview_http_reply_blob_finish:
 * @message: the request, after interview_http_reply_blob_begin()
 * @bytes: what it said
 */
void
interview_http_reply_blob_finish (SoupServerMessage *message, GBytes *bytes)
{
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}
