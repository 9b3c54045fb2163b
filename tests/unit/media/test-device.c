/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "told-device.h"

#define MICROPHONE "Audio/Source"
#define SPEAKER "Audio/Sink"
#define CAMERA "Video/Source"

/* What it is remembered by is none of the numbers that change when it is plugged in again. */
static void
test_identity (void)
{
  static const struct
  {
    const char *device_class;
    const char *details;
    const char *id;
  } devices[] = {
    { MICROPHONE, "pulse-proplist, node.name=mic.usb-1, object.serial=(string)50", "mic.usb-1" },
    { "Audio/Source/Virtual", "pipewire-proplist, object.id=(string)44, node.name=mic", "mic" },
    { SPEAKER, "pulse-proplist, device.string=hw:1, device.bus_path=pci-0", "pci-0" },
    { CAMERA, "pipewire-proplist, node.name=v4l2_input.pci-0, api.v4l2.path=/dev/video2",
      "v4l2_input.pci-0" },
    { CAMERA, "v4l2deviceprovider, device.path=/dev/video0, device.bus_path=pci-0-usb-3",
      "pci-0-usb-3" },
    { CAMERA, "v4l2deviceprovider, device.path=/dev/video0, device.serial=Maker_Camera_17",
      "Maker_Camera_17" },
    { CAMERA, "v4l2deviceprovider, device.path=/dev/video0", "/dev/video0" },
    { CAMERA, NULL, "A Device" },
    { MICROPHONE, "pulse-proplist, node.name=speaker, device.class=monitor", NULL },
    { SPEAKER, "pulse-proplist, node.name=auto_null", NULL },
    { "Video/Sink", "v4l2deviceprovider, device.path=/dev/video9", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      g_autoptr (InterviewDevice) device =
          told_device_new (devices[i].device_class, devices[i].details);

      g_assert_cmpstr (device != NULL ? interview_device_get_id (device) : NULL, ==, devices[i].id);
    }
}

/* PulseAudio or the kernel before PipeWire before the sound card. */
static void
test_rank (void)
{
  static const struct
  {
    const char *device_class;
    const char *tellers[4];
  } orders[] = {
    { MICROPHONE, { "pulse-proplist", "pipewire-proplist", "alsa-proplist" } },
    { SPEAKER, { "pulse-proplist", "pipewire-proplist", "alsa-proplist" } },
    { CAMERA, { "v4l2deviceprovider", "pipewire-proplist", "another" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint k = 0; orders[i].tellers[k + 1] != NULL; k++)
      {
        g_autoptr (InterviewDevice) device =
            told_device_new (orders[i].device_class, orders[i].tellers[k]);
        g_autoptr (InterviewDevice) next =
            told_device_new (orders[i].device_class, orders[i].tellers[k + 1]);

        if (k == 0)
          g_assert_cmpuint (interview_device_get_rank (device), ==, INTERVIEW_DEVICE_RANK_FIRST);
        g_assert_cmpuint (interview_device_get_rank (device), <, interview_device_get_rank (next));
      }
}

/* A camera of which two tell is known by its place in the kernel. */
static void
test_path (void)
{
  g_autoptr (InterviewDevice) kernel =
      told_device_new (CAMERA, "v4l2deviceprovider, device.path=/dev/video2");
  g_autoptr (InterviewDevice) pipewire =
      told_device_new (CAMERA, "pipewire-proplist, node.name=c, api.v4l2.path=/dev/video2");
  g_autoptr (InterviewDevice) other = told_device_new (CAMERA, "pipewire-proplist, node.name=c");

  g_assert_cmpstr (interview_device_get_path (kernel), ==, "/dev/video2");
  g_assert_cmpstr (interview_device_get_path (pipewire), ==, "/dev/video2");
  g_assert_null (interview_device_get_path (other));
}

static void
test_plugged (void)
{
  static const struct
  {
    const char *details;
    gboolean same;
  } words[] = {
    { "pulse-proplist, node.name=a, object.serial=(string)50, is-default=(boolean)true", TRUE },
    { "pulse-proplist, node.name=a, object.serial=(string)50, is-default=(boolean)false", TRUE },
    { "pulse-proplist, node.name=a, object.serial=(string)62, is-default=(boolean)true", FALSE },
    { "pulse-proplist, node.name=b, object.serial=(string)50, is-default=(boolean)true", FALSE },
    { "pipewire-proplist, node.name=a, object.serial=(string)50, is-default=(boolean)true", FALSE },
  };
  g_autoptr (InterviewDevice) first = told_device_new (MICROPHONE, words[0].details);

  g_assert_false (interview_device_is_plugged_as (first, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (InterviewDevice) device = told_device_new (MICROPHONE, words[i].details);

      g_assert_cmpint (interview_device_is_plugged_as (first, device), ==, words[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);
  g_test_add_func ("/device/identity", test_identity);
  g_test_add_func ("/device/rank", test_rank);
  g_test_add_func ("/device/path", test_path);
  g_test_add_func ("/device/plugged", test_plugged);

  return g_test_run ();
}
