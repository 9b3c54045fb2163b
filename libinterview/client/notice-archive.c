/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-client"

#include "client/notice-archive.h"

#include <errno.h>
#include <glib/gstdio.h>

#define ENDING ".json"
#define FOLDER_MODE 0700
#define FILE_MODE 0600

/*
 * InterviewNoticeArchive keeps the messages that somebody has got for good: one file for each, that
 * is on disk before it is listed. What the server forgets, or a sign-in that ended, changes nothing
 * here. A file that cannot be read is left alone and not listed.
 *
 * Main thread; the program owns it.
 */
struct _InterviewNoticeArchive
{
  GObject parent_instance;

  char *folder;
  GListStore *notices; /* the newest first */
};

G_DEFINE_FINAL_TYPE (InterviewNoticeArchive, interview_notice_archive, G_TYPE_OBJECT)

static void
interview_notice_archive_finalize (GObject *object)
{
  InterviewNoticeArchive *self = INTERVIEW_NOTICE_ARCHIVE (object);

  g_clear_object (&self->notices);
  g_free (self->folder);

  G_OBJECT_CLASS (interview_notice_archive_parent_class)->finalize (object);
}

static void
interview_notice_archive_class_init (InterviewNoticeArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_notice_archive_finalize;
}

static void
interview_notice_archive_init (InterviewNoticeArchive *self)
{
  self->notices = g_list_store_new (INTERVIEW_TYPE_NOTICE);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 first = interview_notice_get_sent_at ((InterviewNotice *) a);
  gint64 second = interview_notice_get_sent_at ((InterviewNotice *) b);

  if (first != second)
    return first > second ? -1 : 1;
  return g_strcmp0 (interview_notice_get_id ((InterviewNotice *) b),
                    interview_notice_get_id ((InterviewNotice *) a));
}

static void
load_file (InterviewNoticeArchive *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (InterviewNotice) notice = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, &error))
    notice = interview_record_from_text (INTERVIEW_TYPE_NOTICE, text, (gssize) length, &error);
  if (notice != NULL)
    g_list_store_insert_sorted (self->notices, notice, compare, NULL);
  else
    g_message ("A kept message cannot be read: %s", error->message);
}

/**
 * interview_notice_archive_new:
 * @folder: where the messages lie, made if it is missing
 *
 * Returns: (transfer full): an archive with what was kept before
 */
InterviewNoticeArchive *
interview_notice_archive_new (const char *folder)
{
  InterviewNoticeArchive *self;
  g_autoptr (GDir) files = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_NOTICE_ARCHIVE, NULL);
  self->folder = g_strdup (folder);
  files = g_dir_open (folder, 0, NULL);
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      if (g_str_has_suffix (name, ENDING))
        load_file (self, name);
    }
  return self;
}

/**
 * interview_notice_archive_get_notices:
 *
 * Returns: (transfer none): the messages as #InterviewNotice, the newest first
 */
GListModel *
interview_notice_archive_get_notices (InterviewNoticeArchive *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NOTICE_ARCHIVE (self), NULL);

  return G_LIST_MODEL (self->notices);
}

/**
 * interview_notice_archive_contains:
 * @id: a message
 *
 * Returns: whether it is kept
 */
gboolean
interview_notice_archive_contains (InterviewNoticeArchive *self, const char *id)
{
  GListModel *notices;

  g_return_val_if_fail (INTERVIEW_IS_NOTICE_ARCHIVE (self), FALSE);

  notices = G_LIST_MODEL (self->notices);
  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (InterviewNotice) notice = g_list_model_get_item (notices, i);

      if (g_strcmp0 (interview_notice_get_id (notice), id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * interview_notice_archive_add:
 * @notice: (transfer none): a message; one that is kept already changes nothing
 * @error: return location; #GFileError, as for a full disk
 *
 * Returns: whether it is on disk
 */
gboolean
interview_notice_archive_add (InterviewNoticeArchive *self, InterviewNotice *notice, GError **error)
{
  const char *id;
  g_autofree char *name = NULL, *path = NULL, *text = NULL;

  g_return_val_if_fail (INTERVIEW_IS_NOTICE_ARCHIVE (self), FALSE);
  g_return_val_if_fail (INTERVIEW_IS_NOTICE (notice), FALSE);

  id = interview_notice_get_id (notice);
  if (interview_notice_archive_contains (self, id))
    return TRUE;
  if (g_mkdir_with_parents (self->folder, FOLDER_MODE) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  name = g_strconcat (id, ENDING, NULL);
  path = g_build_filename (self->folder, name, NULL);
  text = interview_record_to_text (INTERVIEW_RECORD (notice));
  if (!g_file_set_contents_full (path, text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 FILE_MODE, error))
    return FALSE;
  g_list_store_insert_sorted (self->notices, notice, compare, NULL);
  return TRUE;
}
