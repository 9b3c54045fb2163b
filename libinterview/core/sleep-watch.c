/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/sleep-watch.h"

/*
 * InterviewSleepWatch tells when this machine wakes up from sleep: nobody has heard of it for a
 * while, and what was connected may not be any more. The session manager of the system says so
 * (org.freedesktop.login1, PrepareForSleep).
 *
 * Signal `woke`. Whoever makes it owns it; on the main context on which it was made.
 */
struct _InterviewSleepWatch
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *bus;
  guint subscription;
};

enum
{
  SIGNAL_WOKE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewSleepWatch, interview_sleep_watch, G_TYPE_OBJECT)

static void
on_prepare_for_sleep (GDBusConnection *bus,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *name,
                      GVariant *parameters,
                      gpointer user_data)
{
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    g_signal_emit (user_data, signals[SIGNAL_WOKE], 0);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  InterviewSleepWatch *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bus == NULL)
    {
      g_info ("sleep is not told: %s", error->message);
      return;
    }
  self->bus = g_steal_pointer (&bus);
  self->subscription =
      g_dbus_connection_signal_subscribe (self->bus, "org.freedesktop.login1",
                                          "org.freedesktop.login1.Manager", "PrepareForSleep",
                                          "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_prepare_for_sleep, self, NULL);
}

static void
interview_sleep_watch_dispose (GObject *object)
{
  InterviewSleepWatch *self = INTERVIEW_SLEEP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (interview_sleep_watch_parent_class)->dispose (object);
}

static void
interview_sleep_watch_class_init (InterviewSleepWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_sleep_watch_dispose;

  signals[SIGNAL_WOKE] = g_signal_new ("woke", INTERVIEW_TYPE_SLEEP_WATCH, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_sleep_watch_init (InterviewSleepWatch *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus, self);
}

/**
 * interview_sleep_watch_new:
 *
 * Where there is no system bus, it never says anything.
 *
 * Returns: (transfer full): a watch that begins as soon as the bus answers
 */
InterviewSleepWatch *
interview_sleep_watch_new (void)
{
  return g_object_new (INTERVIEW_TYPE_SLEEP_WATCH, NULL);
}
