/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/device.h"

#include <gio/gio.h>

/*
 * InterviewDevice is a camera, a microphone or a speaker that is there now. Its id stays the same
 * when it is unplugged and comes back, and after a restart, so that a choice can be remembered.
 */
struct _InterviewDevice
{
  GObject parent_instance;

  GstDevice *device;
  InterviewDeviceKind kind;
  char *id;
  char *name;
  gboolean is_default;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_KIND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (InterviewDeviceKind,
                    interview_device_kind,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_KIND_CAMERA, "camera"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_KIND_MICROPHONE, "microphone"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_DEVICE_KIND_SPEAKER, "speaker"))

G_DEFINE_FINAL_TYPE (InterviewDevice, interview_device, G_TYPE_OBJECT)

/* What the sound servers and the kernel name a device by, the most stable first; numbers that are
 * given anew at each start (object.id, device.api.number) are not among them. */
static const char *const identities[] = {
  "node.name", "device.name", "device.bus-path", "object.path", "device.path", "device.string",
};

static void
interview_device_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewDevice *self = INTERVIEW_DEVICE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_device_finalize (GObject *object)
{
  InterviewDevice *self = INTERVIEW_DEVICE (object);

  gst_clear_object (&self->device);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (interview_device_parent_class)->finalize (object);
}

static void
interview_device_class_init (InterviewDeviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_device_get_property;
  object_class->finalize = interview_device_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, INTERVIEW_TYPE_DEVICE_KIND,
                                             INTERVIEW_DEVICE_KIND_CAMERA, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_device_init (InterviewDevice *self)
{
}

static gboolean
find_kind (GstDevice *device, GstStructure *details, InterviewDeviceKind *kind)
{
  if (gst_device_has_classes (device, "Video/Source"))
    *kind = INTERVIEW_DEVICE_KIND_CAMERA;
  else if (gst_device_has_classes (device, "Audio/Source"))
    *kind = INTERVIEW_DEVICE_KIND_MICROPHONE;
  else if (gst_device_has_classes (device, "Audio/Sink"))
    *kind = INTERVIEW_DEVICE_KIND_SPEAKER;
  else
    return FALSE;

  /* What a speaker plays is listed as a source too; nobody speaks into it. */
  return details == NULL ||
         g_strcmp0 (gst_structure_get_string (details, "device.class"), "monitor") != 0;
}

/**
 * interview_device_new:
 * @device: (transfer none): what a device monitor found
 *
 * Returns: (transfer full) (nullable): the device, %NULL if it is of no use in a call
 */
InterviewDevice *
interview_device_new (GstDevice *device)
{
  g_autoptr (GstStructure) details = NULL;
  InterviewDevice *self;
  InterviewDeviceKind kind;
  const char *identity = NULL;

  g_return_val_if_fail (GST_IS_DEVICE (device), NULL);

  details = gst_device_get_properties (device);
  if (!find_kind (device, details, &kind))
    return NULL;

  self = g_object_new (INTERVIEW_TYPE_DEVICE, NULL);
  self->device = gst_object_ref (device);
  self->kind = kind;
  self->name = gst_device_get_display_name (device);
  for (gsize i = 0; details != NULL && identity == NULL && i < G_N_ELEMENTS (identities); i++)
    identity = gst_structure_get_string (details, identities[i]);
  self->id = g_strdup (identity != NULL ? identity : self->name);
  if (details != NULL)
    gst_structure_get_boolean (details, "is-default", &self->is_default);

  return self;
}

/**
 * interview_device_get_id:
 *
 * Returns: (transfer none): what it is remembered by
 */
const char *
interview_device_get_id (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), NULL);

  return self->id;
}

/**
 * interview_device_get_name:
 *
 * Returns: (transfer none): what it is called, to be shown
 */
const char *
interview_device_get_name (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), NULL);

  return self->name;
}

/**
 * interview_device_get_kind:
 *
 * Returns: what it is for
 */
InterviewDeviceKind
interview_device_get_kind (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), INTERVIEW_DEVICE_KIND_CAMERA);

  return self->kind;
}

/**
 * interview_device_is_default:
 *
 * Returns: whether the system prefers it
 */
gboolean
interview_device_is_default (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), FALSE);

  return self->is_default;
}

/**
 * interview_device_get_gst_device:
 *
 * Returns: (transfer none): what makes elements for it
 */
GstDevice *
interview_device_get_gst_device (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), NULL);

  return self->device;
}
