/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plug.h"
#include "test-side.h"

/*
 * The path of a real camera: PipeWire offers one (a virtual one, which another pipeline draws), the
 * device monitor sees it, the capture opens it and shows it; it is unplugged and plugged in again.
 * Runs inside run-in-pipewire.
 */

typedef struct
{
  Plug plug;
  InterviewDeviceMonitor *monitor;
  InterviewCapture *capture;
} Setting;

static gboolean
is_ready (gpointer data)
{
  Setting *setting = data;

  return interview_device_monitor_get_ready (setting->monitor);
}

static gboolean
is_listed (gpointer data)
{
  Setting *setting = data;
  g_autoptr (InterviewDevice) device = NULL;

  device = g_list_model_get_item (
      interview_device_monitor_get_devices (setting->monitor, INTERVIEW_DEVICE_KIND_CAMERA), 0);
  return device != NULL && g_str_equal (interview_device_get_id (device), "test-camera");
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

static gboolean
is_shown (gpointer data)
{
  Setting *setting = data;
  InterviewFrameSlot *slot = interview_capture_get_frame_slot (setting->capture);

  return interview_capture_get_has_camera (setting->capture) &&
         !interview_frame_slot_is_blank (slot) && interview_frame_slot_get_frames (slot) > 10;
}

static gboolean
is_missed (gpointer data)
{
  Setting *setting = data;

  return !interview_capture_get_has_camera (setting->capture) &&
         interview_frame_slot_is_blank (interview_capture_get_frame_slot (setting->capture));
}

static void
test_camera (void)
{
  g_autoptr (InterviewSourceFactory) factory = NULL;
  g_autoptr (InterviewDevice) device = NULL;
  Setting setting = { 0 };
  g_autoptr (GstSample) sample = NULL;
  gpointer weak;
  guint64 before;
  int width;

  wait_for (plug_can_be_used, NULL, "the sound server");
  setting.monitor = interview_device_monitor_new ();
  factory = interview_source_factory_new (setting.monitor);
  setting.capture = interview_capture_new (factory);
  interview_device_monitor_start (setting.monitor);
  wait_for (is_ready, &setting, "the monitor to look");
  interview_capture_start (setting.capture);
  g_assert_false (interview_capture_get_has_camera (setting.capture));
  g_assert_true (interview_source_factory_uses_camera_devices (factory));

  /* Plugged in while the preview is open, it is taken in without a word. */
  plug_camera (&setting.plug, "test-camera");
  wait_for (is_listed, &setting, "the camera in the list");
  wait_for (is_shown, &setting, "the picture of the camera");
  device = g_object_ref (
      interview_device_choice_get_device (interview_capture_get_camera (setting.capture)));
  g_assert_cmpstr (interview_device_get_name (device), ==, "test-camera");
  g_assert_cmpint (interview_device_get_kind (device), ==, INTERVIEW_DEVICE_KIND_CAMERA);
  sample = interview_frame_slot_take (interview_capture_get_frame_slot (setting.capture));
  if (sample != NULL)
    {
      gst_structure_get_int (gst_caps_get_structure (gst_sample_get_caps (sample), 0), "width",
                             &width);
      g_assert_cmpint (width, ==, 640);
    }

  /* Chosen by hand while it runs. */
  before = interview_frame_slot_get_frames (interview_capture_get_frame_slot (setting.capture));
  interview_device_choice_set_id (interview_capture_get_camera (setting.capture),
                                  interview_device_get_id (device));
  while (interview_frame_slot_get_frames (interview_capture_get_frame_slot (setting.capture)) <
         before + 5)
    g_main_context_iteration (NULL, TRUE);

  plug_pull (&setting.plug);
  wait_for (is_not_listed, &setting, "the camera to go from the list");
  wait_for (is_missed, &setting, "the word that there is no camera");
  g_assert_cmpint (interview_capture_get_camera_failure (setting.capture), ==,
                   INTERVIEW_DEVICE_FAILURE_MISSING);

  plug_camera (&setting.plug, "test-camera");
  wait_for (is_shown, &setting, "the picture of the camera that came back");
  plug_pull (&setting.plug);

  interview_capture_stop (setting.capture);
  interview_device_monitor_stop (setting.monitor);
  weak = setting.capture;
  g_object_add_weak_pointer (weak, &weak);
  g_object_unref (setting.capture);
  g_object_unref (setting.monitor);
  g_assert_null (weak);
}

/* The provider of PipeWire cannot be stopped safely, so it is not, and can be used again. */
static void
test_often (void)
{
  Setting setting = { 0 };

  wait_for (plug_can_be_used, NULL, "the sound server");
  plug_camera (&setting.plug, "test-camera");
  for (int i = 0; i < 200; i++)
    {
      setting.monitor = interview_device_monitor_new ();
      interview_device_monitor_start (setting.monitor);
      wait_for (is_listed, &setting, "the camera in the list");
      interview_device_monitor_stop (setting.monitor);
      g_object_unref (setting.monitor);
    }
  plug_pull (&setting.plug);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/camera/often", test_often);
  g_test_add_func ("/camera/virtual", test_camera);

  return g_test_run ();
}
