/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "test-side.h"

/* A media file is used as the camera and the microphone, longer than it lasts. */

typedef struct
{
  InterviewCapture *capture;
  InterviewDeviceFailure failure;
} Setting;

/* Two thirds of a second. */
static char *
write_file (void)
{
  char *path = g_build_filename (g_get_tmp_dir (), "interview-test-XXXXXX", NULL);
  g_autofree char *description = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  description = g_strdup_printf (
      "webmmux name=mux ! filesink location=%s "
      "videotestsrc num-buffers=20 ! video/x-raw,width=320,height=180,framerate=30/1 ! vp8enc "
      "deadline=1 threads=1 ! mux. "
      "audiotestsrc num-buffers=32 volume=0.5 ! audio/x-raw,rate=48000 ! opusenc ! mux.",
      path);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message =
      gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);

  return path;
}

static gboolean
went_round (gpointer data)
{
  Setting *setting = data;
  InterviewFrameSlot *slot = interview_capture_get_frame_slot (setting->capture);

  return interview_frame_slot_get_frames (slot) > 50 &&
         interview_capture_get_level (setting->capture) > -40;
}

static gboolean
has_failed (gpointer data)
{
  Setting *setting = data;

  return !interview_capture_get_has_camera (setting->capture) &&
         !interview_capture_get_has_microphone (setting->capture) &&
         interview_capture_get_camera_failure (setting->capture) == setting->failure &&
         interview_capture_get_microphone_failure (setting->capture) == setting->failure;
}

static void
run (const char *path, Condition condition, InterviewDeviceFailure failure, const char *what)
{
  g_autoptr (InterviewSourceFactory) factory = interview_source_factory_new (NULL);
  Setting setting = { .failure = failure };
  gpointer weak;

  interview_source_factory_set_camera_file (factory, path);
  interview_source_factory_set_microphone_file (factory, path);
  g_assert_false (interview_source_factory_uses_camera_devices (factory));
  setting.capture = interview_capture_new (factory);
  interview_capture_start (setting.capture);
  wait_for (condition, &setting, what);
  interview_capture_stop (setting.capture);
  weak = setting.capture;
  g_object_add_weak_pointer (weak, &weak);
  g_object_unref (setting.capture);
  g_assert_null (weak);
}

static void
test_loop (void)
{
  g_autofree char *path = write_file ();

  run (path, went_round, INTERVIEW_DEVICE_FAILURE_NONE, "more frames than the file has");
  g_unlink (path);
}

static void
test_missing (void)
{
  run ("/nonexistent/file.webm", has_failed, INTERVIEW_DEVICE_FAILURE_NO_FILE,
       "the word that there is no file");
}

static void
test_no_media (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "interview-test-XXXXXX", NULL);
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "This is a letter and no film.\n", -1, NULL));
  run (path, has_failed, INTERVIEW_DEVICE_FAILURE_NO_MEDIA, "the word that it holds no picture");
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/file/loop", test_loop);
  g_test_add_func ("/file/missing", test_missing);
  g_test_add_func ("/file/no-media", test_no_media);

  return g_test_run ();
}
