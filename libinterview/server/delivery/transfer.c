/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/delivery/transfer.h"

#include <string.h>

/* A server that is loaded may take its time over a mail (RFC 5321, 4.5.3.2 says ten minutes for the
 * answer after the full stop); a worker cannot wait so long, and what it gives up is uncertain. */
#define CONNECT_SECONDS 30L
#define WHOLE_SECONDS 120L

/* Bytes of an answer; what is longer is not for us. */
#define MAX_REPLY (64 * 1024)

static size_t
on_read (char *buffer, size_t size, size_t count, void *data)
{
  InterviewTransfer *self = data;
  gsize length;
  const char *body = g_bytes_get_data (self->body, &length);
  gsize part;

  if (!self->hand_over.begun)
    {
      if (!self->begin (self->data))
        {
          self->withdrawn = TRUE;
          return CURL_READFUNC_ABORT;
        }
      self->hand_over.begun = TRUE;
    }
  part = MIN (size * count, length - self->given);
  memcpy (buffer, body + self->given, part);
  self->given += part;
  self->hand_over.complete = self->given == length;
  return part;
}

/* What has begun ends by itself, within the limits of time. */
static int
on_progress (void *data, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
  InterviewTransfer *self = data;

  return g_atomic_int_get (self->stop) != 0 && !self->hand_over.begun;
}

/**
 * interview_transfer_take_reply:
 * @buffer: what came
 * @data: the transfer
 *
 * Keeps what the other side says; for libcurl to call.
 *
 * Returns: how much was taken
 */
size_t
interview_transfer_take_reply (char *buffer, size_t size, size_t count, void *data)
{
  InterviewTransfer *self = data;

  if (self->reply->len + size * count > MAX_REPLY)
    return 0;
  g_string_append_len (self->reply, buffer, (gssize) (size * count));
  return size * count;
}

/**
 * interview_transfer_init:
 * @ca_file: (nullable): certificates to trust instead of the system's
 * @begin: called before the first byte leaves
 * @data: for @begin
 * @stop: read while it runs
 */
void
interview_transfer_init (InterviewTransfer *self,
                         const char *ca_file,
                         InterviewBeginFunc begin,
                         gpointer data,
                         const int *stop)
{
  memset (self, 0, sizeof *self);
  self->ca_file = ca_file;
  self->begin = begin;
  self->data = data;
  self->stop = stop;
  self->reply = g_string_new (NULL);
}

/**
 * interview_transfer_clear:
 */
void
interview_transfer_clear (InterviewTransfer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  if (self->reply != NULL)
    g_string_free (g_steal_pointer (&self->reply), TRUE);
}

/**
 * interview_transfer_open:
 * @uri: whom to talk to
 * @body: what is to be handed over
 *
 * Returns: (transfer full) (nullable): a handle to be set up further, or %NULL without memory
 */
CURL *
interview_transfer_open (InterviewTransfer *self, const char *uri, GBytes *body)
{
  CURL *handle = curl_easy_init ();

  if (handle == NULL)
    return NULL;
  self->body = g_bytes_ref (body);
  curl_easy_setopt (handle, CURLOPT_URL, uri);
  curl_easy_setopt (handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (handle, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (handle, CURLOPT_TIMEOUT, WHOLE_SECONDS);
  curl_easy_setopt (handle, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  if (self->ca_file != NULL)
    curl_easy_setopt (handle, CURLOPT_CAINFO, self->ca_file);
  curl_easy_setopt (handle, CURLOPT_READFUNCTION, on_read);
  curl_easy_setopt (handle, CURLOPT_READDATA, self);
  curl_easy_setopt (handle, CURLOPT_WRITEFUNCTION, interview_transfer_take_reply);
  curl_easy_setopt (handle, CURLOPT_WRITEDATA, self);
  curl_easy_setopt (handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (handle, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt (handle, CURLOPT_XFERINFODATA, self);
  return handle;
}

/**
 * interview_transfer_run:
 * @handle: (transfer full): set up
 *
 * Blocks until it is known how it went, at most some minutes.
 */
void
interview_transfer_run (InterviewTransfer *self, CURL *handle)
{
  self->hand_over.result = curl_easy_perform (handle);
  curl_easy_getinfo (handle, CURLINFO_RESPONSE_CODE, &self->hand_over.answer);
  curl_easy_cleanup (handle);
}
