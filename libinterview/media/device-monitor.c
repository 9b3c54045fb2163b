/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/device-monitor.h"

#include <glib/gstdio.h>

#define N_KINDS (INTERVIEW_DEVICE_KIND_SPEAKER + 1)

/* What comes of a start. */
#define STARTED (1 << 0)
#define HAS_PULSE (1 << 1)

/*
 * InterviewDeviceMonitor knows which cameras, microphones and speakers there are, as three lists
 * that change while it runs. A device of which several tell is in its list once.
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
  gboolean ready;
  gboolean is_connecting;
  InterviewDeviceFailure camera_absence;
  int remote;         /* a connection to PipeWire that is not in use yet, or -1 */
  gboolean has_pulse; /* all sound devices are known by PulseAudio */
  GPtrArray *found;   /* every word of a device, in the order in which they came */
  GListStore *lists[N_KINDS];
};

enum
{
  PROP_0,
  PROP_READY,
  PROP_CAMERA_ABSENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewDeviceMonitor, interview_device_monitor, G_TYPE_OBJECT)

/* PulseAudio tells of a device a moment later than PipeWire, which is never used meanwhile. */
static gboolean
is_best_sound (InterviewDeviceMonitor *self, InterviewDevice *device)
{
  guint rank = interview_device_get_rank (device);

  if (self->has_pulse)
    return rank == INTERVIEW_DEVICE_RANK_FIRST;

  for (guint i = 0; i < self->found->len; i++)
    if (interview_device_get_kind (self->found->pdata[i]) == interview_device_get_kind (device) &&
        interview_device_get_rank (self->found->pdata[i]) < rank)
      return FALSE;

  return TRUE;
}

static gboolean
is_best_camera (InterviewDeviceMonitor *self, InterviewDevice *device)
{
  const char *path = interview_device_get_path (device);

  for (guint i = 0; path != NULL && i < self->found->len; i++)
    if (g_strcmp0 (interview_device_get_path (self->found->pdata[i]), path) == 0 &&
        interview_device_get_rank (self->found->pdata[i]) < interview_device_get_rank (device))
      return FALSE;

  return TRUE;
}

static GPtrArray *
select_devices (InterviewDeviceMonitor *self, InterviewDeviceKind kind)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < self->found->len; i++)
    {
      InterviewDevice *device = self->found->pdata[i];

      if (interview_device_get_kind (device) == kind &&
          (kind == INTERVIEW_DEVICE_KIND_CAMERA ? is_best_camera (self, device)
                                                : is_best_sound (self, device)))
        g_ptr_array_add (selected, device);
    }

  return selected;
}

static gboolean
is_at (GListStore *list, guint position, gpointer device)
{
  g_autoptr (InterviewDevice) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item == device;
}

/* In one step, so that a device whose description changed is at no moment away. */
static void
update_list (InterviewDeviceMonitor *self, InterviewDeviceKind kind)
{
  GListStore *list = self->lists[kind];
  g_autoptr (GPtrArray) devices = select_devices (self, kind);
  guint n_former = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_alike = MIN (n_former, devices->len);
  guint head = 0, tail = 0;

  while (head < n_alike && is_at (list, head, devices->pdata[head]))
    head++;
  while (tail < n_alike - head &&
         is_at (list, n_former - tail - 1, devices->pdata[devices->len - tail - 1]))
    tail++;
  if (n_former - head - tail > 0 || devices->len - head - tail > 0)
    g_list_store_splice (list, head, n_former - head - tail, devices->pdata + head,
                         devices->len - head - tail);
}

static gboolean
find_device (InterviewDeviceMonitor *self, GstDevice *device, guint *position)
{
  for (guint i = 0; i < self->found->len; i++)
    if (interview_device_get_gst_device (self->found->pdata[i]) == device)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
add_device (InterviewDeviceMonitor *self, GstDevice *device)
{
  InterviewDevice *item;
  guint position;

  if (find_device (self, device, &position))
    return;
  item = interview_device_new (device);
  if (item == NULL)
    return;

  g_ptr_array_add (self->found, item);
  update_list (self, interview_device_get_kind (item));
}

static void
remove_device (InterviewDeviceMonitor *self, GstDevice *device)
{
  g_autoptr (InterviewDevice) item = NULL;
  guint position;

  if (!find_device (self, device, &position))
    return;

  item = g_ptr_array_steal_index (self->found, position);
  update_list (self, interview_device_get_kind (item));
}

/* What was found when the monitor was started may be told again from before that, and a device then
 * changes into one that is there already. */
static void
replace_device (InterviewDeviceMonitor *self, GstDevice *former, GstDevice *device)
{
  g_autoptr (InterviewDevice) item = interview_device_new (device);
  guint position, place;

  if (item == NULL || find_device (self, device, &place) ||
      !find_device (self, former, &position) ||
      interview_device_get_kind (self->found->pdata[position]) != interview_device_get_kind (item))
    {
      remove_device (self, former);
      add_device (self, device);
      return;
    }

  g_object_unref (self->found->pdata[position]);
  self->found->pdata[position] = g_object_ref (item);
  update_list (self, interview_device_get_kind (item));
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
      replace_device (self, former, device);
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
find_pulse (void)
{
  g_autoptr (GstDeviceProvider) provider =
      gst_device_provider_factory_get_by_name ("pulsedeviceprovider");

  /* It is started already if it can be, and counts. */
  if (provider == NULL || !gst_device_provider_start (provider))
    return FALSE;

  gst_device_provider_stop (provider);
  return TRUE;
}

static GstDeviceProvider *
get_pipewire (void)
{
  return gst_device_provider_factory_get_by_name ("pipewiredeviceprovider");
}

/* When PipeWire’s provider stops, it and its own thread may free the same (0.3.65). One start that
 * is never taken back keeps it going until the process ends. */
static void
keep_pipewire (void)
{
  static gsize kept = 0;
  g_autoptr (GstDeviceProvider) provider = NULL;

  if (!g_once_init_enter (&kept))
    return;
  provider = get_pipewire ();
  if (provider != NULL)
    gst_device_provider_start (provider);
  g_once_init_leave (&kept, TRUE);
}

static void
start_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gboolean started;

  keep_pipewire ();
  started = gst_device_monitor_start (task_data);
  g_task_return_int (task, (started ? STARTED : 0) | (started && find_pulse () ? HAS_PULSE : 0));
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

/* PipeWire's provider says that it started where it could not, and connects only when it starts. */
static void
connect_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GstDeviceProvider) provider = get_pipewire ();
  guint n_starts = 0;

  while (gst_device_provider_is_started (provider))
    {
      gst_device_provider_stop (provider);
      n_starts++;
    }
  for (guint i = 0; i < n_starts; i++)
    gst_device_provider_start (provider);
  g_task_return_boolean (task, TRUE);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewDeviceMonitor *self = INTERVIEW_DEVICE_MONITOR (source);
  GstDeviceMonitor *monitor = g_task_get_task_data (G_TASK (result));

  if (monitor == self->monitor)
    self->is_connecting = FALSE;
  else
    stop_monitor (monitor);
}

/* The provider is one for the whole process: the GStreamer monitor hears of what it finds. */
static void
connect_remote (InterviewDeviceMonitor *self)
{
  g_autoptr (GstDeviceProvider) provider = get_pipewire ();
  g_autoptr (GTask) task = NULL;

  if (provider == NULL)
    return;

  g_object_set (provider, "fd", self->remote, NULL);
  self->remote = -1;
  self->is_connecting = TRUE;
  task = g_task_new (self, NULL, on_connected, NULL);
  g_task_set_task_data (task, gst_object_ref (self->monitor), gst_object_unref);
  g_task_run_in_thread (task, connect_in_thread);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewDeviceMonitor *self = INTERVIEW_DEVICE_MONITOR (source);
  GstDeviceMonitor *monitor = g_task_get_task_data (G_TASK (result));
  gssize outcome = g_task_propagate_int (G_TASK (result), NULL);
  GList *devices;

  if (monitor != self->monitor)
    {
      if (outcome & STARTED)
        stop_monitor (monitor);
      return;
    }

  self->has_pulse = (outcome & HAS_PULSE) != 0;
  if (outcome & STARTED)
    {
      devices = gst_device_monitor_get_devices (monitor);
      for (GList *link = devices; link != NULL; link = link->next)
        add_device (self, link->data);
      g_list_free_full (devices, gst_object_unref);
    }
  self->ready = TRUE;
  if (self->remote >= 0)
    connect_remote (self);
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
    case PROP_CAMERA_ABSENCE:
      g_value_set_enum (value, self->camera_absence);
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
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (self->remote >= 0)
    g_close (self->remote, NULL);
  self->remote = -1;

  G_OBJECT_CLASS (interview_device_monitor_parent_class)->dispose (object);
}

static void
interview_device_monitor_class_init (InterviewDeviceMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_device_monitor_get_property;
  object_class->dispose = interview_device_monitor_dispose;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_CAMERA_ABSENCE] =
      g_param_spec_enum ("camera-absence", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_MISSING, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_device_monitor_init (InterviewDeviceMonitor *self)
{
  self->remote = -1;
  self->camera_absence = INTERVIEW_DEVICE_FAILURE_MISSING;
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
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
  /* While it is still starting or connecting, on_started() or on_connected() stops it. */
  if (self->ready && !self->is_connecting)
    stop_monitor (monitor);
  self->is_connecting = FALSE;
  g_ptr_array_set_size (self->found, 0);
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
 * interview_device_monitor_set_camera_remote:
 * @fd: (transfer full): a connection to a PipeWire that has cameras
 *
 * Looks for cameras there, and no longer on the PipeWire of the session. The connection is kept
 * until the process ends, since whatever is made from its cameras uses it. To be called once.
 */
void
interview_device_monitor_set_camera_remote (InterviewDeviceMonitor *self, int fd)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self));
  g_return_if_fail (fd >= 0);
  g_return_if_fail (self->remote < 0);

  interview_device_monitor_explain_cameras (self, INTERVIEW_DEVICE_FAILURE_MISSING);
  self->remote = fd;
  if (self->ready)
    connect_remote (self);
}

/**
 * interview_device_monitor_explain_cameras:
 * @why: %INTERVIEW_DEVICE_FAILURE_UNANSWERED, %INTERVIEW_DEVICE_FAILURE_DENIED, or
 *   %INTERVIEW_DEVICE_FAILURE_MISSING, as it is at first
 *
 * Says why there is no camera while none is in the list. A connection to cameras makes it
 * %INTERVIEW_DEVICE_FAILURE_MISSING.
 */
void
interview_device_monitor_explain_cameras (InterviewDeviceMonitor *self, InterviewDeviceFailure why)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self));
  g_return_if_fail (why != INTERVIEW_DEVICE_FAILURE_NONE);

  if (self->camera_absence == why)
    return;
  self->camera_absence = why;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMERA_ABSENCE]);
}

/**
 * interview_device_monitor_get_camera_absence:
 *
 * Returns: why there is no camera while none is in the list
 */
InterviewDeviceFailure
interview_device_monitor_get_camera_absence (InterviewDeviceMonitor *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), INTERVIEW_DEVICE_FAILURE_MISSING);

  return self->camera_absence;
}

/**
 * interview_device_monitor_get_devices:
 * @kind: what for
 *
 * Returns: (transfer none): a list of #InterviewDevice that changes
 */
GListModel *
interview_device_monitor_get_devices (InterviewDeviceMonitor *self, InterviewDeviceKind kind)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_MONITOR (self), NULL);
  g_return_val_if_fail (kind < N_KINDS, NULL);

  return G_LIST_MODEL (self->lists[kind]);
}
