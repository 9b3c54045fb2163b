/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-side.h"

/*
 * The path of a real camera: PipeWire offers one (a virtual one, which another pipeline draws), the
 * device monitor sees it, the capture opens it and shows it; it is unplugged and plugged in again.
 * Runs inside run-in-pipewire.
 */

typedef struct
{
  GstElement *pipeline;
  InterviewDeviceMonitor *monitor;
  InterviewCapture *capture;
} Setting;

static gboolean
server_is_there (gpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "pipewire-0", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GstElement *
plug_in (void)
{
  GstElement *pipeline;
  g_autoptr (GError) error = NULL;

  pipeline =
      gst_parse_launch ("videotestsrc is-live=true pattern=ball ! "
                        "video/x-raw,format=BGRx,width=640,height=360,framerate=30/1 ! "
                        "pipewiresink mode=provide stream-properties=\"p,media.class=Video/Source,"
                        "media.role=Camera,node.name=test-camera,node.description=TestCamera\"",
                        &error);
  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  return pipeline;
}

static void
unplug (GstElement *pipeline)
{
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (pipeline);
}

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

  device = interview_device_monitor_dup_device (setting->monitor, INTERVIEW_DEVICE_KIND_CAMERA,
                                                "test-camera");
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

  wait_for (server_is_there, NULL, "PipeWire");
  setting.monitor = interview_device_monitor_new ();
  factory = interview_source_factory_new (setting.monitor);
  setting.capture = interview_capture_new (factory);
  interview_device_monitor_start (setting.monitor);
  wait_for (is_ready, &setting, "the monitor to look");
  interview_capture_start (setting.capture);
  g_assert_false (interview_capture_get_has_camera (setting.capture));
  g_assert_true (interview_source_factory_uses_camera_devices (factory));

  /* Plugged in while the preview is open, it is taken in without a word. */
  setting.pipeline = plug_in ();
  wait_for (is_listed, &setting, "the camera in the list");
  wait_for (is_shown, &setting, "the picture of the camera");
  device = interview_device_monitor_dup_device (setting.monitor, INTERVIEW_DEVICE_KIND_CAMERA,
                                                "test-camera");
  g_assert_cmpstr (interview_device_get_name (device), ==, "TestCamera");
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
  interview_capture_set_camera (setting.capture, device);
  while (interview_frame_slot_get_frames (interview_capture_get_frame_slot (setting.capture)) <
         before + 5)
    g_main_context_iteration (NULL, TRUE);

  unplug (setting.pipeline);
  wait_for (is_not_listed, &setting, "the camera to go from the list");
  wait_for (is_missed, &setting, "the word that there is no camera");
  g_assert_nonnull (interview_capture_get_error (setting.capture));

  setting.pipeline = plug_in ();
  wait_for (is_shown, &setting, "the picture of the camera that came back");
  unplug (setting.pipeline);

  interview_capture_stop (setting.capture);
  interview_device_monitor_stop (setting.monitor);
  weak = setting.capture;
  g_object_add_weak_pointer (weak, &weak);
  g_object_unref (setting.capture);
  g_object_unref (setting.monitor);
  g_assert_null (weak);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/camera/virtual", test_camera);

  return g_test_run ();
}
