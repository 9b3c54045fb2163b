/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/blobs/blob-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/error.h"
#include "core/id.h"

/* SHA-256 in hexadecimal digits. */
#define HASH_LENGTH 64

/* Read at once while an upload is hashed. */
#define CHUNK (256 * 1024)

/*
 * InterviewBlobStore keeps pictures, documents and recordings in a folder. A blob's name is the
 * hash of its bytes, so that it never changes and is stored once: `ab/abcdef...`. Uploads grow
 * under `parts/` and get their name when they are whole; one that broke off goes on where it was.
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

static gboolean
set_file_error (GError **error, const char *what)
{
  int reason = errno;

  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
                         "the disk of the blobs is full, nothing was changed: free some space");
  else if (reason == ENOENT)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND,
                         "there is no such file");
  else
    g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL, "%s: %s", what,
                 g_strerror (reason));
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || set_file_error (error, path);
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
  if (!make_folder (self->parts, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* NULL unless @hash is the name of a blob: what names a file never comes from outside unchecked. */
static char *
get_path (InterviewBlobStore *self, const char *hash)
{
  char prefix[3] = { 0 };

  if (hash == NULL || strlen (hash) != HASH_LENGTH ||
      strspn (hash, "0123456789abcdef") != HASH_LENGTH)
    {
      errno = ENOENT;
      return NULL;
    }
  memcpy (prefix, hash, 2);
  return g_build_filename (self->folder, prefix, hash, NULL);
}

static char *
get_part_path (InterviewBlobStore *self, const char *upload_id)
{
  if (!interview_id_is_valid (upload_id))
    {
      errno = ENOENT;
      return NULL;
    }
  return g_build_filename (self->parts, upload_id, NULL);
}

/* A file is on disk under its name only when its folder is. */
static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    set_file_error (error, folder);
  if (fd >= 0)
    close (fd);
  return done;
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
  g_autofree char *upload_id = interview_id_new ();

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (!interview_blob_store_write_part (self, upload_id, 0, bytes, error))
    return NULL;
  return interview_blob_store_finish (self, upload_id, NULL, error);
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
  GStatBuf status;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), FALSE);

  path = get_path (self, hash);
  if (path == NULL || g_stat (path, &status) != 0)
    return set_file_error (error, hash);
  *size = status.st_size;
  return TRUE;
}

/* Reads until @length or the end of the file. */
static gssize
read_range (int fd, guint8 *bytes, gsize length, gint64 offset)
{
  gsize done = 0;

  while (done < length)
    {
      gssize got = pread (fd, bytes + done, length - done, (off_t) (offset + (gint64) done));

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;
      done += (gsize) got;
    }
  return (gssize) done;
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
  g_autofree guint8 *bytes = NULL;
  gint64 size = 0;
  gssize got = -1;
  int fd;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), NULL);
  g_return_val_if_fail (offset >= 0, NULL);

  if (!interview_blob_store_get_size (self, hash, &size, error))
    return NULL;
  length = (gsize) MIN ((guint64) length, (guint64) MAX (size - offset, 0));
  path = get_path (self, hash);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0)
    {
      bytes = g_malloc (length + 1);
      got = read_range (fd, bytes, length, offset);
    }
  if (got < 0)
    set_file_error (error, hash);
  if (fd >= 0)
    close (fd);
  return got < 0 ? NULL : g_bytes_new_take (g_steal_pointer (&bytes), (gsize) got);
}

static gboolean
write_range (int fd, const guint8 *bytes, gsize length, gint64 offset)
{
  gsize done = 0;

  while (done < length)
    {
      gssize put = pwrite (fd, bytes + done, length - done, (off_t) (offset + (gint64) done));

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return FALSE;
      done += (gsize) put;
    }
  return TRUE;
}

/**
 * interview_blob_store_write_part:
 * @upload_id: an identifier of interview_id_new() for the whole upload
 * @offset: where the part belongs; at most what was written so far
 * @part: the bytes
 * @error: return location; %INTERVIEW_ERROR_STORE_FULL, %INTERVIEW_ERROR_OUT_OF_ORDER for a part
 *   that would leave a hole before it
 *
 * Returns: whether the part was written
 */
gboolean
interview_blob_store_write_part (InterviewBlobStore *self,
                                 const char *upload_id,
                                 gint64 offset,
                                 GBytes *part,
                                 GError **error)
{
  g_autofree char *path = NULL;
  gconstpointer bytes;
  gint64 written = 0;
  gsize length;
  gboolean done;
  int fd;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  if (!interview_blob_store_get_written (self, upload_id, &written, error))
    return FALSE;
  if (offset < 0 || offset > written)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER,
                           "a part of the upload before this one is missing");
      return FALSE;
    }
  path = get_part_path (self, upload_id);
  fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  bytes = g_bytes_get_data (part, &length);
  done = fd >= 0 && write_range (fd, bytes, length, offset);
  if (!done)
    set_file_error (error, path);
  if (fd >= 0)
    close (fd);
  return done;
}

/**
 * interview_blob_store_get_written:
 * @upload_id: names an upload
 * @written: (out): bytes that are there; 0 for one that has not begun
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND for what is no identifier
 *
 * Returns: whether it could be found out
 */
gboolean
interview_blob_store_get_written (InterviewBlobStore *self,
                                  const char *upload_id,
                                  gint64 *written,
                                  GError **error)
{
  g_autofree char *path = NULL;
  GStatBuf status;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), FALSE);

  path = get_part_path (self, upload_id);
  if (path == NULL)
    return set_file_error (error, "upload");
  *written = 0;
  if (g_stat (path, &status) == 0)
    *written = status.st_size;
  else if (errno != ENOENT)
    return set_file_error (error, path);
  return TRUE;
}

/* The hash of a file whose bytes are on disk; NULL with errno set. */
static char *
hash_file (const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  int fd = open (path, O_RDWR | O_CLOEXEC);
  gint64 offset = 0;
  gssize got = -1;

  if (fd < 0)
    return NULL;
  while ((got = read_range (fd, chunk, CHUNK, offset)) > 0)
    {
      g_checksum_update (checksum, chunk, got);
      offset += got;
    }
  if (got == 0 && fsync (fd) != 0)
    got = -1;
  close (fd);
  return got == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/**
 * interview_blob_store_finish:
 * @upload_id: an upload that is whole
 * @hash: (nullable): what the sender says that its hash is
 * @error: return location; %INTERVIEW_ERROR_INVALID if it has another one: then the upload is
 *   thrown away; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the hash that names the blob, when it is on disk; or %NULL
 */
char *
interview_blob_store_finish (InterviewBlobStore *self,
                             const char *upload_id,
                             const char *hash,
                             GError **error)
{
  g_autofree char *part = NULL, *path = NULL, *folder = NULL, *found = NULL;

  g_return_val_if_fail (INTERVIEW_IS_BLOB_STORE (self), NULL);

  part = get_part_path (self, upload_id);
  found = part != NULL ? hash_file (part) : NULL;
  if (found == NULL)
    {
      set_file_error (error, "upload");
      return NULL;
    }
  if (hash != NULL && g_strcmp0 (hash, found) != 0)
    {
      g_unlink (part);
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the file was damaged on its way: send it again");
      return NULL;
    }
  path = get_path (self, found);
  folder = g_path_get_dirname (path);
  if (!make_folder (folder, error))
    return NULL;
  if (g_rename (part, path) != 0)
    {
      set_file_error (error, path);
      return NULL;
    }
  if (!sync_folder (path, error) || !sync_folder (folder, error))
    return NULL;
  return g_steal_pointer (&found);
}
