/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "told-device.h"

/* A device of which GStreamer tells, and that is not there. */
struct _ToldDevice
{
  GstDevice parent_instance;
};

G_DEFINE_FINAL_TYPE (ToldDevice, told_device, GST_TYPE_DEVICE)

static void
told_device_class_init (ToldDeviceClass *klass)
{
}

static void
told_device_init (ToldDevice *self)
{
}

/* Returns: (transfer full) (nullable): %NULL if it is of no use in a call */
InterviewDevice *
told_device_new (const char *device_class, const char *details)
{
  g_autoptr (GstStructure) properties =
      details != NULL ? gst_structure_from_string (details, NULL) : NULL;
  g_autoptr (GstDevice) device = gst_object_ref_sink (
      g_object_new (TOLD_TYPE_DEVICE, "display-name", "A Device", "device-class", device_class,
                    "properties", properties, NULL));

  return interview_device_new (device);
}
