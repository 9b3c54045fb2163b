/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/blob-cache.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "client/blob-entry.h"
#include "client/connection-private.h"
#include "client/failure.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/routes.h"
#include "core/source.h"

#define CHUNK 65536

/*
 * InterviewBlobCache brings pictures and documents of the server into files, so that a viewer can
 * open them. What is there is used again if the server says that it is still the same, or cannot be
 * asked; what came half is continued. Fetches of the same blob wait for each other. The program
 * owns it; on the main context that it was made on.
 */
struct _InterviewBlobCache
{
  GObject parent_instance;

  InterviewConnection *connection;
  char *directory;
  GHashTable *queues;
};

G_DEFINE_FINAL_TYPE (InterviewBlobCache, interview_blob_cache, G_TYPE_OBJECT)

/* One fetch: data of its task. */
typedef struct
{
  char *blob_id;
  InterviewBlobEntry *entry;
  gsize limit;
  gsize size;
  gboolean fresh;
  gboolean restarted;
  char *part_etag;
  SoupMessage *message;
  GInputStream *stream;
  GCancellable *inner;
  GSource *stall;
  gulong outer_id;
  gboolean too_slow;
} Fetch;

static void begin_fetch (GTask *task);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  interview_source_clear (&fetch->stall);
  g_free (fetch->blob_id);
  g_free (fetch->part_etag);
  g_clear_object (&fetch->entry);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->inner);
  g_free (fetch);
}

static void
interview_blob_cache_finalize (GObject *object)
{
  InterviewBlobCache *self = INTERVIEW_BLOB_CACHE (object);

  g_clear_object (&self->connection);
  g_free (self->directory);
  g_hash_table_unref (self->queues);

  G_OBJECT_CLASS (interview_blob_cache_parent_class)->finalize (object);
}

static void
interview_blob_cache_class_init (InterviewBlobCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_blob_cache_finalize;
}

static void
interview_blob_cache_init (InterviewBlobCache *self)
{
  self->queues =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * interview_blob_cache_new:
 * @connection: (transfer none): the connection
 * @directory: a folder for the files; made when it is needed
 *
 * Returns: (transfer full): a new cache
 */
InterviewBlobCache *
interview_blob_cache_new (InterviewConnection *connection, const char *directory)
{
  InterviewBlobCache *self;

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_BLOB_CACHE, NULL);
  self->connection = g_object_ref (connection);
  self->directory = g_strdup (directory);
  return self;
}

/* Answers the task, and lets the next fetch of the same blob begin. */
static void
finish (GTask *task, GError *error)
{
  InterviewBlobCache *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GPtrArray *queue = g_hash_table_lookup (self->queues, fetch->blob_id);
  g_autoptr (GTask) next = NULL;

  interview_source_clear (&fetch->stall);
  if (fetch->outer_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), fetch->outer_id);
  fetch->outer_id = 0;
  interview_blob_entry_pause (fetch->entry);
  if (queue->len > 0)
    next = g_ptr_array_steal_index (queue, 0);
  else
    g_hash_table_remove (self->queues, fetch->blob_id);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_file_new_for_path (interview_blob_entry_get_path (fetch->entry)),
                           g_object_unref);
  if (next != NULL)
    begin_fetch (g_steal_pointer (&next));
}

static GError *
describe_too_large (void)
{
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE,
                              _ ("This file is too large to be opened here. Ask for a smaller "
                                 "one."));
}

static void
fail_transport (GTask *task, const GError *cause)
{
  InterviewBlobCache *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  InterviewEndpoint *endpoint = interview_connection_get_endpoint (self->connection);
  g_autoptr (GError) error = fetch->too_slow ? interview_failure_too_slow (endpoint)
                                             : interview_failure_from_transport (cause, endpoint);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      finish (task, g_steal_pointer (&error));
      return;
    }
  interview_connection_set_online (self->connection, FALSE);
  /* What was seen before can be seen again while the server is away. */
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK) && fetch->fresh)
    finish (task, NULL);
  else
    finish (task, g_steal_pointer (&error));
}

static gboolean
on_stalled (gpointer user_data)
{
  Fetch *fetch = g_task_get_task_data (G_TASK (user_data));

  fetch->too_slow = TRUE;
  g_cancellable_cancel (fetch->inner);
  return G_SOURCE_REMOVE;
}

/* A large file may take long, but something must come all the time. */
static void
watch_for_stall (GTask *task)
{
  InterviewBlobCache *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  interview_source_clear (&fetch->stall);
  fetch->stall = g_timeout_source_new (interview_connection_get_time_limit (self->connection));
  g_source_set_callback (fetch->stall, on_stalled, task, NULL);
  g_source_attach (fetch->stall, g_task_get_context (task));
}

static void
on_chunk (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      fail_transport (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      interview_blob_entry_complete (fetch->entry, &error);
      finish (task, g_steal_pointer (&error));
      return;
    }
  fetch->size += g_bytes_get_size (chunk);
  if (fetch->size > fetch->limit)
    {
      interview_blob_entry_discard (fetch->entry);
      finish (task, describe_too_large ());
      return;
    }
  if (!interview_blob_entry_write (fetch->entry, chunk, &error))
    {
      finish (task, g_steal_pointer (&error));
      return;
    }
  watch_for_stall (task);
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->inner, on_chunk,
                                   g_steal_pointer (&task));
}

/* Whether a partial answer begins where the part ends, and is of the same version. */
static gboolean
continues_part (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  goffset start = 0;
  goffset end = 0;
  goffset total = 0;

  return soup_message_headers_get_content_range (headers, &start, &end, &total) &&
         start == (goffset) fetch->size &&
         g_strcmp0 (soup_message_headers_get_one (headers, "ETag"), fetch->part_etag) == 0;
}

/* Prepares the file for what the answer is about to bring. */
static gboolean
accept_answer (Fetch *fetch, guint status, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  goffset length = soup_message_headers_get_content_length (headers);

  if (status == SOUP_STATUS_OK)
    fetch->size = 0;
  if (length < 0 || (gsize) length + fetch->size > fetch->limit)
    {
      interview_blob_entry_discard (fetch->entry);
      g_propagate_error (error, describe_too_large ());
      return FALSE;
    }
  if (status == SOUP_STATUS_PARTIAL_CONTENT)
    return interview_blob_entry_resume (fetch->entry, error);
  return interview_blob_entry_begin (fetch->entry, soup_message_headers_get_one (headers, "ETag"),
                                     error);
}

/* The part is of no use: fetches the whole, once. Takes the reference to the task. */
static void
restart (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  interview_blob_entry_discard (fetch->entry);
  if (fetch->restarted)
    {
      finish (task, interview_failure_not_understood ());
      g_object_unref (task);
      return;
    }
  fetch->restarted = TRUE;
  fetch->size = 0;
  if (fetch->outer_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), fetch->outer_id);
  fetch->outer_id = 0;
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->inner);
  begin_fetch (task);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewBlobCache *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint status;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      fail_transport (task, error);
      return;
    }
  interview_connection_set_online (self->connection, TRUE);
  status = soup_message_get_status (fetch->message);
  if (status == SOUP_STATUS_NOT_MODIFIED && fetch->fresh)
    finish (task, NULL);
  else if (status == SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE ||
           (status == SOUP_STATUS_PARTIAL_CONTENT && !continues_part (fetch)))
    restart (g_steal_pointer (&task));
  else if (status != SOUP_STATUS_OK && status != SOUP_STATUS_PARTIAL_CONTENT)
    {
      interview_blob_entry_discard (fetch->entry);
      finish (task, interview_failure_from_status (status));
    }
  else if (!accept_answer (fetch, status, &error))
    finish (task, g_steal_pointer (&error));
  else
    g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->inner,
                                     on_chunk, g_steal_pointer (&task));
}

static void
add_conditions (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (fetch->message);
  g_autofree char *etag = interview_blob_entry_dup_etag (fetch->entry);
  goffset have;

  fetch->fresh = etag != NULL;
  if (etag != NULL)
    {
      soup_message_headers_replace (headers, "If-None-Match", etag);
      return;
    }
  g_clear_pointer (&fetch->part_etag, g_free);
  have = interview_blob_entry_get_resume (fetch->entry, &fetch->part_etag);
  if (have > 0 && (gsize) have < fetch->limit)
    {
      soup_message_headers_set_range (headers, have, -1);
      soup_message_headers_replace (headers, "If-Range", fetch->part_etag);
      fetch->size = (gsize) have;
    }
}

static void
on_cancelled (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
}

/* Takes the reference to the task. */
static void
begin_fetch (GTask *task)
{
  InterviewBlobCache *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GCancellable *outer = g_task_get_cancellable (task);
  g_autofree char *path = interview_route_format (INTERVIEW_ROUTE_BLOB, fetch->blob_id, NULL);
  GError *error = NULL;

  fetch->message = interview_connection_new_message (self->connection, "GET", "http", path, &error);
  if (fetch->message == NULL)
    {
      finish (task, error);
      g_object_unref (task);
      return;
    }
  add_conditions (fetch);
  fetch->inner = g_cancellable_new ();
  if (outer != NULL)
    fetch->outer_id = g_cancellable_connect (outer, G_CALLBACK (on_cancelled),
                                             g_object_ref (fetch->inner), g_object_unref);
  watch_for_stall (task);
  soup_session_send_async (interview_connection_get_session (self->connection), fetch->message,
                           G_PRIORITY_DEFAULT, fetch->inner, on_answered, task);
}

/**
 * interview_blob_cache_fetch_async:
 * @blob_id: the blob
 * @name: (nullable): what the file is to be called, as a viewer shows it; made harmless
 * @limit: bytes that are accepted, %INTERVIEW_BLOB_LIMIT_PICTURE or
 *   %INTERVIEW_BLOB_LIMIT_DOCUMENT
 * @cancellable: (nullable): to give up; what came is kept
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 */
void
interview_blob_cache_fetch_async (InterviewBlobCache *self,
                                  const char *blob_id,
                                  const char *name,
                                  gsize limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *queue;
  Fetch *fetch;

  g_return_if_fail (INTERVIEW_IS_BLOB_CACHE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_blob_cache_fetch_async);
  if (!interview_id_is_valid (blob_id))
    {
      g_task_return_error (task, interview_failure_from_status (SOUP_STATUS_NOT_FOUND));
      return;
    }
  fetch = g_new0 (Fetch, 1);
  fetch->blob_id = g_strdup (blob_id);
  fetch->entry = interview_blob_entry_new (self->directory, blob_id, name);
  fetch->limit = limit;
  g_task_set_task_data (task, fetch, fetch_free);
  queue = g_hash_table_lookup (self->queues, blob_id);
  if (queue != NULL)
    {
      g_ptr_array_add (queue, g_steal_pointer (&task));
      return;
    }
  g_hash_table_insert (self->queues, g_strdup (blob_id),
                       g_ptr_array_new_with_free_func (g_object_unref));
  begin_fetch (g_steal_pointer (&task));
}

/**
 * interview_blob_cache_fetch_finish:
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the whole file, not to be written to, or %NULL
 */
GFile *
interview_blob_cache_fetch_finish (InterviewBlobCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
