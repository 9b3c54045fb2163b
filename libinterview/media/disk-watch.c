/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/disk-watch.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/error.h"

/*
 * InterviewDiskWatch looks after a file that grows: once a second it has what was written brought
 * to the disk, so that not even a power cut takes more, and asks how much room is left. Both may
 * take long on a slow disk and happen on a worker; a turn that is not over leaves out the next.
 *
 * The recorder owns it. Main context only; it tells by its property `free`.
 */
struct _InterviewDiskWatch
{
  GObject parent_instance;

  int file;
  guint timer;
  gboolean busy;
  guint64 free;
};

enum
{
  PROP_0,
  PROP_FREE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewDiskWatch, interview_disk_watch, G_TYPE_OBJECT)

static gboolean
measure (int file, guint64 *free)
{
  struct statvfs state;

  if (fstatvfs (file, &state) != 0)
    return FALSE;

  *free = (guint64) state.f_bavail * state.f_frsize;
  return TRUE;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  int file = GPOINTER_TO_INT (data);
  guint64 free = 0;

  if (fdatasync (file) != 0)
    g_info ("what was recorded is not on the disk yet: %s", g_strerror (errno));
  if (!measure (file, &free))
    free = 0;
  close (file);
  g_task_return_pointer (task, g_memdup2 (&free, sizeof free), g_free);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewDiskWatch *self = INTERVIEW_DISK_WATCH (source);
  g_autofree guint64 *free = g_task_propagate_pointer (G_TASK (result), NULL);

  self->busy = FALSE;
  if (free == NULL || self->file < 0 || self->free == *free)
    return;

  self->free = *free;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FREE]);
}

static gboolean
on_timer (gpointer user_data)
{
  InterviewDiskWatch *self = user_data;
  g_autoptr (GTask) task = NULL;
  int file;

  if (self->busy)
    return G_SOURCE_CONTINUE;
  /* Of its own, so that it can be closed here while the worker is at it. */
  file = fcntl (self->file, F_DUPFD_CLOEXEC, 0);
  if (file < 0)
    return G_SOURCE_CONTINUE;

  self->busy = TRUE;
  task = g_task_new (self, NULL, on_looked, NULL);
  g_task_set_task_data (task, GINT_TO_POINTER (file), NULL);
  g_task_run_in_thread (task, look_in_thread);

  return G_SOURCE_CONTINUE;
}

static void
interview_disk_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewDiskWatch *self = INTERVIEW_DISK_WATCH (object);

  switch (id)
    {
    case PROP_FREE:
      g_value_set_uint64 (value, self->free);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_disk_watch_finalize (GObject *object)
{
  interview_disk_watch_close (INTERVIEW_DISK_WATCH (object));

  G_OBJECT_CLASS (interview_disk_watch_parent_class)->finalize (object);
}

static void
interview_disk_watch_class_init (InterviewDiskWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_disk_watch_get_property;
  object_class->finalize = interview_disk_watch_finalize;

  properties[PROP_FREE] =
      g_param_spec_uint64 ("free", NULL, NULL, 0, G_MAXUINT64, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_disk_watch_init (InterviewDiskWatch *self)
{
  self->file = -1;
}

/**
 * interview_disk_watch_new:
 * @path: a file that grows; it is made if it is not there, for its owner alone
 * @error: %INTERVIEW_ERROR_MEDIA if it cannot be written
 *
 * Returns: (transfer full) (nullable): a watch that knows how much room there is
 */
InterviewDiskWatch *
interview_disk_watch_new (const char *path, GError **error)
{
  g_autoptr (InterviewDiskWatch) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_DISK_WATCH, NULL);
  self->file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (self->file < 0 || !measure (self->file, &self->free))
    {
      g_info ("%s: %s", path, g_strerror (errno));
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA,
                           _ ("The file for the recording cannot be written. Check that your home "
                              "folder can be written to, and that its disk is not full."));
      return NULL;
    }
  self->timer = g_timeout_add_seconds (1, on_timer, self);

  return g_steal_pointer (&self);
}

/**
 * interview_disk_watch_close:
 *
 * Stops watching; nothing is told afterwards.
 */
void
interview_disk_watch_close (InterviewDiskWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_DISK_WATCH (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->file >= 0)
    close (self->file);
  self->file = -1;
}

/**
 * interview_disk_watch_get_free:
 *
 * Returns: how much room there is, bytes
 */
guint64
interview_disk_watch_get_free (InterviewDiskWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DISK_WATCH (self), 0);

  return self->free;
}
