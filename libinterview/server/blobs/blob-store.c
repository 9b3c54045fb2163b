/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/blobs/blob-store.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "core/id.h"
#include "server/blobs/blob-file.h"

/* SHA-256 in hexadecimal digits. */
#define HASH_LENGTH 64

/*
 * InterviewBlobStore keeps pictures and documents in a folder. A blob's name is the hash of its
 * bytes, so that it never changes and is stored once: `ab/abcdef...`. It is written under `parts/`
 * and gets its name when it is whole.
 *
 * It has no state but the folder and may be used from any thread. All of it blocks: it belongs on a
 * worker, not on a main loop.
 */
struct _InterviewBlobStore
{
  GObject parent_instance;

  char *folder;
  char *parts;
};

G_DEFINE_FINAL_TYPE (InterviewBlobStore, interview_blob_store, G_TYPE_OBJECT)

static void
interview_blob_store_finalize (GObject *object)
{
  InterviewBlobStore *self = INTERVIEW_BLOB_STORE (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->parts, g_free);

  G_OBJECT_CLASS (interview_blob_store_parent_class)->finalize (object);
}

static void
interview_blob_store_class_init (InterviewBlobStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_blob_store_finalize;
}

static void
interview_blob_store_init (InterviewBlobStore *self)
{
}

/**
 * interview_blob_store_open:
 * @folder: where the blobs lie; made if it is missing
 * @error: return location
 *
 * Returns: (transfer full): the open store, or %NULL
 */
InterviewBlobStore *
interview_blob_store_open (const char *folder, GError **error)
{
  g_autoptr (InterviewBlobStore) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_BLOB_STORE, NULL);
  self->folder = g_strdup (folder);
  self->parts = g_build_filename (folder, "parts", NULL);
  if (!interview_blob_file_make_folder (self->parts, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* NULL with an error unless @hash is the name of a blob: what names a file never comes from outside
 * unchecked. */
static char *
get_path (InterviewBlobStore *self, const char *hash, GError **error)
{
  char prefix[3] = { 0 };

  if (hash == NULL || strlen (hash) != HASH_LENGTH ||
      strspn (hash, "0123456789abcdef") != HASH_LENGTH)
    {
      errno = ENOENT;
      interview_blob_file_set_error (error, "blob");
      return NULL;
    }
  memcpy (prefix, hash, 2);
  return g_build_filename (self->folder, prefix, hash, NULL);
}

/**
 * interview_blob_store_add:
 * @bytes: a whole blob
 * @error: return location; %INTERVIEW_ERROR_STORE_FULL
 *
 * Returns: (transfer full): the hash that names it, when it is on disk; or %NULL
 */
char *
interview_blob_store_add (InterviewBlobStore *self, GBytes *bytes, GError **error)
{
  g_autofree char *id = interview_id_new ();
  g_autofree char *part = NULL, *hash = NULL, *path = NULL, *folder = NULL;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  path = get_path (self, hash, error);
  part = g_build_filename (self->parts, id, NULL);
  folder = g_path_get_dirname (path);
  if (!interview_blob_file_make_folder (folder, error) ||
      !interview_blob_file_write (part, 0, bytes, error))
    return NULL;
  if (g_rename (part, path) != 0)
    {
      interview_blob_file_set_error (error, path);
      return NULL;
    }
  if (!interview_blob_file_sync_folder (path, error) ||
      !interview_blob_file_sync_folder (folder, error))
    return NULL;
  return g_steal_pointer (&hash);
}

/**
 * interview_blob_store_get_size:
 * @hash: names a blob
 * @size: (out): bytes
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether the blob is there
 */
gboolean
interview_blob_store_get_size (InterviewBlobStore *self,
                               const char *hash,
                               gint64 *size,
                               GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), FALSE);

  path = get_path (self, hash, error);
  return path != NULL && interview_blob_file_get_size (path, size, error);
}

/**
 * interview_blob_store_read:
 * @hash: names a blob
 * @offset: where to begin, in bytes
 * @length: how many bytes at most
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the bytes, fewer at the end of the blob and none after it; or %NULL
 */
GBytes *
interview_blob_store_read (InterviewBlobStore *self,
                           const char *hash,
                           gint64 offset,
                           gsize length,
                           GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), NULL);
  g_return_val_if_fail (offset >= 0, NULL);

  path = get_path (self, hash, error);
  return path != NULL ? interview_blob_file_read (path, offset, length, error) : NULL;
}
