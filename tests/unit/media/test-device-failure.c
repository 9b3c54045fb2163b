/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/gst.h>

#include "media/device-failure.h"

/* What the elements of GStreamer say, as they say it. */
static void
test_devices (void)
{
  static const struct
  {
    gboolean stream;
    int code;
    const char *message;
    const char *details;
    InterviewDeviceFailure failure;
  } errors[] = {
    /* v4l2src */
    { FALSE, GST_RESOURCE_ERROR_BUSY, "Device '/dev/video0' is busy",
      "Call to S_FMT failed for YUYV @ 1280x720: Device or resource busy",
      INTERVIEW_DEVICE_FAILURE_BUSY },
    { FALSE, GST_RESOURCE_ERROR_SETTINGS, "Failed to allocate required memory.",
      "error requesting 4 buffers: Device or resource busy", INTERVIEW_DEVICE_FAILURE_BUSY },
    { FALSE, GST_RESOURCE_ERROR_OPEN_READ_WRITE,
      "Could not open device '/dev/video0' for reading and writing.",
      "gst_v4l2_open (): /GstPipeline:p/GstV4l2Src:s:\nsystem error: Permission denied",
      INTERVIEW_DEVICE_FAILURE_DENIED },
    { FALSE, GST_RESOURCE_ERROR_NOT_FOUND, "Cannot identify device '/dev/video0'.",
      "system error: No such file or directory", INTERVIEW_DEVICE_FAILURE_MISSING },
    { FALSE, GST_RESOURCE_ERROR_READ, "Could not read from resource.",
      "poll error 1: Input/output error (5)", INTERVIEW_DEVICE_FAILURE_BROKEN },
    { TRUE, GST_STREAM_ERROR_FAILED, "Internal data stream error.",
      "streaming stopped, reason not-negotiated (-4)", INTERVIEW_DEVICE_FAILURE_BROKEN },
    /* pipewiresrc */
    { FALSE, GST_RESOURCE_ERROR_FAILED,
      "stream error: error alloc buffers: Device or resource busy", NULL,
      INTERVIEW_DEVICE_FAILURE_BUSY },
    { FALSE, GST_RESOURCE_ERROR_FAILED, "stream error: no target node available", NULL,
      INTERVIEW_DEVICE_FAILURE_BROKEN },
    /* alsasrc */
    { FALSE, GST_RESOURCE_ERROR_BUSY,
      "Could not open audio device for recording. Device is being used by another application.",
      "Device 'hw:0' is busy", INTERVIEW_DEVICE_FAILURE_BUSY },
    { FALSE, GST_RESOURCE_ERROR_OPEN_READ, "Could not open audio device for recording.",
      "Recording open error on device 'hw:0': Permission denied", INTERVIEW_DEVICE_FAILURE_DENIED },
    /* pulsesrc */
    { FALSE, GST_RESOURCE_ERROR_FAILED, "Failed to connect stream: Access denied", NULL,
      INTERVIEW_DEVICE_FAILURE_DENIED },
    { FALSE, GST_RESOURCE_ERROR_FAILED, "Failed to connect stream: No such entity", NULL,
      INTERVIEW_DEVICE_FAILURE_MISSING },
    { FALSE, GST_RESOURCE_ERROR_FAILED, "Disconnected: Connection terminated", NULL,
      INTERVIEW_DEVICE_FAILURE_BROKEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error =
          g_error_new_literal (errors[i].stream ? GST_STREAM_ERROR : GST_RESOURCE_ERROR,
                               errors[i].code, errors[i].message);

      g_assert_cmpint (interview_device_failure_from_error (error, errors[i].details, FALSE), ==,
                       errors[i].failure);
    }
}

static void
test_files (void)
{
  static const struct
  {
    gboolean stream;
    int code;
    InterviewDeviceFailure failure;
  } errors[] = {
    { FALSE, GST_RESOURCE_ERROR_NOT_FOUND, INTERVIEW_DEVICE_FAILURE_NO_FILE },
    { FALSE, GST_RESOURCE_ERROR_OPEN_READ, INTERVIEW_DEVICE_FAILURE_NO_FILE },
    { TRUE, GST_STREAM_ERROR_TYPE_NOT_FOUND, INTERVIEW_DEVICE_FAILURE_NO_MEDIA },
    { TRUE, GST_STREAM_ERROR_WRONG_TYPE, INTERVIEW_DEVICE_FAILURE_NO_MEDIA },
    { TRUE, GST_STREAM_ERROR_CODEC_NOT_FOUND, INTERVIEW_DEVICE_FAILURE_NO_MEDIA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error =
          g_error_new_literal (errors[i].stream ? GST_STREAM_ERROR : GST_RESOURCE_ERROR,
                               errors[i].code, "Permission denied");

      g_assert_cmpint (interview_device_failure_from_error (error, NULL, TRUE), ==,
                       errors[i].failure);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/device-failure/devices", test_devices);
  g_test_add_func ("/device-failure/files", test_files);

  return g_test_run ();
}
