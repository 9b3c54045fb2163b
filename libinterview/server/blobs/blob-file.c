/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/blobs/blob-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/error.h"

/* Read at once while a file is hashed. */
#define CHUNK (256 * 1024)

/*
 * What the two stores of bytes do with one file. What was written is on disk when the function
 * returns. All of it blocks.
 */

/**
 * interview_blob_file_set_error:
 * @error: return location
 * @what: what failed, for the log
 *
 * Says what the last system call said: a full disk and a missing file have codes of their own.
 *
 * Returns: %FALSE
 */
gboolean
interview_blob_file_set_error (GError **error, const char *what)
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

/**
 * interview_blob_file_make_folder:
 * @path: a folder
 * @error: return location
 *
 * Returns: whether it is there, for nobody else to look into
 */
gboolean
interview_blob_file_make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || interview_blob_file_set_error (error, path);
}

/**
 * interview_blob_file_get_size:
 * @path: a file
 * @size: (out): bytes
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether the file is there
 */
gboolean
interview_blob_file_get_size (const char *path, gint64 *size, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return interview_blob_file_set_error (error, path);
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
 * interview_blob_file_read:
 * @path: a file
 * @offset: where to begin, in bytes
 * @length: how many bytes at most
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the bytes, fewer at the end of the file and none after it; or %NULL
 */
GBytes *
interview_blob_file_read (const char *path, gint64 offset, gsize length, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  gint64 size = 0;
  gssize got = -1;
  int fd;

  if (!interview_blob_file_get_size (path, &size, error))
    return NULL;
  length = (gsize) MIN ((guint64) length, (guint64) MAX (size - offset, 0));
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0)
    {
      bytes = g_malloc (length + 1);
      got = read_range (fd, bytes, length, offset);
    }
  if (got < 0)
    interview_blob_file_set_error (error, path);
  if (fd >= 0)
    close (fd);
  return got < 0 ? NULL : g_bytes_new_take (g_steal_pointer (&bytes), (gsize) got);
}

/**
 * interview_blob_file_write:
 * @path: a file, which is made if it is missing
 * @offset: where the bytes belong
 * @bytes: the bytes
 * @error: return location; %INTERVIEW_ERROR_STORE_FULL
 *
 * Returns: whether they are on disk
 */
gboolean
interview_blob_file_write (const char *path, gint64 offset, GBytes *bytes, GError **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  gboolean done = fd >= 0 && write_range (fd, data, length, offset) && fdatasync (fd) == 0;

  if (!done)
    interview_blob_file_set_error (error, path);
  if (fd >= 0)
    close (fd);
  return done;
}

/**
 * interview_blob_file_hash:
 * @path: a file
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the SHA-256 of its bytes in hexadecimal digits; or %NULL
 */
char *
interview_blob_file_hash (const char *path, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gint64 offset = 0;
  gssize got = -1;

  if (fd >= 0)
    {
      while ((got = read_range (fd, chunk, CHUNK, offset)) > 0)
        {
          g_checksum_update (checksum, chunk, got);
          offset += got;
        }
    }
  if (got < 0)
    interview_blob_file_set_error (error, path);
  if (fd >= 0)
    close (fd);
  return got == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/**
 * interview_blob_file_remove:
 * @path: a file
 * @error: return location
 *
 * Returns: whether it is not there any more
 */
gboolean
interview_blob_file_remove (const char *path, GError **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || interview_blob_file_set_error (error, path);
}

/**
 * interview_blob_file_sync_folder:
 * @path: a file with a new name
 * @error: return location
 *
 * A file is on disk under its name only when its folder is.
 *
 * Returns: whether its folder is on disk
 */
gboolean
interview_blob_file_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    interview_blob_file_set_error (error, folder);
  if (fd >= 0)
    close (fd);
  return done;
}
