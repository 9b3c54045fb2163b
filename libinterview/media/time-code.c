/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/time-code.h"

/* 44 bits of milliseconds last until the year 2527. */
#define N_BITS 44

/* A picture of 1280 pixels has blocks of 24; other widths in proportion. */
#define FULL_WIDTH 1280.0
#define FULL_BLOCK 24.0

#define WHITE 235
#define BLACK 16
#define GREY 128

/*
 * The time code is the clock drawn into a test picture: a row of 44 square blocks along the top,
 * white for 1 and black for 0, least significant bit first, and below it the same row inverted, so
 * that a reader knows whether it read a time code at all. It survives compression and scaling, and
 * tells how old a picture is.
 */

static double
block_size (GstVideoFrame *frame)
{
  return GST_VIDEO_FRAME_WIDTH (frame) / FULL_WIDTH * FULL_BLOCK;
}

static void
fill (GstVideoFrame *frame, guint component, double x, double y, double size, guint8 value)
{
  int shift_x = GST_VIDEO_FORMAT_INFO_W_SUB (frame->info.finfo, component);
  int shift_y = GST_VIDEO_FORMAT_INFO_H_SUB (frame->info.finfo, component);
  int stride = GST_VIDEO_FRAME_COMP_STRIDE (frame, component);
  guint8 *data = GST_VIDEO_FRAME_COMP_DATA (frame, component);
  int left = (int) (x + 0.5) >> shift_x, right = (int) (x + size + 0.5) >> shift_x;
  int top = (int) (y + 0.5) >> shift_y, bottom = (int) (y + size + 0.5) >> shift_y;

  right = MIN (right, GST_VIDEO_FRAME_COMP_WIDTH (frame, component));
  bottom = MIN (bottom, GST_VIDEO_FRAME_COMP_HEIGHT (frame, component));
  for (int row = top; row < bottom; row++)
    for (int column = left; column < right; column++)
      data[row * stride + column] = value;
}

/**
 * interview_time_code_draw:
 * @frame: a frame in I420 that is mapped for writing
 * @milliseconds: since 1970, UTC
 *
 * Returns: whether it was drawn; %FALSE for another format or a picture too small to read
 */
gboolean
interview_time_code_draw (GstVideoFrame *frame, gint64 milliseconds)
{
  double size = block_size (frame);

  if (GST_VIDEO_FRAME_FORMAT (frame) != GST_VIDEO_FORMAT_I420 || size < 2)
    return FALSE;

  for (int bit = 0; bit < N_BITS; bit++)
    {
      gboolean one = (milliseconds >> bit) & 1;

      fill (frame, 0, bit * size, 0, size, one ? WHITE : BLACK);
      fill (frame, 0, bit * size, size, size, one ? BLACK : WHITE);
    }
  for (guint component = 1; component <= 2; component++)
    for (int bit = 0; bit < N_BITS; bit++)
      for (int row = 0; row < 2; row++)
        fill (frame, component, bit * size, row * size, size, GREY);

  return TRUE;
}

/**
 * interview_time_code_read:
 * @frame: a frame in I420 or RGB that is mapped for reading
 * @milliseconds: (out): since 1970, UTC
 *
 * Returns: whether there is a time code in the picture
 */
gboolean
interview_time_code_read (GstVideoFrame *frame, gint64 *milliseconds)
{
  double size = block_size (frame);
  int stride = GST_VIDEO_FRAME_COMP_STRIDE (frame, 0);
  int step = GST_VIDEO_FRAME_COMP_PSTRIDE (frame, 0);
  const guint8 *data = GST_VIDEO_FRAME_COMP_DATA (frame, 0);
  gint64 value = 0;

  *milliseconds = 0;
  if (size < 2 || GST_VIDEO_FRAME_HEIGHT (frame) < size * 2)
    return FALSE;

  for (int bit = 0; bit < N_BITS; bit++)
    {
      int x = (bit + 0.5) * size;
      gboolean one = data[(int) (size * 0.5) * stride + x * step] >= GREY;
      gboolean zero = data[(int) (size * 1.5) * stride + x * step] >= GREY;

      if (one == zero)
        return FALSE;
      if (one)
        value |= G_GINT64_CONSTANT (1) << bit;
    }

  *milliseconds = value;
  return TRUE;
}
