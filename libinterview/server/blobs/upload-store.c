/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/blobs/upload-store.h"

#include <errno.h>

#include "core/error.h"
#include "core/id.h"
#include "server/blobs/blob-file.h"

/*
 * InterviewUploadStore keeps what people send in parts and may take back: a file for each upload,
 * under its identifier. Who may write where, and whether it is whole, is in the tables of the
 * store; here are only the bytes. Two uploads with the same bytes are two files, so that deleting
 * one of them never takes the other along.
 *
 * It has no state but the folder and may be used from any thread. All of it blocks: it belongs on a
 * worker, not on a main loop.
 */
struct _InterviewUploadStore
{
  GObject parent_instance;

  char *folder;
};

G_DEFINE_FINAL_TYPE (InterviewUploadStore, interview_upload_store, G_TYPE_OBJECT)

static void
interview_upload_store_finalize (GObject *object)
{
  g_clear_pointer (&INTERVIEW_UPLOAD_STORE (object)->folder, g_free);

  G_OBJECT_CLASS (interview_upload_store_parent_class)->finalize (object);
}

static void
interview_upload_store_class_init (InterviewUploadStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_upload_store_finalize;
}

static void
interview_upload_store_init (InterviewUploadStore *self)
{
}

/**
 * interview_upload_store_open:
 * @folder: where the uploads lie; made if it is missing
 * @error: return location
 *
 * Returns: (transfer full): the open store, or %NULL
 */
InterviewUploadStore *
interview_upload_store_open (const char *folder, GError **error)
{
  g_autoptr (InterviewUploadStore) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_UPLOAD_STORE, NULL);
  self->folder = g_strdup (folder);
  return interview_blob_file_make_folder (folder, error) ? g_steal_pointer (&self) : NULL;
}

/* NULL with an error unless @id is an identifier: what names a file never comes from outside
 * unchecked. */
static char *
get_path (InterviewUploadStore *self, const char *id, GError **error)
{
  if (interview_id_is_valid (id))
    return g_build_filename (self->folder, id, NULL);
  errno = ENOENT;
  interview_blob_file_set_error (error, "upload");
  return NULL;
}

/**
 * interview_upload_store_write:
 * @id: an identifier of interview_id_new() for the whole upload
 * @offset: where the part belongs; at most what was written so far
 * @part: the bytes
 * @error: return location; %INTERVIEW_ERROR_STORE_FULL, %INTERVIEW_ERROR_OUT_OF_ORDER for a part
 *   that would leave a hole before it
 *
 * Writes a part, over what may have been there from a part that nobody was told of.
 *
 * Returns: whether the part is on disk
 */
gboolean
interview_upload_store_write (InterviewUploadStore *self,
                              const char *id,
                              gint64 offset,
                              GBytes *part,
                              GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 written = 0;

  g_return_val_if_fail (INTERVIEW_IS_UPLOAD_STORE (self), FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  path = get_path (self, id, error);
  if (path == NULL)
    return FALSE;
  if (!interview_blob_file_get_size (path, &written, &failure) &&
      !g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (offset < 0 || offset > written)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER,
                           "a part of the upload before this one is missing");
      return FALSE;
    }
  return interview_blob_file_write (path, offset, part, error);
}

/**
 * interview_upload_store_check:
 * @id: an upload of which all parts were written
 * @size: how many bytes it has to have
 * @hash: its SHA-256 in hexadecimal digits
 * @error: return location; %INTERVIEW_ERROR_INVALID if it is another file,
 *   %INTERVIEW_ERROR_NOT_FOUND
 *
 * Changes nothing, and may be asked again.
 *
 * Returns: whether it is whole, and on disk under its name
 */
gboolean
interview_upload_store_check (InterviewUploadStore *self,
                              const char *id,
                              gint64 size,
                              const char *hash,
                              GError **error)
{
  g_autofree char *path = NULL, *found = NULL;
  gint64 written = 0;

  g_return_val_if_fail (INTERVIEW_IS_UPLOAD_STORE (self), FALSE);

  path = get_path (self, id, error);
  if (path == NULL || !interview_blob_file_get_size (path, &written, error))
    return FALSE;
  found = interview_blob_file_hash (path, error);
  if (found == NULL)
    return FALSE;
  if (written != size || g_strcmp0 (hash, found) != 0)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the file was damaged on its way: send it again");
      return FALSE;
    }
  return interview_blob_file_sync_folder (path, error);
}

/**
 * interview_upload_store_read:
 * @id: an upload
 * @offset: where to begin, in bytes
 * @length: how many bytes at most
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the bytes, fewer at the end of the file and none after it; or %NULL
 */
GBytes *
interview_upload_store_read (InterviewUploadStore *self,
                             const char *id,
                             gint64 offset,
                             gsize length,
                             GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_UPLOAD_STORE (self), NULL);
  g_return_val_if_fail (offset >= 0, NULL);

  path = get_path (self, id, error);
  return path != NULL ? interview_blob_file_read (path, offset, length, error) : NULL;
}

/**
 * interview_upload_store_remove:
 * @id: an upload, which may be gone already
 * @error: return location
 *
 * Returns: whether nothing of it is left
 */
gboolean
interview_upload_store_remove (InterviewUploadStore *self, const char *id, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_UPLOAD_STORE (self), FALSE);

  path = get_path (self, id, error);
  return path != NULL && interview_blob_file_remove (path, error) &&
         interview_blob_file_sync_folder (path, error);
}
