/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/video/video.h>
#include <gtk/gtk.h>
#include <math.h>

#include "ui/level-bar.h"
#include "ui/video-paintable.h"

static guint invalidated;

static void
on_invalidated (GdkPaintable *paintable, gpointer data)
{
  invalidated++;
}

static void
put_frame (InterviewFrameSlot *slot, GstVideoFormat format, int width, int height, guint8 value)
{
  g_autoptr (GstCaps) caps = NULL;
  GstBuffer *buffer;
  GstSample *sample;
  GstVideoInfo info;

  gst_video_info_set_format (&info, format, width, height);
  caps = gst_video_info_to_caps (&info);
  buffer = gst_buffer_new_allocate (NULL, info.size, NULL);
  gst_buffer_memset (buffer, 0, value, info.size);
  sample = gst_sample_new (buffer, caps, NULL, NULL);
  interview_frame_slot_put (slot, sample);
  gst_sample_unref (sample);
  gst_buffer_unref (buffer);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint8
first_byte (InterviewVideoPaintable *paintable)
{
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (GDK_PAINTABLE (paintable));
  guint8 pixel[4] = { 0 };

  g_assert_true (GDK_IS_TEXTURE (image));
  gdk_texture_download (GDK_TEXTURE (image), pixel,
                        4 * (gsize) gdk_paintable_get_intrinsic_width (
                                image) /* the first row is enough */);
  return pixel[0];
}

/* However many frames come before the main loop looks, the newest is painted, once. */
static void
test_newest_wins (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();

  interview_video_paintable_set_slot (paintable, slot);
  g_signal_connect (paintable, "invalidate-contents", G_CALLBACK (on_invalidated), NULL);
  g_assert_false (interview_video_paintable_get_has_picture (paintable));
  invalidated = 0;
  for (guint8 i = 1; i <= 5; i++)
    put_frame (slot, GST_VIDEO_FORMAT_RGB, 1, 1, i * 10);
  settle ();
  g_assert_cmpuint (invalidated, ==, 1);
  g_assert_true (interview_video_paintable_get_has_picture (paintable));
  g_assert_cmpint (first_byte (paintable), ==, 50);
}

static void
test_size (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();
  GdkPaintable *as_paintable = GDK_PAINTABLE (paintable);

  interview_video_paintable_set_slot (paintable, slot);
  put_frame (slot, GST_VIDEO_FORMAT_RGB, 160, 90, 0);
  settle ();
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (as_paintable), ==, 0);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (as_paintable), ==, 0);
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (as_paintable), 16.0 / 9,
                                  0.001);
  put_frame (slot, GST_VIDEO_FORMAT_RGB, 90, 160, 0);
  settle ();
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (as_paintable), 9.0 / 16,
                                  0.001);
}

/* A format that cannot be painted changes nothing; a cleared slot takes the picture away. */
static void
test_bad_and_blank (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();

  interview_video_paintable_set_slot (paintable, slot);
  put_frame (slot, GST_VIDEO_FORMAT_NV12, 16, 16, 0);
  settle ();
  g_assert_false (interview_video_paintable_get_has_picture (paintable));
  put_frame (slot, GST_VIDEO_FORMAT_RGB, 1, 1, 7);
  settle ();
  put_frame (slot, GST_VIDEO_FORMAT_NV12, 16, 16, 0);
  settle ();
  g_assert_cmpint (first_byte (paintable), ==, 7);
  interview_frame_slot_clear (slot);
  settle ();
  g_assert_false (interview_video_paintable_get_has_picture (paintable));
}

/* A slot has one reader: who came last keeps it when the former one goes. */
static void
test_taken_over (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  InterviewVideoPaintable *former = interview_video_paintable_new ();
  g_autoptr (InterviewVideoPaintable) later = interview_video_paintable_new ();

  interview_video_paintable_set_slot (former, slot);
  interview_video_paintable_set_slot (later, slot);
  g_object_add_weak_pointer (G_OBJECT (former), (gpointer *) &former);
  g_object_unref (former);
  g_assert_null (former);
  put_frame (slot, GST_VIDEO_FORMAT_RGB, 1, 1, 9);
  settle ();
  g_assert_true (interview_video_paintable_get_has_picture (later));
  interview_video_paintable_set_slot (later, NULL);
  g_assert_false (interview_video_paintable_get_has_picture (later));
  put_frame (slot, GST_VIDEO_FORMAT_RGB, 1, 1, 9);
  settle ();
  g_assert_false (interview_video_paintable_get_has_picture (later));
}

static void
test_level (void)
{
  g_assert_cmpfloat (interview_level_bar_fraction (-100), ==, 0);
  g_assert_cmpfloat (interview_level_bar_fraction (-60), ==, 0);
  g_assert_cmpfloat_with_epsilon (interview_level_bar_fraction (-30), 0.5, 0.001);
  g_assert_cmpfloat (interview_level_bar_fraction (0), ==, 1);
  g_assert_cmpfloat (interview_level_bar_fraction (12), ==, 1);
  g_assert_cmpfloat (interview_level_bar_fraction (NAN), ==, 0);
  g_assert_cmpfloat (interview_level_bar_fraction (-INFINITY), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);
  g_test_add_func ("/ui/video-paintable/newest-wins", test_newest_wins);
  g_test_add_func ("/ui/video-paintable/size", test_size);
  g_test_add_func ("/ui/video-paintable/bad-and-blank", test_bad_and_blank);
  g_test_add_func ("/ui/video-paintable/taken-over", test_taken_over);
  g_test_add_func ("/ui/level-bar/fraction", test_level);
  return g_test_run ();
}
