/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/screen-portal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libportal-gtk4/portal-gtk4.h>

#include "core/error.h"

/*
 * InterviewScreenPortal has the desktop ask what to share, and gives the picture of it. It is the
 * only way on Wayland (org.freedesktop.portal.ScreenCast). What the desktop gives back to name the
 * choice is kept in a file, so that a desktop that allows it does not ask the next time.
 *
 * Signal `closed`: the desktop ended it, as by the mark in its panel.
 *
 * Order of use: new, choose, close; choose again is possible. Main thread.
 */
struct _InterviewScreenPortal
{
  GObject parent_instance;

  XdpPortal *portal;
  XdpSession *session;
  char *token_path;
  GDBusConnection *bus;
  guint subscription;
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewScreenPortal, interview_screen_portal, G_TYPE_OBJECT)

/* A token that is not one would have the portal refuse the whole. */
static char *
read_token (InterviewScreenPortal *self)
{
  g_autofree char *token = NULL;

  if (!g_file_get_contents (self->token_path, &token, NULL, NULL))
    return NULL;
  g_strstrip (token);

  return g_uuid_string_is_valid (token) ? g_steal_pointer (&token) : NULL;
}

static void
write_token (InterviewScreenPortal *self, const char *token)
{
  g_autoptr (GError) error = NULL;

  /* Each token is good for one time. */
  if (token == NULL)
    g_unlink (self->token_path);
  else if (!g_file_set_contents_full (self->token_path, token, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                      0600, &error))
    g_info ("%s: %s", self->token_path, error->message);
}

static GError *
refuse (const GError *why)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (why);

  g_info ("The portal shares no screen: %s", why->message);
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_DEVICE,
                              _ ("The desktop does not share the screen. Check that its "
                                 "“xdg-desktop-portal” is installed and running."));
}

static gboolean
find_node (XdpSession *session, guint *node)
{
  GVariant *streams = xdp_session_get_streams (session);
  g_autoptr (GVariant) options = NULL;

  if (streams == NULL || !g_variant_is_of_type (streams, G_VARIANT_TYPE ("a(ua{sv})")) ||
      g_variant_n_children (streams) == 0)
    return FALSE;
  g_variant_get_child (streams, 0, "(u@a{sv})", node, &options);

  return TRUE;
}

static GstElement *
open_stream (InterviewScreenPortal *self, GError **error)
{
  g_autoptr (GError) missing = NULL;
  guint node = 0;
  int fd = -1;

  if (find_node (self->session, &node))
    fd = xdp_session_open_pipewire_remote (self->session);
  if (fd < 0)
    {
      missing = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no stream");
      g_propagate_error (error, refuse (missing));
      return NULL;
    }

  return interview_screen_source_new_pipewire (fd, node, error);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewScreenPortal *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  GstElement *element = NULL;

  if (xdp_session_start_finish (XDP_SESSION (source), result, &error))
    {
      if (self->session == XDP_SESSION (source))
        {
          token = xdp_session_get_restore_token (self->session);
          write_token (self, token);
          element = open_stream (self, &error);
        }
      else
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed meanwhile");
    }
  else
    {
      g_autoptr (GError) why = g_steal_pointer (&error);

      error = refuse (why);
    }

  if (element != NULL)
    g_task_return_pointer (task, gst_object_ref_sink (element), gst_object_unref);
  else
    {
      if (self->session == XDP_SESSION (source))
        interview_screen_portal_close (self);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
on_closed (InterviewScreenPortal *self)
{
  g_clear_object (&self->session);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewScreenPortal *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GtkWindow *parent = g_task_get_task_data (task);
  g_autoptr (XdpParent) handle = parent != NULL ? xdp_parent_new_gtk (parent) : NULL;
  g_autoptr (GError) error = NULL;
  XdpSession *session =
      xdp_portal_create_screencast_session_finish (XDP_PORTAL (source), result, &error);

  if (session == NULL)
    {
      g_task_return_error (task, refuse (error));
      return;
    }

  interview_screen_portal_close (self);
  self->session = session;
  g_signal_connect_object (session, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  xdp_session_start (session, handle, cancellable, on_started, g_steal_pointer (&task));
}

static void
interview_screen_portal_dispose (GObject *object)
{
  InterviewScreenPortal *self = INTERVIEW_SCREEN_PORTAL (object);

  interview_screen_portal_close (self);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->portal);

  G_OBJECT_CLASS (interview_screen_portal_parent_class)->dispose (object);
}

static void
interview_screen_portal_finalize (GObject *object)
{
  g_free (INTERVIEW_SCREEN_PORTAL (object)->token_path);

  G_OBJECT_CLASS (interview_screen_portal_parent_class)->finalize (object);
}

static void
interview_screen_portal_class_init (InterviewScreenPortalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_screen_portal_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_screen_portal_finalize;

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", INTERVIEW_TYPE_SCREEN_PORTAL, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_any_closed (GDBusConnection *bus,
               const char *sender,
               const char *path,
               const char *interface,
               const char *signal,
               GVariant *parameters,
               gpointer user_data)
{
}

static void
interview_screen_portal_init (InterviewScreenPortal *self)
{
}

/**
 * interview_screen_portal_new:
 * @token_path: the file in which the last choice is kept
 *
 * Returns: (transfer full): a portal through which nothing is shared
 */
InterviewScreenPortal *
interview_screen_portal_new (const char *token_path)
{
  InterviewScreenPortal *self;

  g_return_val_if_fail (token_path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_SCREEN_PORTAL, NULL);
  self->token_path = g_strdup (token_path);

  return self;
}

/* libportal 0.6 listens to the end of its session without asking the bus for it, and the portal
 * tells it to whoever asked. */
static gboolean
reach (InterviewScreenPortal *self, GError **error)
{
  if (self->portal != NULL)
    return TRUE;
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (self->bus == NULL)
    return FALSE;
  self->portal = xdp_portal_new ();
  self->subscription =
      g_dbus_connection_signal_subscribe (self->bus, "org.freedesktop.portal.Desktop",
                                          "org.freedesktop.portal.Session", "Closed", NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_any_closed, NULL, NULL);

  return TRUE;
}

/**
 * interview_screen_portal_choose_async:
 * @parent: (nullable) (transfer none): the window that wants it
 * @cancellable: (nullable): gives up
 * @callback: called when it was chosen
 * @user_data: for @callback
 *
 * Has the person choose a screen or a window, or takes what they chose the last time where the
 * desktop allows it. What was shared through this portal before ends.
 */
void
interview_screen_portal_choose_async (InterviewScreenPortal *self,
                                      GtkWindow *parent,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SCREEN_PORTAL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_screen_portal_choose_async);
  if (parent != NULL)
    g_task_set_task_data (task, g_object_ref (parent), g_object_unref);
  if (!reach (self, &error))
    {
      g_task_return_error (task, refuse (error));
      g_object_unref (task);
      return;
    }
  token = read_token (self);
  xdp_portal_create_screencast_session (self->portal, XDP_OUTPUT_MONITOR | XDP_OUTPUT_WINDOW,
                                        XDP_SCREENCAST_FLAG_NONE, XDP_CURSOR_MODE_EMBEDDED,
                                        XDP_PERSIST_MODE_PERSISTENT, token, cancellable, on_created,
                                        task);
}

/**
 * interview_screen_portal_choose_finish:
 * @result: what the callback got
 * @error: %G_IO_ERROR_CANCELLED if the person did not want it after all; %INTERVIEW_ERROR_DEVICE,
 *   with words for them, if the desktop cannot
 *
 * Returns: (transfer full) (nullable): an element with one pad `src` of raw video
 */
GstElement *
interview_screen_portal_choose_finish (InterviewScreenPortal *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * interview_screen_portal_close:
 *
 * Tells the desktop that nothing is shared any more; `closed` is not emitted.
 */
void
interview_screen_portal_close (InterviewScreenPortal *self)
{
  g_autoptr (XdpSession) session = NULL;

  g_return_if_fail (INTERVIEW_IS_SCREEN_PORTAL (self));

  session = g_steal_pointer (&self->session);
  if (session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (session, self);
  xdp_session_close (session);
}
