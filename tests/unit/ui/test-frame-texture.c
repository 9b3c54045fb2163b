/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <gst/video/video.h>

#include "color-bars.h"
#include "picture-window.h"
#include "ui/frame-texture.h"
#include "ui/video-paintable.h"
#include "ui/video-view.h"

#define HAVE_PLANES GTK_CHECK_VERSION (4, 20, 0)

static GtkWindow *window;

/* Each plane in memory of its own. */
static GstSample *
scatter (GstSample *sample)
{
  g_autoptr (GstBuffer) scattered = gst_buffer_new ();
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstCaps *caps = gst_sample_get_caps (sample);
  GstVideoInfo info;

  gst_video_info_from_caps (&info, caps);
  for (guint i = 0; i < GST_VIDEO_INFO_N_PLANES (&info); i++)
    {
      gsize end = i + 1 < GST_VIDEO_INFO_N_PLANES (&info) ? info.offset[i + 1] : info.size;
      gsize size = end - info.offset[i];
      guint8 *plane = g_malloc (size);

      gst_buffer_extract (buffer, info.offset[i], plane, size);
      gst_buffer_append_memory (scattered,
                                gst_memory_new_wrapped (0, plane, size, 0, size, plane, g_free));
    }
  gst_buffer_add_video_meta_full (scattered, GST_VIDEO_FRAME_FLAG_NONE, GST_VIDEO_FORMAT_I420,
                                  info.width, info.height, 3, info.offset, info.stride);

  return gst_sample_new (scattered, caps, NULL, NULL);
}

static void
assert_planes (GstSample *sample, int width, int height)
{
  g_autoptr (GdkTexture) texture = interview_frame_texture_new (sample);

  if (!HAVE_PLANES || width == 0)
    {
      g_assert_null (texture);
      return;
    }
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
  color_bars_assert_equal (texture, sample);
}

/* Planes become the colours that they are told to be, whatever they lie in. */
static void
test_planes (void)
{
  static const struct
  {
    int width, height;
    int shown_width, shown_height;
    gboolean bt709, full;
  } rows[] = {
    { 640, 360, 640, 360, FALSE, FALSE }, { 640, 360, 640, 360, TRUE, FALSE },
    { 640, 360, 640, 360, FALSE, TRUE },  { 640, 360, 640, 360, TRUE, TRUE },
    { 641, 361, 640, 360, TRUE, FALSE },  { 1, 1, 0, 0, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GstSample) sample =
          color_bars_new (rows[i].width, rows[i].height, rows[i].bt709, rows[i].full);
      g_autoptr (GstSample) scattered = scatter (sample);

      g_test_message ("row %u", i);
      assert_planes (sample, rows[i].shown_width, rows[i].shown_height);
      assert_planes (scattered, rows[i].shown_width, rows[i].shown_height);
    }
}

/* One that says more than it holds is no picture. */
static void
test_too_short (void)
{
  g_autoptr (GstSample) sample = color_bars_new (64, 36, FALSE, FALSE);
  g_autoptr (GstBuffer) half =
      gst_buffer_copy_region (gst_sample_get_buffer (sample), GST_BUFFER_COPY_MEMORY, 0, 64 * 36);
  g_autoptr (GstSample) broken = gst_sample_new (half, gst_sample_get_caps (sample), NULL, NULL);

  g_assert_null (interview_frame_texture_new (broken));
}

/* Packed pictures need nothing but a pointer, and their texture keeps them. */
static void
test_packed (void)
{
  g_autoptr (GstSample) sample = color_bars_new (320, 180, FALSE, FALSE);
  g_autoptr (GstCaps) caps =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "RGB", NULL);
  GstSample *packed = gst_video_convert_sample (sample, caps, 5 * GST_SECOND, NULL);
  g_autoptr (GdkTexture) texture = interview_frame_texture_new (packed);

  gst_sample_unref (packed);
  g_assert_nonnull (texture);
  color_bars_assert_equal (texture, sample);
}

/* In a window, by the renderer that it has: planes are asked for where it is Vulkan’s. */
static void
test_chosen (void)
{
  GskRenderer *renderer = picture_window_get_renderer (window);
  gboolean vulkan = g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskVulkanRenderer");
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();

  g_test_message ("%s", G_OBJECT_TYPE_NAME (renderer));
  g_assert_cmpint (interview_frame_texture_takes_planes (GTK_NATIVE (window)), ==,
                   vulkan && HAVE_PLANES);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (interview_video_view_new (slot)));
  g_assert_cmpint (interview_frame_slot_get_planar (slot), ==, vulkan && HAVE_PLANES);
}

/* A picture as it was decoded has its colours in the window, also smaller. */
static void
test_painted (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();
  g_autoptr (GstSample) sample = color_bars_new (640, 360, TRUE, FALSE);
  g_autoptr (GdkTexture) rendered = NULL;

  interview_video_paintable_set_slot (paintable, slot);
  picture_window_put_and_await (slot, paintable, sample);
  rendered = picture_window_render (window, GDK_PAINTABLE (paintable), 320, 180);
  color_bars_assert_equal (rendered, sample);
}

int
main (int argc, char **argv)
{
  int result;

  window = picture_window_new (&argc, &argv);
  g_test_add_func ("/ui/frame-texture/planes", test_planes);
  g_test_add_func ("/ui/frame-texture/too-short", test_too_short);
  g_test_add_func ("/ui/frame-texture/packed", test_packed);
  g_test_add_func ("/ui/frame-texture/chosen", test_chosen);
  if (HAVE_PLANES)
    g_test_add_func ("/ui/frame-texture/painted", test_painted);
  result = g_test_run ();
  gtk_window_destroy (window);

  return result;
}
