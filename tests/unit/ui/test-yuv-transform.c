/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/video/video.h>

#include "ui/yuv-transform.h"

static void
apply (const InterviewYuvTransform *transform, const guint8 *yuv, int *rgb)
{
  for (guint row = 0; row < 3; row++)
    {
      float sum = 0;

      for (guint i = 0; i < 3; i++)
        sum += transform->matrix[row * 3 + i] * (yuv[i] / 255.0f + transform->offset[i]);
      rgb[row] = (int) (CLAMP (sum, 0, 1) * 255 + 0.5f);
    }
}

/* The bars of a test picture at 75 %, as the tables of EBU Tech 3325 and SMPTE RP 219 have them. */
static const struct
{
  const char *colorimetry;
  guint8 yuv[3];
  int rgb[3];
} colors[] = {
  { "bt601", { 16, 128, 128 }, { 0, 0, 0 } },
  { "bt601", { 235, 128, 128 }, { 255, 255, 255 } },
  { "bt601", { 65, 100, 212 }, { 191, 0, 0 } },
  { "bt601", { 112, 72, 58 }, { 0, 191, 0 } },
  { "bt601", { 35, 212, 114 }, { 0, 0, 191 } },
  { "bt709", { 16, 128, 128 }, { 0, 0, 0 } },
  { "bt709", { 51, 109, 212 }, { 191, 0, 0 } },
  { "bt709", { 133, 63, 52 }, { 0, 191, 0 } },
  { "bt709", { 28, 212, 120 }, { 0, 0, 191 } },
  /* Full range, BT.601, as of JPEG. */
  { "1:4:0:0", { 0, 128, 128 }, { 0, 0, 0 } },
  { "1:4:0:0", { 255, 128, 128 }, { 255, 255, 255 } },
  { "1:4:0:0", { 76, 85, 255 }, { 254, 0, 0 } },
  /* No matrix told. */
  { "2:0:0:0", { 65, 100, 212 }, { 191, 0, 0 } },
};

static void
test_colors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      InterviewYuvTransform transform;
      GstVideoInfo info;
      int rgb[3];

      gst_video_info_set_format (&info, GST_VIDEO_FORMAT_I420, 64, 64);
      g_assert_true (gst_video_colorimetry_from_string (&info.colorimetry, colors[i].colorimetry));
      interview_yuv_transform_init (&transform, &info);
      apply (&transform, colors[i].yuv, rgb);
      g_test_message ("%s %u: %d %d %d", colors[i].colorimetry, i, rgb[0], rgb[1], rgb[2]);
      for (guint channel = 0; channel < 3; channel++)
        g_assert_cmpint (ABS (rgb[channel] - colors[i].rgb[channel]), <=, 2);
    }
}

/* Where the first and the last pixel of a row find their chroma, in samples from the left edge. */
static const struct
{
  GstVideoChromaSite site;
  int width;
  float first;
  float last;
} places[] = {
  { GST_VIDEO_CHROMA_SITE_JPEG, 8, 0.25f, 3.75f },
  { GST_VIDEO_CHROMA_SITE_MPEG2, 8, 0.5f, 4.0f },
  { GST_VIDEO_CHROMA_SITE_JPEG, 7, 0.25f, 3.25f },
  { GST_VIDEO_CHROMA_SITE_MPEG2, 1, 0.5f, 0.5f },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int samples = (places[i].width + 1) / 2;
      InterviewYuvTransform transform;
      GstVideoInfo info;
      float first, last;

      gst_video_info_set_format (&info, GST_VIDEO_FORMAT_I420, places[i].width, 2);
      info.chroma_site = places[i].site;
      interview_yuv_transform_init (&transform, &info);
      first = 0.5f / places[i].width * transform.chroma_scale[0] + transform.chroma_shift[0];
      last = (places[i].width - 0.5f) / places[i].width * transform.chroma_scale[0] +
             transform.chroma_shift[0];
      g_assert_cmpfloat_with_epsilon (first * samples, places[i].first, 0.001);
      g_assert_cmpfloat_with_epsilon (last * samples, places[i].last, 0.001);
      /* None of these is shifted downwards. */
      g_assert_cmpfloat (transform.chroma_shift[1], ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);
  g_test_add_func ("/ui/yuv-transform/colors", test_colors);
  g_test_add_func ("/ui/yuv-transform/places", test_places);
  return g_test_run ();
}
