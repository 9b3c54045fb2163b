/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/file-reply.h"

#include "core/error.h"

#include "server/http-reply.h"
#include "server/inlet.h"

/* Held in memory at a time, whatever the size of the file. */
#define CHUNK (256 * 1024)

/*
 * A file on its way to a reader: a chunk is read on a worker when the one before it was taken, so
 * that a slow reader costs one chunk. On the message's shard; it frees itself when the message has
 * finished.
 */
typedef struct
{
  SoupServerMessage *message;
  InterviewBlobStore *blobs;
  InterviewUploadStore *uploads;
  gboolean uploaded;
  char *name;
  gint64 offset;
  gint64 end;
  gboolean begun;
  gboolean reading;
  gboolean gone;
  gulong chunk_id;
  gulong finished_id;
} FileReply;

static void
file_reply_free (FileReply *self)
{
  g_signal_handler_disconnect (self->message, self->chunk_id);
  g_signal_handler_disconnect (self->message, self->finished_id);
  g_clear_object (&self->message);
  g_clear_object (&self->blobs);
  g_clear_object (&self->uploads);
  g_free (self->name);
  g_free (self);
}

static void
read_chunk (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FileReply *self = task_data;
  gsize length = (gsize) MIN (self->end - self->offset, CHUNK);
  GError *error = NULL;
  GBytes *bytes;

  if (self->uploaded)
    bytes = interview_upload_store_read (self->uploads, self->name, self->offset, length, &error);
  else
    bytes = interview_blob_store_read (self->blobs, self->name, self->offset, length, &error);
  if (bytes != NULL && g_bytes_get_size (bytes) < length)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      g_set_error_literal (&error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                           "a file is shorter than its row says");
    }
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* With the headers gone there is no other way to say that the rest does not come. */
static void
fail (FileReply *self, const GError *error)
{
  g_warning ("A file could not be read: %s", error->message);
  if (self->begun)
    {
      interview_inlet_cut (interview_inlet_get_for_message (self->message));
      return;
    }
  soup_message_headers_clear (soup_server_message_get_response_headers (self->message));
  interview_http_reply_error (self->message, error, 0);
  soup_server_message_unpause (self->message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FileReply *self = user_data;
  SoupMessageBody *body = soup_server_message_get_response_body (self->message);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  self->reading = FALSE;
  if (self->gone)
    {
      file_reply_free (self);
      return;
    }
  if (bytes == NULL)
    {
      fail (self, error);
      return;
    }
  self->begun = TRUE;
  self->offset += (gint64) g_bytes_get_size (bytes);
  soup_message_body_append_bytes (body, bytes);
  if (self->offset == self->end)
    soup_message_body_complete (body);
  soup_server_message_unpause (self->message);
}

static void
read_on (FileReply *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read, self);

  self->reading = TRUE;
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_chunk);
}

static void
on_wrote_chunk (FileReply *self)
{
  interview_inlet_answer_goes_on (interview_inlet_get_for_message (self->message));
  if (self->offset < self->end && !self->reading)
    read_on (self);
}

static void
on_finished (FileReply *self)
{
  self->gone = TRUE;
  if (!self->reading)
    file_reply_free (self);
}

/* Whether one part is asked for; with an end before its beginning if it is not in the file. */
static gboolean
read_range (SoupServerMessage *message, gint64 size, gint64 *offset, gint64 *end)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupRange *ranges = NULL;
  int count = 0;
  gboolean one;

  if (!soup_message_headers_get_ranges (headers, size, &ranges, &count))
    return FALSE;
  one = count == 1 && ranges[0].start >= 0;
  if (one)
    {
      *offset = ranges[0].start;
      *end = MIN (ranges[0].end, size - 1) + 1;
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

/* What can be taken back is in no cache; everything else never changes. */
static void
set_headers (SoupServerMessage *message, const InterviewBlobRow *row, const char *tag)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *disposition = make_disposition (row);

  soup_message_headers_replace (headers, "ETag", tag);
  soup_message_headers_replace (headers, "Accept-Ranges", "bytes");
  soup_message_headers_replace (headers, "Cache-Control",
                                row->uploaded ? "no-store"
                                              : "private, max-age=31536000, immutable");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (headers, "Content-Disposition", disposition);
  soup_message_headers_set_content_type (headers, row->content_type, NULL);
}

/* Returns whether bytes are to follow. */
static gboolean
begin (FileReply *self, const InterviewBlobRow *row)
{
  SoupServerMessage *message = self->message;
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (message);
  g_autofree char *tag = g_strdup_printf ("\"%s\"", row->hash);
  g_autofree char *unsatisfied = NULL;

  set_headers (message, row, tag);
  if (g_strcmp0 (soup_message_headers_get_one (request, "If-None-Match"), tag) == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return FALSE;
    }
  if (!read_range (message, row->size, &self->offset, &self->end))
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  else if (self->offset < self->end)
    {
      soup_server_message_set_status (message, SOUP_STATUS_PARTIAL_CONTENT, NULL);
      soup_message_headers_set_content_range (response, self->offset, self->end - 1, row->size);
    }
  else
    {
      unsatisfied = g_strdup_printf ("bytes */%" G_GINT64_FORMAT, row->size);
      soup_server_message_set_status (message, SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE, NULL);
      soup_message_headers_replace (response, "Content-Range", unsatisfied);
      return FALSE;
    }
  soup_message_headers_set_content_length (response, self->end - self->offset);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  return self->offset < self->end;
}

/**
 * interview_file_reply_send:
 * @message: a paused request
 * @blobs: (transfer none): where the bytes are
 * @uploads: (transfer none): where they are if they were uploaded
 * @row: what is asked for, or a part of it as the request says
 *
 * Answers with the file and lets the message go on. On the message's shard.
 */
void
interview_file_reply_send (SoupServerMessage *message,
                           InterviewBlobStore *blobs,
                           InterviewUploadStore *uploads,
                           const InterviewBlobRow *row)
{
  FileReply *self = g_new0 (FileReply, 1);

  self->message = g_object_ref (message);
  self->blobs = g_object_ref (blobs);
  self->uploads = g_object_ref (uploads);
  self->uploaded = row->uploaded;
  self->name = g_strdup (row->uploaded ? row->id : row->hash);
  self->end = row->size;
  self->chunk_id =
      g_signal_connect_swapped (message, "wrote-chunk", G_CALLBACK (on_wrote_chunk), self);
  self->finished_id =
      g_signal_connect_swapped (message, "finished", G_CALLBACK (on_finished), self);
  if (begin (self, row))
    read_on (self);
  else
    soup_server_message_unpause (message);
}
