/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/device-choice.h"

/*
 * InterviewDeviceChoice decides which one of the devices of a kind is used, and remembers what a
 * person chose by its identity: while that is unplugged another one takes its place, and it is used
 * again as soon as it is back. Without a choice that is the one that the system prefers; where the
 * system prefers none, the one that was used first, so that a device that is plugged in later takes
 * nothing over.
 *
 * `id` is what was chosen, "" for nothing, to be kept in settings. `device` is the one to use; it
 * is notified when another one is to be opened, and when the same one is to be opened again because
 * it was unplugged. The signal `moved` (former device or %NULL) comes after that if it was not the
 * person who chose: a device was plugged in or out, or the system prefers another.
 *
 * The capture owns two, the program’s devices one. Main context only.
 */
struct _InterviewDeviceChoice
{
  GObject parent_instance;

  InterviewDeviceKind kind;
  GListModel *devices;
  char *id;
  char *settled_id; /* of the one that is used if nothing else decides */
  InterviewDevice *device;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_DEVICE,
  N_PROPS,
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDeviceChoice, interview_device_choice, G_TYPE_OBJECT)

static InterviewDevice *
find_by_id (InterviewDeviceChoice *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->devices); i++)
    {
      g_autoptr (InterviewDevice) device = g_list_model_get_item (self->devices, i);

      if (g_strcmp0 (interview_device_get_id (device), id) == 0)
        return g_steal_pointer (&device);
    }

  return NULL;
}

static InterviewDevice *
find_preferred (InterviewDeviceChoice *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->devices); i++)
    {
      g_autoptr (InterviewDevice) device = g_list_model_get_item (self->devices, i);

      if (interview_device_is_default (device))
        return g_steal_pointer (&device);
    }

  return NULL;
}

static InterviewDevice *
resolve (InterviewDeviceChoice *self)
{
  g_autoptr (InterviewDevice) device = NULL;

  if (self->devices == NULL)
    return NULL;

  device = find_by_id (self, self->id);
  if (device == NULL)
    device = find_preferred (self);
  if (device == NULL)
    device = find_by_id (self, self->settled_id);
  if (device == NULL)
    device = g_list_model_get_item (self->devices, 0);

  return g_steal_pointer (&device);
}

/* Returns whether another device is to be opened. */
static gboolean
update (InterviewDeviceChoice *self)
{
  g_autoptr (InterviewDevice) former = g_steal_pointer (&self->device);

  self->device = resolve (self);
  if (self->settled_id == NULL && self->device != NULL)
    self->settled_id = g_strdup (interview_device_get_id (self->device));
  if (former == self->device ||
      (former != NULL && interview_device_is_plugged_as (former, self->device)))
    return FALSE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEVICE]);
  return TRUE;
}

static void
on_devices_changed (InterviewDeviceChoice *self)
{
  g_autoptr (InterviewDevice) former = self->device != NULL ? g_object_ref (self->device) : NULL;

  if (update (self))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, former);
}

static void
interview_device_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewDeviceChoice *self = INTERVIEW_DEVICE_CHOICE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DEVICE:
      g_value_set_object (value, self->device);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_device_choice_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  InterviewDeviceChoice *self = INTERVIEW_DEVICE_CHOICE (object);

  switch (id)
    {
    case PROP_ID:
      interview_device_choice_set_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_device_choice_finalize (GObject *object)
{
  InterviewDeviceChoice *self = INTERVIEW_DEVICE_CHOICE (object);

  g_clear_object (&self->devices);
  g_clear_object (&self->device);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->settled_id, g_free);

  G_OBJECT_CLASS (interview_device_choice_parent_class)->finalize (object);
}

static void
interview_device_choice_class_init (InterviewDeviceChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_device_choice_get_property;
  object_class->set_property = interview_device_choice_set_property;
  object_class->finalize = interview_device_choice_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  properties[PROP_DEVICE] =
      g_param_spec_object ("device", NULL, NULL, INTERVIEW_TYPE_DEVICE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", INTERVIEW_TYPE_DEVICE_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_DEVICE);
}

static void
interview_device_choice_init (InterviewDeviceChoice *self)
{
  self->id = g_strdup ("");
}

/**
 * interview_device_choice_new:
 * @kind: what for
 * @devices: (nullable) (transfer none): list model of #InterviewDevice, which may change; %NULL if
 *   there is nothing to choose from
 *
 * Returns: (transfer full): a choice in which nothing was chosen yet
 */
InterviewDeviceChoice *
interview_device_choice_new (InterviewDeviceKind kind, GListModel *devices)
{
  InterviewDeviceChoice *self;

  g_return_val_if_fail (devices == NULL || G_IS_LIST_MODEL (devices), NULL);

  self = g_object_new (INTERVIEW_TYPE_DEVICE_CHOICE, NULL);
  self->kind = kind;
  if (g_set_object (&self->devices, devices))
    g_signal_connect_object (devices, "items-changed", G_CALLBACK (on_devices_changed), self,
                             G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * interview_device_choice_get_kind:
 *
 * Returns: what the devices are for
 */
InterviewDeviceKind
interview_device_choice_get_kind (InterviewDeviceChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_CHOICE (self), INTERVIEW_DEVICE_KIND_CAMERA);

  return self->kind;
}

/**
 * interview_device_choice_get_devices:
 *
 * Returns: (transfer none) (nullable): list model of #InterviewDevice, which may change
 */
GListModel *
interview_device_choice_get_devices (InterviewDeviceChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_CHOICE (self), NULL);

  return self->devices;
}

/**
 * interview_device_choice_set_id:
 * @id: (nullable): of the device that is wanted, also one that is not there now; "" or %NULL for
 *   the one that the system prefers
 *
 * Chooses a device.
 */
void
interview_device_choice_set_id (InterviewDeviceChoice *self, const char *id)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHOICE (self));

  if (id == NULL)
    id = "";
  if (g_str_equal (self->id, id))
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  update (self);
}

/**
 * interview_device_choice_get_id:
 *
 * Returns: (transfer none): what was chosen, "" if nothing was
 */
const char *
interview_device_choice_get_id (InterviewDeviceChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_CHOICE (self), NULL);

  return self->id;
}

/**
 * interview_device_choice_get_device:
 *
 * Returns: (transfer none) (nullable): the one to use, %NULL if there is none
 */
InterviewDevice *
interview_device_choice_get_device (InterviewDeviceChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE_CHOICE (self), NULL);

  return self->device;
}
