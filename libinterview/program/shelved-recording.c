/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/shelved-recording.h"

#include <glib/gstdio.h>

#define GROUP "recording"

/*
 * InterviewShelvedRecording is one file of a recording on this computer, with a note beside it that
 * says what it is of: `NAME.webm` and `NAME.webm.ini`. The note is written before the recording
 * begins, so that a file which outlived its program is known, too; whether it was finished is noted
 * at its end.
 */
struct _InterviewShelvedRecording
{
  GObject parent_instance;

  char *path;
  char *recording_id;
  char *room_id;
  char *title;
  char *share_id;
  char *share_link;
  gint64 began_at;
  gboolean whole;
  gboolean deleted;
};

G_DEFINE_FINAL_TYPE (InterviewShelvedRecording, interview_shelved_recording, G_TYPE_OBJECT)

static void
interview_shelved_recording_finalize (GObject *object)
{
  InterviewShelvedRecording *self = INTERVIEW_SHELVED_RECORDING (object);

  g_free (self->path);
  g_free (self->recording_id);
  g_free (self->room_id);
  g_free (self->title);
  g_free (self->share_id);
  g_free (self->share_link);
  G_OBJECT_CLASS (interview_shelved_recording_parent_class)->finalize (object);
}

static void
interview_shelved_recording_class_init (InterviewShelvedRecordingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_shelved_recording_finalize;
}

static void
interview_shelved_recording_init (InterviewShelvedRecording *self)
{
}

static char *
get_note_path (const char *path)
{
  return g_strconcat (path, ".ini", NULL);
}

/**
 * interview_shelved_recording_new:
 * @path: the file, which need not be there yet
 * @recording_id: the recording that it belongs to
 * @room_id: the room
 * @title: what to call it
 * @began_at: when it began, microseconds since 1970 in UTC
 *
 * Returns: (transfer full): a recording of which nothing is on the disk yet
 */
InterviewShelvedRecording *
interview_shelved_recording_new (const char *path,
                                 const char *recording_id,
                                 const char *room_id,
                                 const char *title,
                                 gint64 began_at)
{
  InterviewShelvedRecording *self = g_object_new (INTERVIEW_TYPE_SHELVED_RECORDING, NULL);

  self->path = g_strdup (path);
  self->recording_id = g_strdup (recording_id);
  self->room_id = g_strdup (room_id);
  self->title = g_strdup (title);
  self->began_at = began_at;
  return self;
}

/**
 * interview_shelved_recording_load:
 * @path: a file that may be a recording
 *
 * Returns: (transfer full) (nullable): it, or %NULL if there is no note about it
 */
InterviewShelvedRecording *
interview_shelved_recording_load (const char *path)
{
  g_autofree char *note = get_note_path (path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *recording_id = NULL, *room_id = NULL, *title = NULL;
  InterviewShelvedRecording *self;

  if (!g_key_file_load_from_file (keys, note, G_KEY_FILE_NONE, NULL))
    return NULL;
  recording_id = g_key_file_get_string (keys, GROUP, "id", NULL);
  room_id = g_key_file_get_string (keys, GROUP, "room", NULL);
  title = g_key_file_get_string (keys, GROUP, "title", NULL);
  if (recording_id == NULL || room_id == NULL || title == NULL ||
      !g_utf8_validate (title, -1, NULL))
    return NULL;
  self = interview_shelved_recording_new (path, recording_id, room_id, title,
                                          g_key_file_get_int64 (keys, GROUP, "began", NULL));
  self->whole = g_key_file_get_boolean (keys, GROUP, "whole", NULL);
  self->share_id = g_key_file_get_string (keys, GROUP, "share", NULL);
  self->share_link = g_key_file_get_string (keys, GROUP, "link", NULL);
  return self;
}

/**
 * interview_shelved_recording_save:
 * @error: return location
 *
 * Returns: whether its note is on the disk
 */
gboolean
interview_shelved_recording_save (InterviewShelvedRecording *self, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *note = NULL;
  g_autofree char *data = NULL;

  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), FALSE);

  note = get_note_path (self->path);
  g_key_file_set_string (keys, GROUP, "id", self->recording_id);
  g_key_file_set_string (keys, GROUP, "room", self->room_id);
  g_key_file_set_string (keys, GROUP, "title", self->title);
  g_key_file_set_int64 (keys, GROUP, "began", self->began_at);
  g_key_file_set_boolean (keys, GROUP, "whole", self->whole);
  if (self->share_id != NULL)
    g_key_file_set_string (keys, GROUP, "share", self->share_id);
  if (self->share_link != NULL)
    g_key_file_set_string (keys, GROUP, "link", self->share_link);
  data = g_key_file_to_data (keys, NULL, NULL);
  return g_file_set_contents_full (note, data, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/**
 * interview_shelved_recording_set_whole:
 *
 * Notes that the file was finished or mended.
 */
void
interview_shelved_recording_set_whole (InterviewShelvedRecording *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self));

  self->whole = TRUE;
  if (self->deleted)
    {
      /* Mending has just put it back. */
      interview_shelved_recording_delete (self);
      return;
    }
  if (interview_shelved_recording_get_size (self) > 0 &&
      !interview_shelved_recording_save (self, &error))
    g_info ("The note about a recording was not written: %s", error->message);
}

/**
 * interview_shelved_recording_set_share:
 * @share_id: (nullable): under which identifier it is shared, %NULL if it is not any more
 * @link: (nullable): what opens it, which the server says only once
 *
 * Notes it down, so that another run of the program knows it, too.
 */
void
interview_shelved_recording_set_share (InterviewShelvedRecording *self,
                                       const char *share_id,
                                       const char *link)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self));

  g_free (self->share_id);
  g_free (self->share_link);
  self->share_id = g_strdup (share_id);
  self->share_link = g_strdup (link);
  if (!self->deleted && !interview_shelved_recording_save (self, &error))
    g_info ("The note about a recording was not written: %s", error->message);
}

/**
 * interview_shelved_recording_get_share_id:
 *
 * Returns: (transfer none) (nullable): under which identifier it is shared
 */
const char *
interview_shelved_recording_get_share_id (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->share_id;
}

/**
 * interview_shelved_recording_get_share_link:
 *
 * Returns: (transfer none) (nullable): what opens it
 */
const char *
interview_shelved_recording_get_share_link (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->share_link;
}

/**
 * interview_shelved_recording_get_whole:
 *
 * Returns: whether the file was finished
 */
gboolean
interview_shelved_recording_get_whole (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), FALSE);

  return self->whole;
}

/**
 * interview_shelved_recording_delete:
 *
 * Deletes the file and its note.
 */
void
interview_shelved_recording_delete (InterviewShelvedRecording *self)
{
  g_autofree char *note = NULL;

  g_return_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self));

  self->deleted = TRUE;
  note = get_note_path (self->path);
  g_unlink (self->path);
  g_unlink (note);
}

/**
 * interview_shelved_recording_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
interview_shelved_recording_get_path (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->path;
}

/**
 * interview_shelved_recording_get_recording_id:
 *
 * Returns: (transfer none): the recording that it belongs to
 */
const char *
interview_shelved_recording_get_recording_id (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->recording_id;
}

/**
 * interview_shelved_recording_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_shelved_recording_get_room_id (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->room_id;
}

/**
 * interview_shelved_recording_get_title:
 *
 * Returns: (transfer none): what to call it
 */
const char *
interview_shelved_recording_get_title (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), NULL);

  return self->title;
}

/**
 * interview_shelved_recording_get_began_at:
 *
 * Returns: when it began, microseconds since 1970 in UTC
 */
gint64
interview_shelved_recording_get_began_at (InterviewShelvedRecording *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), 0);

  return self->began_at;
}

/**
 * interview_shelved_recording_get_size:
 *
 * Returns: how large the file is now, bytes; 0 if it is not there
 */
goffset
interview_shelved_recording_get_size (InterviewShelvedRecording *self)
{
  GStatBuf state;

  g_return_val_if_fail (INTERVIEW_IS_SHELVED_RECORDING (self), 0);

  return g_stat (self->path, &state) == 0 ? state.st_size : 0;
}
