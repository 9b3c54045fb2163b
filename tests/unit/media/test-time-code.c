/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/time-code.h"

typedef struct
{
  GstVideoInfo info;
  GstBuffer *buffer;
  GstVideoFrame frame;
} Picture;

static void
picture_open (Picture *picture, int width, int height)
{
  gst_video_info_set_format (&picture->info, GST_VIDEO_FORMAT_I420, width, height);
  picture->buffer = gst_buffer_new_allocate (NULL, picture->info.size, NULL);
  gst_buffer_memset (picture->buffer, 0, 90, picture->info.size);
  g_assert_true (
      gst_video_frame_map (&picture->frame, &picture->info, picture->buffer, GST_MAP_READWRITE));
}

static void
picture_close (Picture *picture)
{
  gst_video_frame_unmap (&picture->frame);
  gst_buffer_unref (picture->buffer);
}

static void
test_round_trip (void)
{
  static const struct
  {
    int width;
    int height;
  } sizes[] = { { 1280, 720 }, { 640, 360 }, { 320, 180 }, { 848, 480 }, { 160, 90 } };
  static const gint64 times[] = {
    0,
    1,
    G_GINT64_CONSTANT (1795333079123),
    (G_GINT64_CONSTANT (1) << 44) - 1,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (times); j++)
      {
        Picture picture;
        gint64 read;

        picture_open (&picture, sizes[i].width, sizes[i].height);
        g_assert_true (interview_time_code_draw (&picture.frame, times[j]));
        g_assert_true (interview_time_code_read (&picture.frame, &read));
        g_assert_cmpint (read, ==, times[j]);
        picture_close (&picture);
      }
}

static void
test_no_code (void)
{
  Picture picture;
  gint64 read;

  picture_open (&picture, 640, 360);
  g_assert_false (interview_time_code_read (&picture.frame, &read));
  picture_close (&picture);

  picture_open (&picture, 64, 2);
  g_assert_false (interview_time_code_draw (&picture.frame, 1));
  g_assert_false (interview_time_code_read (&picture.frame, &read));
  picture_close (&picture);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-code/round-trip", test_round_trip);
  g_test_add_func ("/time-code/no-code", test_no_code);

  return g_test_run ();
}
