/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/video/video.h>

G_BEGIN_DECLS

/**
 * InterviewYuvTransform:
 * @matrix: row by row; RGB = @matrix * (YUV + @offset), all from 0 to 1
 * @offset: what makes black and grey zero
 * @chroma_scale: across and down, from the place in the picture to that in its chroma planes, both
 *   from 0 to 1 over all of it
 * @chroma_shift: added after that
 *
 * How a shader makes RGB of three planes.
 */
typedef struct
{
  float matrix[9];
  float offset[3];
  float chroma_scale[2];
  float chroma_shift[2];
} InterviewYuvTransform;

void interview_yuv_transform_init (InterviewYuvTransform *self, const GstVideoInfo *info);

G_END_DECLS
