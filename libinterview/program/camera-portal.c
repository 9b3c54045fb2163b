/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/camera-portal.h"

#include <libportal-gtk4/portal-gtk4.h>

/*
 * In a sandbox a program cannot open a camera: the desktop asks the person, remembers the answer,
 * and hands out a connection to PipeWire on which there is nothing but cameras
 * (org.freedesktop.portal.Camera).
 */

/* Apart from a portal that is not there. The errors of its own arrive as %G_IO_ERROR_DBUS_ERROR. */
static gboolean
is_refusal (const GError *why)
{
  return g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (why, G_IO_ERROR, G_IO_ERROR_FAILED) ||
         g_error_matches (why, G_IO_ERROR, G_IO_ERROR_DBUS_ERROR) ||
         g_error_matches (why, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  int fd = xdp_portal_open_pipewire_remote_for_camera (task_data);

  if (fd >= 0)
    g_task_return_int (task, fd);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             "The portal has no connection to PipeWire");
}

static void
on_allowed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_access_camera_finish (XDP_PORTAL (source), result, &error))
    {
      g_task_set_task_data (task, g_object_ref (source), g_object_unref);
      /* libportal blocks until it has it. */
      g_task_run_in_thread (task, open_in_thread);
    }
  else if (is_refusal (error))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XdpPortal) portal = NULL;

  bus = g_bus_get_finish (result, &error);
  if (bus == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  portal = xdp_portal_new ();
  xdp_portal_access_camera (portal, NULL, XDP_CAMERA_FLAG_NONE, g_task_get_cancellable (task),
                            on_allowed, g_object_ref (task));
}

/**
 * interview_camera_portal_is_needed:
 *
 * Returns: whether the program runs in a sandbox
 */
gboolean
interview_camera_portal_is_needed (void)
{
  return xdp_portal_running_under_sandbox ();
}

/**
 * interview_camera_portal_open_async:
 * @cancellable: (nullable): takes the question back
 * @callback: called when it is answered
 * @user_data: for @callback
 *
 * Has the desktop let the program use the cameras; it asks the person if they have not said yet.
 * Main thread.
 */
void
interview_camera_portal_open_async (GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, interview_camera_portal_open_async);
  /* libportal takes it for granted that there is a bus. */
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus, task);
}

/**
 * interview_camera_portal_open_finish:
 * @result: what the callback got
 * @error: %G_IO_ERROR_PERMISSION_DENIED if the person or the system does not want it;
 *   %G_IO_ERROR_CANCELLED; any other if there is no such portal
 *
 * Returns: a connection to PipeWire, to be closed by the caller; -1 if there is none
 */
int
interview_camera_portal_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
