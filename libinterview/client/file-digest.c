/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/file-digest.h"

#define CHUNK (256 * 1024)

/*
 * The size and the SHA-256 of a file, found out on a thread of its own: a recording is long.
 */
typedef struct
{
  char *path;
  gint64 size;
} Digest;

static void
digest_free (gpointer data)
{
  Digest *self = data;

  g_free (self->path);
  g_free (self);
}

static void
read_file (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Digest *self = task_data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GFileInputStream) stream = NULL;
  GError *error = NULL;
  gssize got = -1;

  stream = g_file_read (file, cancellable, &error);
  while (stream != NULL && (got = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK,
                                                       cancellable, &error)) > 0)
    {
      g_checksum_update (checksum, chunk, got);
      self->size += got;
    }
  if (got == 0)
    g_task_return_pointer (task, g_strdup (g_checksum_get_string (checksum)), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * interview_file_digest_async:
 * @path: a file that nobody writes
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 */
void
interview_file_digest_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Digest *self = g_new0 (Digest, 1);

  self->path = g_strdup (path);
  g_task_set_task_data (task, self, digest_free);
  g_task_run_in_thread (task, read_file);
}

/**
 * interview_file_digest_finish:
 * @result: what the callback got
 * @size: (out): bytes of the file
 * @error: return location, of #GIOErrorEnum
 *
 * Returns: (transfer full): its SHA-256 in hexadecimal digits, or %NULL
 */
char *
interview_file_digest_finish (GAsyncResult *result, gint64 *size, GError **error)
{
  Digest *self = g_task_get_task_data (G_TASK (result));
  char *digest = g_task_propagate_pointer (G_TASK (result), error);

  *size = digest != NULL ? self->size : 0;
  return digest;
}
