/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/recording-shelf.h"

#include <glib/gstdio.h>

#include "media/recording-mend.h"

#define SUFFIX ".webm"

/* More parts than any interview has breaks. */
#define MOST_PARTS 1000

/*
 * InterviewRecordingShelf is the folder with the recordings of a profile, newest first. What a
 * killed program left behind is mended when it is looked at; what this program records itself is
 * known from the beginning. A profile has one program at a time. Main thread; belongs to the
 * account.
 */
struct _InterviewRecordingShelf
{
  GObject parent_instance;

  char *folder;
  GListStore *recordings;
};

G_DEFINE_FINAL_TYPE (InterviewRecordingShelf, interview_recording_shelf, G_TYPE_OBJECT)

static int
compare (gconstpointer one, gconstpointer other, gpointer user_data)
{
  gint64 difference =
      interview_shelved_recording_get_began_at ((InterviewShelvedRecording *) other) -
      interview_shelved_recording_get_began_at ((InterviewShelvedRecording *) one);

  return difference < 0 ? -1 : difference > 0;
}

static void
interview_recording_shelf_finalize (GObject *object)
{
  InterviewRecordingShelf *self = INTERVIEW_RECORDING_SHELF (object);

  g_clear_object (&self->recordings);
  g_free (self->folder);
  G_OBJECT_CLASS (interview_recording_shelf_parent_class)->finalize (object);
}

static void
interview_recording_shelf_class_init (InterviewRecordingShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_recording_shelf_finalize;
}

static void
interview_recording_shelf_init (InterviewRecordingShelf *self)
{
  self->recordings = g_list_store_new (INTERVIEW_TYPE_SHELVED_RECORDING);
}

/**
 * interview_recording_shelf_new:
 * @folder: where they lie; it is made when it is needed
 *
 * Returns: (transfer full): a shelf that has not been looked at yet
 */
InterviewRecordingShelf *
interview_recording_shelf_new (const char *folder)
{
  InterviewRecordingShelf *self = g_object_new (INTERVIEW_TYPE_RECORDING_SHELF, NULL);

  self->folder = g_strdup (folder);
  return self;
}

static char *
find_path (InterviewRecordingShelf *self, const char *recording_id)
{
  for (guint part = 1; part < MOST_PARTS; part++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u" SUFFIX, recording_id, part);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return g_build_filename (self->folder, "recording" SUFFIX, NULL);
}

/**
 * interview_recording_shelf_begin:
 * @recording_id: a recording that is about to be written
 * @room_id: its room
 * @title: what to call it
 *
 * Notes it down, before anything of it is there.
 *
 * Returns: (transfer full): the file to write
 */
char *
interview_recording_shelf_begin (InterviewRecordingShelf *self,
                                 const char *recording_id,
                                 const char *room_id,
                                 const char *title)
{
  g_autoptr (InterviewShelvedRecording) recording = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHELF (self), NULL);

  g_mkdir_with_parents (self->folder, 0700);
  path = find_path (self, recording_id);
  recording =
      interview_shelved_recording_new (path, recording_id, room_id, title, g_get_real_time ());
  if (!interview_shelved_recording_save (recording, &error))
    g_info ("The note about a recording was not written: %s", error->message);
  g_list_store_insert_sorted (self->recordings, recording, compare, NULL);
  return g_steal_pointer (&path);
}

/**
 * interview_recording_shelf_remove:
 * @recording: one of the shelf
 *
 * Deletes it for good.
 */
void
interview_recording_shelf_remove (InterviewRecordingShelf *self,
                                  InterviewShelvedRecording *recording)
{
  guint position;

  g_return_if_fail (INTERVIEW_IS_RECORDING_SHELF (self));

  interview_shelved_recording_delete (recording);
  if (g_list_store_find (self->recordings, recording, &position))
    g_list_store_remove (self->recordings, position);
}

/**
 * interview_recording_shelf_remove_all:
 * @recording_id: a recording for which somebody took their agreement back
 *
 * Deletes every part of it for good.
 */
void
interview_recording_shelf_remove_all (InterviewRecordingShelf *self, const char *recording_id)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_SHELF (self));

  interview_recording_shelf_load (self);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->recordings)); i > 0; i--)
    {
      g_autoptr (InterviewShelvedRecording) recording =
          g_list_model_get_item (G_LIST_MODEL (self->recordings), i - 1);

      if (g_strcmp0 (interview_shelved_recording_get_recording_id (recording), recording_id) == 0)
        interview_recording_shelf_remove (self, recording);
    }
}

static void
on_mended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewShelvedRecording) recording = user_data;
  g_autoptr (GError) error = NULL;

  if (interview_recording_mend_finish (result, NULL, &error))
    interview_shelved_recording_set_whole (recording);
  else
    g_info ("%s", error->message);
}

static InterviewShelvedRecording *
find (InterviewRecordingShelf *self, const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->recordings)); i++)
    {
      g_autoptr (InterviewShelvedRecording) recording =
          g_list_model_get_item (G_LIST_MODEL (self->recordings), i);

      if (g_str_equal (interview_shelved_recording_get_path (recording), path))
        return g_steal_pointer (&recording);
    }
  return NULL;
}

/**
 * interview_recording_shelf_finish:
 * @path: a file that is whole now
 */
void
interview_recording_shelf_finish (InterviewRecordingShelf *self, const char *path)
{
  g_autoptr (InterviewShelvedRecording) recording = NULL;

  g_return_if_fail (INTERVIEW_IS_RECORDING_SHELF (self));

  recording = find (self, path);
  if (recording != NULL)
    interview_shelved_recording_set_whole (recording);
}

/**
 * interview_recording_shelf_load:
 *
 * Looks at what lies in the folder. What was not finished is from a program that was killed, and is
 * mended.
 */
void
interview_recording_shelf_load (InterviewRecordingShelf *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (INTERVIEW_IS_RECORDING_SHELF (self));

  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (InterviewShelvedRecording) known = find (self, path);
      g_autoptr (InterviewShelvedRecording) recording = NULL;

      if (!g_str_has_suffix (name, SUFFIX) || known != NULL)
        continue;
      recording = interview_shelved_recording_load (path);
      if (recording == NULL)
        continue;
      g_list_store_insert_sorted (self->recordings, recording, compare, NULL);
      if (!interview_shelved_recording_get_whole (recording))
        interview_recording_mend_async (path, NULL, on_mended, g_object_ref (recording));
    }
}

/**
 * interview_recording_shelf_get_recordings:
 *
 * Returns: (transfer none): a list of #InterviewShelvedRecording, newest first
 */
GListModel *
interview_recording_shelf_get_recordings (InterviewRecordingShelf *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECORDING_SHELF (self), NULL);

  return G_LIST_MODEL (self->recordings);
}
