/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * InterviewStageCorner:
 *
 * Where one's own video lies over the others.
 */
typedef enum
{
  INTERVIEW_STAGE_CORNER_TOP_START,
  INTERVIEW_STAGE_CORNER_TOP_END,
  INTERVIEW_STAGE_CORNER_BOTTOM_START,
  INTERVIEW_STAGE_CORNER_BOTTOM_END,
} InterviewStageCorner;

GdkRectangle interview_stage_layout_cell (int width, int height, guint n, guint index);
GdkRectangle interview_stage_layout_screen (int width, int height);
GdkRectangle interview_stage_layout_face (int width, int height, guint n, guint index);
GdkRectangle
interview_stage_layout_own (const GdkRectangle *free, InterviewStageCorner corner, int inset);
InterviewStageCorner interview_stage_layout_nearest (const GdkRectangle *free, double x, double y);

G_END_DECLS
