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
  char *path;
  guint rank;
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

/* What the sound servers and the kernel name a device by, the most telling first. PipeWire and
 * PulseAudio make their names of the serial number or of the place where it is plugged in; the
 * place tells twins apart, the serial number finds a camera that has only that. Numbers that are
 * given anew at each start (object.id, object.serial) are not among them. */
static const char *const identities[] = {
  "node.name",     "device.name", "device.bus_path", "device.bus-path",
  "device.serial", "object.path", "device.path",     "device.string",
};

/* Who tells of a device, by the name of the structure in which they do, and how good it is to have
 * it from them: PulseAudio, or PipeWire in its place, knows which one the system prefers; a sound
 * card past them is taken from everybody else. A camera is had from the kernel, which says why it
 * cannot be had, and from PipeWire where the kernel does not show it to the program. */
static const struct
{
  const char *details;
  guint rank;
} tellers[] = {
  { "pulse-proplist", INTERVIEW_DEVICE_RANK_FIRST },
  { "v4l2deviceprovider", INTERVIEW_DEVICE_RANK_FIRST },
  { "pipewire-proplist", INTERVIEW_DEVICE_RANK_FIRST + 1 },
};

#define OTHER_RANK (INTERVIEW_DEVICE_RANK_FIRST + 2)

/* Where the kernel shows a camera. */
static const char *const paths[] = { "device.path", "api.v4l2.path" };

/* What PulseAudio and PipeWire offer where there is no speaker at all. */
#define NO_SPEAKER "auto_null"

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
  g_clear_pointer (&self->path, g_free);

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
         (g_strcmp0 (gst_structure_get_string (details, "device.class"), "monitor") != 0 &&
          g_strcmp0 (gst_structure_get_string (details, "node.name"), NO_SPEAKER) != 0);
}

static guint
find_rank (GstStructure *details)
{
  for (guint i = 0; details != NULL && i < G_N_ELEMENTS (tellers); i++)
    if (gst_structure_has_name (details, tellers[i].details))
      return tellers[i].rank;

  return OTHER_RANK;
}

static const char *
find_word (GstStructure *details, const char *const *fields, gsize n_fields)
{
  const char *word = NULL;

  for (gsize i = 0; details != NULL && word == NULL && i < n_fields; i++)
    word = gst_structure_get_string (details, fields[i]);

  return word;
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
  const char *identity;

  g_return_val_if_fail (GST_IS_DEVICE (device), NULL);

  details = gst_device_get_properties (device);
  if (!find_kind (device, details, &kind))
    return NULL;

  self = g_object_new (INTERVIEW_TYPE_DEVICE, NULL);
  self->device = gst_object_ref (device);
  self->kind = kind;
  self->rank = find_rank (details);
  self->name = gst_device_get_display_name (device);
  identity = find_word (details, identities, G_N_ELEMENTS (identities));
  self->id = g_strdup (identity != NULL ? identity : self->name);
  if (kind == INTERVIEW_DEVICE_KIND_CAMERA)
    self->path = g_strdup (find_word (details, paths, G_N_ELEMENTS (paths)));
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
 * interview_device_get_rank:
 *
 * Returns: how good it is to have it from whoever told of it, %INTERVIEW_DEVICE_RANK_FIRST for the
 *   best and more for others
 */
guint
interview_device_get_rank (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), OTHER_RANK);

  return self->rank;
}

/**
 * interview_device_get_path:
 *
 * Returns: (transfer none) (nullable): of a camera, where the kernel shows it; two words of one
 *   camera have the same
 */
const char *
interview_device_get_path (InterviewDevice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), NULL);

  return self->path;
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

static gboolean
is_alike (GQuark field, const GValue *value, gpointer user_data)
{
  const GValue *other = gst_structure_id_get_value (user_data, field);

  return g_quark_from_static_string ("is-default") == field ||
         (other != NULL && gst_value_compare (value, other) == GST_VALUE_EQUAL);
}

/**
 * interview_device_is_plugged_as:
 * @other: (nullable): another word of a device
 *
 * Returns: whether @other is this device and was not unplugged between, so that what plays or
 *   captures by one goes on with the other
 */
gboolean
interview_device_is_plugged_as (InterviewDevice *self, InterviewDevice *other)
{
  g_autoptr (GstStructure) details = NULL;
  g_autoptr (GstStructure) others = NULL;

  g_return_val_if_fail (INTERVIEW_IS_DEVICE (self), FALSE);

  if (self == other)
    return TRUE;
  if (other == NULL || self->kind != other->kind || self->rank != other->rank ||
      !g_str_equal (self->id, other->id))
    return FALSE;

  /* The sound server numbers what is plugged in. */
  details = gst_device_get_properties (self->device);
  others = gst_device_get_properties (other->device);
  return details != NULL && others != NULL && gst_structure_foreach (details, is_alike, others);
}
