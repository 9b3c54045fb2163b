/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/device-monitor.h"

#define N_KINDS (INTERVIEW_DEVICE_KIND_SPEAKER + 1)

/*
 * InterviewDeviceMonitor knows which cameras, microphones and speakers there are, as three lists
 * that change while it runs; what the system prefers comes first.
 *
 * Asking the sound servers and the kernel takes a while, so that happens in a thread: the lists are
 * empty after interview_device_monitor_start() and filled when `ready` turns %TRUE. Everything else
 * is on the main context.
 */
struct _InterviewDeviceMonitor
{
  GObject parent_instance;

  GstDeviceMonitor *monitor;
  guint watch;
  gboolean running;
  gboolean ready;
  GListStore *lists[N_KINDS];
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewDeviceMonitor, interview_device_monitor, G_TYPE_OBJECT)

static gboolean
find_device (InterviewDeviceMonitor *self, GstDevice *device, GListStore **list, guint *position)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lists[kind])); i++)
      {
        g_autoptr (InterviewDevice) item =
            g_list_model_get_item (G_LIST_MODEL (self->lists[kind]), i);

        if (interview_device_get_gst_device (item) == device)
          {
            *list = self->lists[kind];
            *position = i;
            return TRUE;
          }
      }

  return FALSE;
}

static void
add_device (InterviewDeviceMonitor *self, GstDevice *device)
{
  g_autoptr (InterviewDevice) item = NULL;
  GListStore *list;
  guint position;

  if (find_device (self, device, &list, &position))
    return;
  item = interview_device_new (device);
  if (item == NULL)
    return;

  list = self->lists[interview_device_get_kind (item)];
  if (interview_device_is_default (item))
    g_list_store_insert (list, 0, item);
  else
    g_list_store_append (list, item);
}

static void
remove_device (InterviewDeviceMonitor *self, GstDevice *device)
{
  GListStore *list;
  guint position;

  if (find_device (self, device, &list, &position))
    g_list_store_remove (list, position);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewDeviceMonitor *self = user_data;
  g_autoptr (GstDevice) device = NULL;
  g_autoptr (GstDevice) former = NULL;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_DEVICE_ADDED:
      gst_message_parse_device_added (message, &device);
      add_device (self, device);
      break;
    case GST_MESSAGE_DEVICE_REMOVED:
      gst_message_parse_device_removed (message, &device);
      remove_device (self, device);
      break;
    case GST_MESSAGE_DEVICE_CHANGED:
      gst_message_parse_device_changed (message, &device, &former);
      remove_device (self, former);
      add_device (self, device);
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static void
start_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_boolean (task, gst_device_monitor_start (task_data));
}

static void
stop_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gst_device_monitor_stop (task_data);
  g_task_return_boolean (task, TRUE);
}

/* The task keeps only the GStreamer monitor alive: its work may outlive ours. */
static void
stop_monitor (GstDeviceMonitor *monitor)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, gst_object_ref (monitor), gst_object_unref);
  g_task_run_in_thread (task, stop_in_thread);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewDeviceMonitor *self = INTERVIEW_DEVICE_MONITOR (source);
  GstDeviceMonitor *monitor = g_task_get_task_data (G_TASK (result));
  gboolean started = g_task_propagate_boolean (G_TASK (result), NULL);
  GList *devices;

  if (monitor != self->monitor)
    {
      if (started)
        stop_monitor (monitor);
      return;
    }

  if (started)
    {
      devices = gst_device_monitor_get_devices (monitor);
      for (GList *link = devices; link != NULL; link = link->next)
        add_device (self, link->data);
      g_list_free_full (devices, gst_object_unref);
    }
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
interview_device_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewDeviceMonitor *self = INTERVIEW_DEVICE_MONITOR (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_device_monitor_dispose (GObject *object)
{
  InterviewDeviceMonitor *self = INTERVIEW_DEVICE_MONITOR (object);

  interview_device_monitor_stop (self);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);

  G_OBJECT_CLASS (interview_device_monitor_parent_class)->dispose (object);
}

static void
interview_device_monitor_class_init (InterviewDeviceMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_device_monitor_get_property;
  object_class->dispose = interview_device_monitor_dispose;

  properties[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_device_monitor_init (InterviewDeviceMonitor *self)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    self->lists[kind] = g_list_store_new (INTERVIEW_TYPE_DEVICE);
}

/**
 * interview_device_monitor_new:
 *
 * Returns: (transfer full): a monitor that has not looked yet
 */
InterviewDeviceMonitor *
interview_device_monitor_new (void)
{
  return g_object_new (INTERVIEW_TYPE_DEVICE_MONITOR, NULL);
}

/**
 * interview_device_monitor_start:
 *
 * Looks for devices and goes on watching; does not wait for it. A system without any, or without a
 * sound server, is no error: the lists stay empty.
 */
void
interview_device_monitor_start (InterviewDeviceMonitor *self)
{
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self));

  if (self->monitor != NULL)
    return;

  self->monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (self->monitor, "Video/Source", NULL);
  gst_device_monitor_add_filter (self->monitor, "Audio/Source", NULL);
  gst_device_monitor_add_filter (self->monitor, "Audio/Sink", NULL);
  bus = gst_device_monitor_get_bus (self->monitor);
  self->watch = gst_bus_add_watch (bus, on_message, self);

  task = g_task_new (self, NULL, on_started, NULL);
  g_task_set_task_data (task, gst_object_ref (self->monitor), gst_object_unref);
  g_task_run_in_thread (task, start_in_thread);
}

/**
 * interview_device_monitor_stop:
 *
 * Stops watching and empties the lists.
 */
void
interview_device_monitor_stop (InterviewDeviceMonitor *self)
{
  g_autoptr (GstDeviceMonitor) monitor = NULL;
  g_autoptr (GstBus) bus = NULL;

  g_return_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self));

  monitor = g_steal_pointer (&self->monitor);
  if (monitor == NULL)
    return;

  bus = gst_device_monitor_get_bus (monitor);
  gst_bus_remove_watch (bus);
  self->watch = 0;
  /* While it is still starting, on_started() stops it. */
  if (self->ready)
    stop_monitor (monitor);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_list_store_remove_all (self->lists[kind]);
  self->ready = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

/**
 * interview_device_monitor_get_ready:
 *
 * Returns: whether the first look is over
 */
gboolean
interview_device_monitor_get_ready (InterviewDeviceMonitor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), FALSE);

  return self->ready;
}

/**
 * interview_device_monitor_get_cameras:
 *
 * Returns: (transfer none): a list of #InterviewDevice that changes
 */
GListModel *
interview_device_monitor_get_cameras (InterviewDeviceMonitor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), NULL);

  return G_LIST_MODEL (self->lists[INTERVIEW_DEVICE_KIND_CAMERA]);
}

/**
 * interview_device_monitor_get_microphones:
 *
 * Returns: (transfer none): a list of #InterviewDevice that changes
 */
GListModel *
interview_device_monitor_get_microphones (InterviewDeviceMonitor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), NULL);

  return G_LIST_MODEL (self->lists[INTERVIEW_DEVICE_KIND_MICROPHONE]);
}

/**
 * interview_device_monitor_get_speakers:
 *
 * Returns: (transfer none): a list of #InterviewDevice that changes
 */
GListModel *
interview_device_monitor_get_speakers (InterviewDeviceMonitor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), NULL);

  return G_LIST_MODEL (self->lists[INTERVIEW_DEVICE_KIND_SPEAKER]);
}

/**
 * interview_device_monitor_dup_device:
 * @kind: which list
 * @id: (nullable): what was remembered
 *
 * Returns: (transfer full) (nullable): the device of that id, the first one if it is not there or
 *   @id is %NULL, %NULL if there is none of that kind
 */
InterviewDevice *
interview_device_monitor_dup_device (InterviewDeviceMonitor *self,
                                     InterviewDeviceKind kind,
                                     const char *id)
{
  GListModel *list;

  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), NULL);
  g_return_val_if_fail (kind < N_KINDS, NULL);

  list = G_LIST_MODEL (self->lists[kind]);
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (InterviewDevice) item = g_list_model_get_item (list, i);

      if (g_str_equal (interview_device_get_id (item), id))
        return g_steal_pointer (&item);
    }

  return g_list_model_get_item (list, 0);
}
