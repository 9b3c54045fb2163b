/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <gst/video/video.h>
#include <string.h>

#include "color-bars.h"
#include "picture-window.h"
#include "support/await.h"
#include "ui/gl-picture.h"
#include "ui/video-paintable.h"
#include "ui/video-view.h"

/*
 * Run on a desktop where GTK paints with GL, which is the processor’s here: nobody but a test draws
 * pictures with that.
 */

static GtkWindow *window;

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GdkTexture *
draw (InterviewGlPicture *picture, GstSample *sample, int width, int height, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_gl_picture_draw_async (picture, sample, width, height, NULL, on_drawn, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return interview_gl_picture_draw_finish (picture, result, error);
}

static InterviewGlPicture *
make_picture (void)
{
  g_autoptr (GError) error = NULL;
  InterviewGlPicture *picture = interview_gl_picture_new (gdk_display_get_default (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (picture);

  return picture;
}

/* One after the other with the same picture, so that each is a change of size or colours. */
static void
test_colors (void)
{
  static const struct
  {
    int width, height;
    int display_width, display_height;
    int drawn_width, drawn_height;
    gboolean bt709, full;
  } rows[] = {
    { 640, 360, 0, 0, 640, 360, FALSE, FALSE },     { 640, 360, 0, 0, 640, 360, TRUE, FALSE },
    { 640, 360, 0, 0, 640, 360, FALSE, TRUE },      { 640, 360, 1000, 1000, 640, 360, TRUE, TRUE },
    { 641, 361, 0, 0, 641, 361, FALSE, FALSE },     { 333, 97, 0, 0, 333, 97, TRUE, FALSE },
    { 1280, 720, 960, 720, 960, 540, TRUE, FALSE }, { 1280, 720, 320, 320, 320, 180, TRUE, FALSE },
    { 640, 360, 320, 320, 320, 180, FALSE, FALSE }, { 1, 1, 0, 0, 1, 1, FALSE, FALSE },
    { 640, 360, 1, 1, 1, 1, FALSE, FALSE },
  };
  g_autoptr (InterviewGlPicture) picture = make_picture ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GstSample) sample =
          color_bars_new (rows[i].width, rows[i].height, rows[i].bt709, rows[i].full);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      g_test_message ("row %u", i);
      texture = draw (picture, sample, rows[i].display_width, rows[i].display_height, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, rows[i].drawn_width);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, rows[i].drawn_height);
      color_bars_assert_equal (texture, sample);
    }
}

/* A texture that GTK still has is not drawn into, and outlives what made it. */
static void
test_kept (void)
{
  InterviewGlPicture *picture = make_picture ();
  gpointer alive = picture;
  g_autoptr (GstSample) first = color_bars_new (320, 180, FALSE, FALSE);
  g_autoptr (GstSample) second = color_bars_new (320, 180, TRUE, FALSE);
  GdkTexture *kept = draw (picture, first, 0, 0, NULL);
  GdkTexture *later = draw (picture, second, 0, 0, NULL);

  g_assert_true (kept != later);
  g_object_add_weak_pointer (G_OBJECT (picture), &alive);
  g_object_unref (picture);
  color_bars_assert_equal (kept, first);
  g_object_unref (kept);
  color_bars_assert_equal (later, second);
  g_assert_nonnull (alive);
  g_object_remove_weak_pointer (alive, &alive);
  g_object_ref (picture);
  g_object_unref (later);
  /* By the worker that drew, if it comes to it after this thread. */
  test_clear_last (&picture);
}

/* As GTK paints it, with a change of size in the middle. */
static void
test_painted (void)
{
  static const int sizes[][2] = { { 640, 360 }, { 321, 181 }, { 640, 360 } };
  g_autoptr (InterviewGlPicture) picture = make_picture ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();

  interview_video_paintable_set_slot (paintable, slot);
  g_assert_false (interview_frame_slot_get_planar (slot));
  interview_video_paintable_set_gl_picture (paintable, picture);
  g_assert_true (interview_frame_slot_get_planar (slot));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GstSample) sample = color_bars_new (sizes[i][0], sizes[i][1], i == 1, FALSE);
      g_autoptr (GdkTexture) texture = NULL;

      picture_window_put_and_await (slot, paintable, sample);
      texture = picture_window_render (window, GDK_PAINTABLE (paintable), sizes[i][0], sizes[i][1]);
      color_bars_assert_equal (texture, sample);
      g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (
                                          GDK_PAINTABLE (paintable)),
                                      (double) sizes[i][0] / sizes[i][1], 0.001);
    }
  interview_video_paintable_set_gl_picture (paintable, NULL);
  g_assert_false (interview_frame_slot_get_planar (slot));
}

static void
await_ratio (InterviewVideoPaintable *paintable, double ratio)
{
  while (ABS (gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (paintable)) - ratio) > 0.01)
    g_main_context_iteration (NULL, TRUE);
}

/* One that comes while another is drawn is shown after it, and so is that there is none. */
static void
test_busy (void)
{
  g_autoptr (InterviewGlPicture) picture = make_picture ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();
  g_autoptr (GstSample) large = color_bars_new (1920, 1080, FALSE, FALSE);
  g_autoptr (GstSample) small = color_bars_new (320, 240, FALSE, FALSE);

  interview_video_paintable_set_gl_picture (paintable, picture);
  interview_video_paintable_set_slot (paintable, slot);
  for (guint i = 0; i < 10; i++)
    {
      interview_frame_slot_put (slot, large);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      interview_frame_slot_put (slot, small);
      await_ratio (paintable, 4.0 / 3);
    }
  interview_frame_slot_put (slot, large);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  interview_frame_slot_clear (slot);
  while (interview_video_paintable_get_has_picture (paintable))
    g_main_context_iteration (NULL, TRUE);
}

/* What is being drawn when the slot is taken away is not shown any more. */
static void
test_taken_away (void)
{
  g_autoptr (InterviewGlPicture) picture = make_picture ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewFrameSlot) other = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();
  g_autoptr (GstSample) first = color_bars_new (640, 360, FALSE, FALSE);
  g_autoptr (GstSample) second = color_bars_new (320, 240, TRUE, FALSE);
  g_autoptr (GdkTexture) texture = NULL;

  interview_video_paintable_set_gl_picture (paintable, picture);
  interview_video_paintable_set_slot (paintable, slot);
  interview_frame_slot_put (slot, first);
  /* So that it is under way, or just done. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  interview_video_paintable_set_slot (paintable, other);
  g_assert_true (interview_frame_slot_get_planar (other));
  picture_window_put_and_await (other, paintable, second);
  texture = picture_window_render (window, GDK_PAINTABLE (paintable), 320, 240);
  color_bars_assert_equal (texture, second);
  interview_frame_slot_clear (other);
  while (interview_video_paintable_get_has_picture (paintable))
    g_main_context_iteration (NULL, TRUE);
}

/* More than a texture can hold is an error of GL, and the end of it for this paintable. */
static void
test_failure (void)
{
  g_autoptr (InterviewGlPicture) picture = make_picture ();
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (InterviewVideoPaintable) paintable = interview_video_paintable_new ();
  g_autoptr (GstSample) good = color_bars_new (64, 64, FALSE, FALSE);
  g_autoptr (GstSample) wide = color_bars_new (40000, 2, FALSE, FALSE);
  g_autoptr (GstCaps) caps = gst_caps_from_string ("video/x-raw,format=RGB");
  g_autoptr (GstSample) converted = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  interview_video_paintable_set_gl_picture (paintable, picture);
  interview_video_paintable_set_slot (paintable, slot);
  picture_window_put_and_await (slot, paintable, good);
  interview_frame_slot_put (slot, wide);
  while (interview_frame_slot_get_planar (slot))
    g_main_context_iteration (NULL, TRUE);
  /* The former picture stays until there is one in RGB. */
  g_assert_true (interview_video_paintable_get_has_picture (paintable));
  converted = gst_video_convert_sample (good, caps, 5 * GST_SECOND, NULL);
  picture_window_put_and_await (slot, paintable, converted);
  texture = picture_window_render (window, GDK_PAINTABLE (paintable), 64, 64);
  color_bars_assert_equal (texture, good);
  interview_video_paintable_set_gl_picture (paintable, picture);
  g_assert_false (interview_frame_slot_get_planar (slot));
}

/* A window that the processor paints, with GL or without, gets its pictures in RGB. */
static void
test_chosen (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  InterviewVideoView *view = interview_video_view_new (slot);

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (picture_window_get_renderer (window)), ==, "GskGLRenderer");
  g_assert_null (interview_gl_picture_new_for_native (GTK_NATIVE (window)));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (view));
  while (!gtk_widget_get_mapped (GTK_WIDGET (view)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (interview_frame_slot_get_planar (slot));
  adw_window_set_content (ADW_WINDOW (window), NULL);
}

static void
test_software (void)
{
  static const struct
  {
    const char *renderer;
    gboolean software;
  } rows[] = {
    { NULL, TRUE },
    { "llvmpipe (LLVM 15.0.6, 256 bits)", TRUE },
    { "softpipe", TRUE },
    { "Software Rasterizer", TRUE },
    { "virgl (LLVMPIPE (LLVM 15.0.6, 256 bits))", TRUE },
    { "zink Vulkan 1.3 (llvmpipe (LLVM 15.0.7, 256 bits))", TRUE },
    { "Google SwiftShader", TRUE },
    { "D3D12 (Microsoft Basic Render Driver)", TRUE },
    { "Mesa Intel(R) UHD Graphics 620 (KBL GT2)", FALSE },
    { "AMD Radeon RX 6600 (navi23, LLVM 15.0.6, DRM 3.49, 6.1.0-18-amd64)", FALSE },
    { "NVIDIA GeForce RTX 3060/PCIe/SSE2", FALSE },
    { "V3D 4.2", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (interview_gl_picture_is_software (rows[i].renderer), ==, rows[i].software);
}

/* In a process of its own, whose Mesa has only GL ES to offer, and then only an old one. */
static void
test_embedded (void)
{
  g_setenv ("MESA_GL_VERSION_OVERRIDE", "2.1", TRUE);
  g_test_trap_subprocess ("/ui/gl-picture/colors", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv ("MESA_GL_VERSION_OVERRIDE");
}

static void
test_old (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_gl_picture_new (gdk_display_get_default (), &error));
      g_assert_error (error, GDK_GL_ERROR, GDK_GL_ERROR_NOT_AVAILABLE);
      return;
    }
  g_setenv ("MESA_GL_VERSION_OVERRIDE", "2.1", TRUE);
  g_setenv ("MESA_GLES_VERSION_OVERRIDE", "2.0", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv ("MESA_GL_VERSION_OVERRIDE");
  g_unsetenv ("MESA_GLES_VERSION_OVERRIDE");
}

int
main (int argc, char **argv)
{
  int result;

  window = picture_window_new (&argc, &argv);
  g_test_add_func ("/ui/gl-picture/colors", test_colors);
  g_test_add_func ("/ui/gl-picture/kept", test_kept);
  g_test_add_func ("/ui/gl-picture/painted", test_painted);
  g_test_add_func ("/ui/gl-picture/busy", test_busy);
  g_test_add_func ("/ui/gl-picture/taken-away", test_taken_away);
  g_test_add_func ("/ui/gl-picture/failure", test_failure);
  g_test_add_func ("/ui/gl-picture/chosen", test_chosen);
  g_test_add_func ("/ui/gl-picture/software", test_software);
  g_test_add_func ("/ui/gl-picture/embedded", test_embedded);
  g_test_add_func ("/ui/gl-picture/old", test_old);
  result = g_test_run ();
  gtk_window_destroy (window);

  return result;
}
