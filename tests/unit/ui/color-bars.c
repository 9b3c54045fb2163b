/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "color-bars.h"

#include <gst/video/video.h>

/* Of 255. The processor counts with bytes and comes out up to 5 too dark; what is right is told by
 * the test of the transform. */
#define TOLERANCE 6

#define N_BARS 8

/* White, yellow, cyan, green, magenta, red, blue, black at 75 %. */
static const guint8 bars[2][N_BARS][3] = {
  { { 180, 128, 128 },
    { 162, 44, 142 },
    { 131, 156, 44 },
    { 112, 72, 58 },
    { 84, 184, 198 },
    { 65, 100, 212 },
    { 35, 212, 114 },
    { 16, 128, 128 } },
  { { 180, 128, 128 },
    { 168, 44, 136 },
    { 145, 147, 44 },
    { 133, 63, 52 },
    { 63, 193, 204 },
    { 51, 109, 212 },
    { 28, 212, 120 },
    { 16, 128, 128 } },
};

/**
 * color_bars_new:
 * @width: pixels
 * @height: pixels
 * @bt709: whether in the colours of BT.709 and not of BT.601
 * @full: whether the range is taken for the full one
 *
 * Returns: (transfer full): eight bars in I420, their lower half darker
 */
GstSample *
color_bars_new (int width, int height, gboolean bt709, gboolean full)
{
  g_autoptr (GstCaps) caps = NULL;
  g_autoptr (GstBuffer) buffer = NULL;
  GstVideoFrame frame;
  GstVideoInfo info;

  gst_video_info_set_format (&info, GST_VIDEO_FORMAT_I420, width, height);
  gst_video_colorimetry_from_string (&info.colorimetry, bt709 ? GST_VIDEO_COLORIMETRY_BT709
                                                              : GST_VIDEO_COLORIMETRY_BT601);
  if (full)
    info.colorimetry.range = GST_VIDEO_COLOR_RANGE_0_255;
  info.chroma_site = GST_VIDEO_CHROMA_SITE_MPEG2;
  caps = gst_video_info_to_caps (&info);
  buffer = gst_buffer_new_allocate (NULL, info.size, NULL);
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_WRITE));
  for (guint plane = 0; plane < 3; plane++)
    for (int y = 0; y < GST_VIDEO_FRAME_COMP_HEIGHT (&frame, plane); y++)
      {
        guint8 *row = (guint8 *) GST_VIDEO_FRAME_COMP_DATA (&frame, plane) +
                      (gsize) y * GST_VIDEO_FRAME_COMP_STRIDE (&frame, plane);
        int columns = GST_VIDEO_FRAME_COMP_WIDTH (&frame, plane);

        for (int x = 0; x < columns; x++)
          row[x] = bars[bt709][x * N_BARS / columns][plane];
        /* The lower half is darker, so that top and bottom are told apart. */
        if (plane == 0 && y >= height / 2)
          for (int x = 0; x < columns; x++)
            row[x] = (guint8) (16 + (row[x] - 16) / 2);
      }
  gst_video_frame_unmap (&frame);

  return gst_sample_new (buffer, caps, NULL, NULL);
}

/* By the processor, as the other way does it. */
static GstSample *
convert (GstSample *sample, int width, int height)
{
  g_autoptr (GstCaps) caps =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "RGB", "width", G_TYPE_INT,
                           width, "height", G_TYPE_INT, height, NULL);
  g_autoptr (GError) error = NULL;
  GstSample *converted = gst_video_convert_sample (sample, caps, 5 * GST_SECOND, &error);

  g_assert_no_error (error);

  return converted;
}

static gboolean
is_near_edge (int x, int y, int width, int height)
{
  /* The other way looks at more of the neighbours. */
  const int reach = 6;
  int at = x * N_BARS % width;

  return at < reach * N_BARS || width - at < reach * N_BARS || ABS (y - height / 2) < reach;
}

/**
 * color_bars_assert_equal:
 * @texture: what was made of @sample, in whatever size
 * @sample: a picture
 *
 * Asserts that @texture has the colours that the processor makes of @sample, but at edges.
 */
void
color_bars_assert_equal (GdkTexture *texture, GstSample *sample)
{
  /* As gdk_texture_download() has it, in the order of CAIRO_FORMAT_ARGB32. */
  const int shifts[] = { 16, 8, 0 };
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *drawn = g_new (guint32, (gsize) width * height);
  g_autoptr (GstSample) converted = convert (sample, width, height);
  GstVideoFrame frame;
  GstVideoInfo info;

  gdk_texture_download (texture, (guchar *) drawn, (gsize) width * sizeof *drawn);
  gst_video_info_from_caps (&info, gst_sample_get_caps (converted));
  gst_video_frame_map (&frame, &info, gst_sample_get_buffer (converted), GST_MAP_READ);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int channel = 0; channel < 3; channel++)
        {
          const guint8 *row = (const guint8 *) GST_VIDEO_FRAME_PLANE_DATA (&frame, 0) +
                              (gsize) y * GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0);
          int expected = row[x * 3 + channel];
          int found = (drawn[(gsize) y * width + x] >> shifts[channel]) & 0xff;

          if (!is_near_edge (x, y, width, height) && ABS (found - expected) > TOLERANCE)
            g_error ("%dx%d at %d,%d: channel %d is %d, not %d", width, height, x, y, channel,
                     found, expected);
        }
  gst_video_frame_unmap (&frame);
}
