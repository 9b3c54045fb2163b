/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/yuv-transform.h"

/* A sample that lies on the left (or upper) one of the two pixels that share it, not between them,
 * is found a quarter of a sample further on. */
#define COSITED_SHIFT 0.25

static void
fill_matrix (InterviewYuvTransform *self, const GstVideoInfo *info)
{
  int offset[GST_VIDEO_MAX_COMPONENTS], scale[GST_VIDEO_MAX_COMPONENTS];
  double kr, kb, kg, y, u, v;

  gst_video_color_range_offsets (info->colorimetry.range, info->finfo, offset, scale);
  for (guint i = 0; i < G_N_ELEMENTS (self->offset); i++)
    self->offset[i] = -offset[i] / 255.0;
  if (!gst_video_color_matrix_get_Kr_Kb (info->colorimetry.matrix, &kr, &kb))
    gst_video_color_matrix_get_Kr_Kb (GST_VIDEO_COLOR_MATRIX_BT601, &kr, &kb);
  kg = 1 - kr - kb;
  y = 255.0 / scale[0];
  u = 255.0 / scale[1];
  v = 255.0 / scale[2];

  self->matrix[0] = y;
  self->matrix[1] = 0;
  self->matrix[2] = 2 * (1 - kr) * v;
  self->matrix[3] = y;
  self->matrix[4] = -2 * (1 - kb) * kb / kg * u;
  self->matrix[5] = -2 * (1 - kr) * kr / kg * v;
  self->matrix[6] = y;
  self->matrix[7] = 2 * (1 - kb) * u;
  self->matrix[8] = 0;
}

/**
 * interview_yuv_transform_init:
 * @self: to be filled
 * @info: of 8-bit I420; a colour matrix that it does not tell is taken for BT.601
 *
 * After ITU-R BT.601-7 (2.5) and BT.709-6 (item 3): Y is the weighted sum of red, green and blue, U
 * and V are how far blue and red are from it; “full” and “studio” range scale them to bytes. The
 * chroma planes of an odd size are half a pixel larger than the picture. From any thread.
 */
void
interview_yuv_transform_init (InterviewYuvTransform *self, const GstVideoInfo *info)
{
  const int size[2] = { info->width, info->height };
  const int chroma_size[2] = { (info->width + 1) / 2, (info->height + 1) / 2 };
  const gboolean cosited[2] = { (info->chroma_site & GST_VIDEO_CHROMA_SITE_H_COSITED) != 0,
                                (info->chroma_site & GST_VIDEO_CHROMA_SITE_V_COSITED) != 0 };

  fill_matrix (self, info);
  for (guint i = 0; i < 2; i++)
    {
      self->chroma_scale[i] = size[i] / 2.0 / chroma_size[i];
      self->chroma_shift[i] = cosited[i] ? COSITED_SHIFT / chroma_size[i] : 0;
    }
}
