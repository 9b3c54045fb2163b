/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/last-visit.h"

#include <glib/gstdio.h>

#include "core/id.h"

/*
 * InterviewLastVisit remembers in a small file that the program is in a room now. A program that
 * was killed finds it at its next start and goes straight back; one that left on purpose has
 * cleared it. Belongs to the visit's owner, used on the main thread.
 */
struct _InterviewLastVisit
{
  GObject parent_instance;

  char *path;
  InterviewClock *clock;
};

G_DEFINE_FINAL_TYPE (InterviewLastVisit, interview_last_visit, G_TYPE_OBJECT)

#define GROUP "visit"
#define KEY_ROOM "room"
#define KEY_MARKED_AT "marked-at"
#define KEY_CAMERA "camera"
#define KEY_MICROPHONE "microphone"

static GKeyFile *
load (InterviewLastVisit *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

/* What is not known is on, as in a first visit. */
static gboolean
find_boolean (InterviewLastVisit *self, const char *key)
{
  g_autoptr (GKeyFile) file = load (self);
  g_autoptr (GError) error = NULL;
  gboolean value;

  if (file == NULL)
    return TRUE;
  value = g_key_file_get_boolean (file, GROUP, key, &error);
  return error != NULL || value;
}

static void
interview_last_visit_finalize (GObject *object)
{
  InterviewLastVisit *self = INTERVIEW_LAST_VISIT (object);

  g_free (self->path);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (interview_last_visit_parent_class)->finalize (object);
}

static void
interview_last_visit_class_init (InterviewLastVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_last_visit_finalize;
}

static void
interview_last_visit_init (InterviewLastVisit *self)
{
}

/**
 * interview_last_visit_new:
 * @path: the file, which need not exist
 * @clock: where the time comes from
 *
 * Returns: (transfer full): the memory of the last visit
 */
InterviewLastVisit *
interview_last_visit_new (const char *path, InterviewClock *clock)
{
  InterviewLastVisit *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (INTERVIEW_IS_CLOCK (clock), NULL);

  self = g_object_new (INTERVIEW_TYPE_LAST_VISIT, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * interview_last_visit_mark:
 * @room_id: the room the program is in
 * @camera_enabled: whether the others get a picture
 * @microphone_enabled: whether the others get sound
 *
 * Writes down that the visit goes on. A full disk costs the return without a click, nothing else,
 * so a failure is only logged.
 */
void
interview_last_visit_mark (InterviewLastVisit *self,
                           const char *room_id,
                           gboolean camera_enabled,
                           gboolean microphone_enabled)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_return_if_fail (INTERVIEW_IS_LAST_VISIT (self));
  g_return_if_fail (interview_id_is_valid (room_id));

  g_key_file_set_string (file, GROUP, KEY_ROOM, room_id);
  g_key_file_set_int64 (file, GROUP, KEY_MARKED_AT, interview_clock_now (self->clock));
  g_key_file_set_boolean (file, GROUP, KEY_CAMERA, camera_enabled);
  g_key_file_set_boolean (file, GROUP, KEY_MICROPHONE, microphone_enabled);
  if (!g_key_file_save_to_file (file, self->path, &error))
    g_warning ("The visit cannot be written down: %s", error->message);
}

/**
 * interview_last_visit_clear:
 *
 * Forgets the visit, because it ended on purpose.
 */
void
interview_last_visit_clear (InterviewLastVisit *self)
{
  g_return_if_fail (INTERVIEW_IS_LAST_VISIT (self));

  g_unlink (self->path);
}

/**
 * interview_last_visit_find_room:
 *
 * Looks for a visit that was broken off within the last %INTERVIEW_LAST_VISIT_SECONDS.
 *
 * Returns: (transfer full) (nullable): the room to go back to, or %NULL
 */
char *
interview_last_visit_find_room (InterviewLastVisit *self)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *room_id = NULL;
  gint64 age;

  g_return_val_if_fail (INTERVIEW_IS_LAST_VISIT (self), NULL);

  file = load (self);
  if (file == NULL)
    return NULL;
  room_id = g_key_file_get_string (file, GROUP, KEY_ROOM, NULL);
  age = interview_clock_now (self->clock) - g_key_file_get_int64 (file, GROUP, KEY_MARKED_AT, NULL);
  if (room_id == NULL || !interview_id_is_valid (room_id) || age < 0 ||
      age > (gint64) INTERVIEW_LAST_VISIT_SECONDS * G_USEC_PER_SEC)
    return NULL;
  return g_steal_pointer (&room_id);
}

/**
 * interview_last_visit_restore:
 * @devices: camera and microphone
 *
 * Switches them as they were, before one goes back into a room that a crash broke off.
 */
void
interview_last_visit_restore (InterviewLastVisit *self, InterviewDevices *devices)
{
  InterviewCapture *capture;

  g_return_if_fail (INTERVIEW_IS_LAST_VISIT (self));
  g_return_if_fail (INTERVIEW_IS_DEVICES (devices));

  capture = interview_devices_get_capture (devices);
  interview_capture_set_camera_enabled (capture, interview_last_visit_get_camera_enabled (self));
  interview_capture_set_microphone_enabled (capture,
                                            interview_last_visit_get_microphone_enabled (self));
}

/**
 * interview_last_visit_get_camera_enabled:
 *
 * Returns: whether the camera was on; on if there was no visit
 */
gboolean
interview_last_visit_get_camera_enabled (InterviewLastVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LAST_VISIT (self), TRUE);

  return find_boolean (self, KEY_CAMERA);
}

/**
 * interview_last_visit_get_microphone_enabled:
 *
 * Returns: whether the microphone was on; on if there was no visit
 */
gboolean
interview_last_visit_get_microphone_enabled (InterviewLastVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LAST_VISIT (self), TRUE);

  return find_boolean (self, KEY_MICROPHONE);
}
