/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/blob-entry.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/error.h"

#define DEFAULT_NAME "content"
/* Bytes of a file's name, well below the limit of every file system. */
#define MAX_NAME_LENGTH 120

/*
 * InterviewBlobEntry is one blob in the cache: a folder with the whole file under its own name, or
 * a part of it, and beside each the ETag that it came with. Used on one thread; the files are small
 * local ones.
 */
struct _InterviewBlobEntry
{
  GObject parent_instance;

  char *folder;
  char *path;
  char *etag_path;
  char *part_path;
  char *part_etag_path;
  GFileOutputStream *part;
};

G_DEFINE_FINAL_TYPE (InterviewBlobEntry, interview_blob_entry, G_TYPE_OBJECT)

static void
interview_blob_entry_finalize (GObject *object)
{
  InterviewBlobEntry *self = INTERVIEW_BLOB_ENTRY (object);

  g_clear_object (&self->part);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->etag_path);
  g_free (self->part_path);
  g_free (self->part_etag_path);

  G_OBJECT_CLASS (interview_blob_entry_parent_class)->finalize (object);
}

static void
interview_blob_entry_class_init (InterviewBlobEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_blob_entry_finalize;
}

static void
interview_blob_entry_init (InterviewBlobEntry *self)
{
}

/* The name comes from a server: it must stay inside of its folder and be no hidden file. */
static char *
make_file_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  GString *text = g_string_new (NULL);

  for (const char *c = valid; *c != '\0' && text->len < MAX_NAME_LENGTH; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '/' || letter == '\\' || !g_unichar_isprint (letter))
        letter = '_';
      g_string_append_unichar (text, letter);
    }
  g_strstrip (text->str);
  text->len = strlen (text->str);
  if (text->len == 0)
    g_string_assign (text, DEFAULT_NAME);
  if (*text->str == '.')
    *text->str = '_';
  return g_string_free (text, FALSE);
}

/**
 * interview_blob_entry_new:
 * @directory: folder of the cache
 * @blob_id: the blob, a valid id
 * @name: (nullable): what the file is to be called; made harmless
 *
 * Returns: (transfer full): the entry, whether or not anything of it is there
 */
InterviewBlobEntry *
interview_blob_entry_new (const char *directory, const char *blob_id, const char *name)
{
  InterviewBlobEntry *self = g_object_new (INTERVIEW_TYPE_BLOB_ENTRY, NULL);
  g_autofree char *file_name = make_file_name (name);

  self->folder = g_build_filename (directory, blob_id, NULL);
  self->path = g_build_filename (self->folder, file_name, NULL);
  self->etag_path = g_build_filename (self->folder, ".etag", NULL);
  self->part_path = g_build_filename (self->folder, ".part", NULL);
  self->part_etag_path = g_build_filename (self->folder, ".part-etag", NULL);
  return self;
}

/**
 * interview_blob_entry_get_path:
 *
 * Returns: (transfer none): where the whole file is or will be
 */
const char *
interview_blob_entry_get_path (InterviewBlobEntry *self)
{
  return self->path;
}

static char *
read_etag (const char *path)
{
  g_autofree char *etag = NULL;

  if (!g_file_get_contents (path, &etag, NULL, NULL) || *etag == '\0' || !g_str_is_ascii (etag) ||
      strpbrk (etag, "\r\n") != NULL)
    return NULL;
  return g_steal_pointer (&etag);
}

/**
 * interview_blob_entry_dup_etag:
 *
 * Returns: (transfer full) (nullable): the ETag of the whole file, %NULL if it is not there
 */
char *
interview_blob_entry_dup_etag (InterviewBlobEntry *self)
{
  return g_file_test (self->path, G_FILE_TEST_IS_REGULAR) ? read_etag (self->etag_path) : NULL;
}

/**
 * interview_blob_entry_get_resume:
 * @etag: (out) (transfer full) (nullable): the ETag of the part
 *
 * Returns: bytes of the part that is there, 0 if there is none that can be continued
 */
goffset
interview_blob_entry_get_resume (InterviewBlobEntry *self, char **etag)
{
  GStatBuf info;

  *etag = NULL;
  if (g_stat (self->part_path, &info) != 0 || info.st_size == 0)
    return 0;
  *etag = read_etag (self->part_etag_path);
  return *etag != NULL ? (goffset) info.st_size : 0;
}

static gboolean
fail (GError **error, const GError *cause)
{
  g_message ("blob cache: %s", cause->message);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
                         _ ("Your disk is full, so the file cannot be opened. Free some space, "
                            "then try again."));
  else
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                         _ ("The file cannot be saved on this computer. Check that you may write "
                            "in your home folder, then try again."));
  return FALSE;
}

/**
 * interview_blob_entry_begin:
 * @etag: (nullable): the ETag of what is about to come
 * @error: return location; with a message for people
 *
 * Begins the part anew.
 *
 * Returns: whether it can be written
 */
gboolean
interview_blob_entry_begin (InterviewBlobEntry *self, const char *etag, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->part_path);
  g_autoptr (GError) cause = NULL;

  interview_blob_entry_discard (self);
  g_mkdir_with_parents (self->folder, 0700);
  if (etag != NULL && g_str_is_ascii (etag) &&
      !g_file_set_contents_full (self->part_etag_path, etag, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, &cause))
    return fail (error, cause);
  self->part = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &cause);
  return self->part != NULL || fail (error, cause);
}

/**
 * interview_blob_entry_resume:
 * @error: return location; with a message for people
 *
 * Continues the part that is there.
 *
 * Returns: whether it can be written
 */
gboolean
interview_blob_entry_resume (InterviewBlobEntry *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->part_path);
  g_autoptr (GError) cause = NULL;

  g_clear_object (&self->part);
  self->part = g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, &cause);
  return self->part != NULL || fail (error, cause);
}

/**
 * interview_blob_entry_write:
 * @bytes: what comes next
 * @error: return location; with a message for people
 *
 * Returns: whether it was written
 */
gboolean
interview_blob_entry_write (InterviewBlobEntry *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (g_output_stream_write_all (G_OUTPUT_STREAM (self->part), data, size, NULL, NULL, &cause))
    return TRUE;
  return fail (error, cause);
}

/**
 * interview_blob_entry_pause:
 *
 * Keeps the part as far as it came, to be continued another time.
 */
void
interview_blob_entry_pause (InterviewBlobEntry *self)
{
  if (self->part != NULL)
    g_output_stream_close (G_OUTPUT_STREAM (self->part), NULL, NULL);
  g_clear_object (&self->part);
}

/**
 * interview_blob_entry_discard:
 *
 * Deletes the part.
 */
void
interview_blob_entry_discard (InterviewBlobEntry *self)
{
  interview_blob_entry_pause (self);
  g_unlink (self->part_path);
  g_unlink (self->part_etag_path);
}

/**
 * interview_blob_entry_complete:
 * @error: return location; with a message for people
 *
 * Makes the part the whole file.
 *
 * Returns: whether it was done
 */
gboolean
interview_blob_entry_complete (InterviewBlobEntry *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_close (G_OUTPUT_STREAM (self->part), NULL, &cause))
    return fail (error, cause);
  g_clear_object (&self->part);
  g_unlink (self->etag_path);
  if (g_rename (self->part_path, self->path) != 0)
    {
      cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "rename");
      return fail (error, cause);
    }
  g_rename (self->part_etag_path, self->etag_path);
  return TRUE;
}
