/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/stage-layout.h"

/*
 * Where the videos of a call lie: the others in a grid, one's own in a corner of what no panel
 * covers. Functions of sizes alone.
 */
#define GAP 4
#define MARGIN 12

/* One's own video: a fifth of the width, 16:9. */
#define OWN_SHARE 0.2
#define OWN_MIN 112
#define OWN_MAX 256

/* A person is best shown in about this shape. */
#define CELL_RATIO (4.0 / 3.0)

/* While a screen is shared, the faces have this share of the window, in percent, and between so
 * many pixels; beside the screen where the window is this wide, in tenths of its height. */
#define STRIP_SHARE 20
#define STRIP_MIN 112
#define STRIP_MAX 256
#define BESIDE_RATIO 12

static guint
find_columns (int width, int height, guint n)
{
  guint best = 1;
  double best_area = 0;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double cell_width = (double) width / columns, cell_height = (double) height / rows;
      double shown = MIN (cell_width, cell_height * CELL_RATIO);

      if (shown * shown > best_area)
        {
          best_area = shown * shown;
          best = columns;
        }
    }
  return best;
}

/**
 * interview_stage_layout_cell:
 * @width: of the stage, in pixels
 * @height: of the stage, in pixels
 * @n: number of people, at least 1
 * @index: which of them
 *
 * The grid has as many columns as make the people largest; the last row is centred.
 *
 * Returns: where the person's video goes
 */
GdkRectangle
interview_stage_layout_cell (int width, int height, guint n, guint index)
{
  guint columns = find_columns (width, height, MAX (n, 1));
  guint rows = (MAX (n, 1) + columns - 1) / columns;
  guint row = index / columns;
  guint in_row = row == rows - 1 ? MAX (n, 1) - row * columns : columns;
  int cell_width = MAX ((width - (int) (columns - 1) * GAP) / (int) columns, 1);
  int cell_height = MAX ((height - (int) (rows - 1) * GAP) / (int) rows, 1);
  int row_width = (int) in_row * cell_width + (int) (in_row - 1) * GAP;
  GdkRectangle cell = { (width - row_width) / 2 + (int) (index % columns) * (cell_width + GAP),
                        (int) row * (cell_height + GAP), cell_width, cell_height };

  return cell;
}

/* Whether the faces lie beside a screen rather than above it. */
static gboolean
is_beside (int width, int height)
{
  return width * 10 >= height * BESIDE_RATIO;
}

static int
find_strip (int width, int height)
{
  if (is_beside (width, height))
    return CLAMP (width * STRIP_SHARE / 100, STRIP_MIN, STRIP_MAX);

  return CLAMP (height * STRIP_SHARE / 100, STRIP_MIN * 3 / 4, STRIP_MAX * 3 / 4);
}

/**
 * interview_stage_layout_screen:
 * @width: of the stage, in pixels
 * @height: of the stage, in pixels
 *
 * Returns: where a screen goes that somebody shares: all but a strip for the faces
 */
GdkRectangle
interview_stage_layout_screen (int width, int height)
{
  int strip = find_strip (width, height);

  if (is_beside (width, height))
    return (GdkRectangle){ 0, 0, MAX (width - strip - GAP, 1), MAX (height, 1) };

  return (GdkRectangle){ 0, strip + GAP, MAX (width, 1), MAX (height - strip - GAP, 1) };
}

/**
 * interview_stage_layout_face:
 * @width: of the stage, in pixels
 * @height: of the stage, in pixels
 * @n: number of people, at least 1
 * @index: which of them
 *
 * The faces are in the middle of their strip, at the end or, in a high window, above the screen;
 * the more there are, the smaller they get.
 *
 * Returns: where the person’s video goes while a screen is shared
 */
GdkRectangle
interview_stage_layout_face (int width, int height, guint n, guint index)
{
  int strip = find_strip (width, height), count = (int) MAX (n, 1);
  int length, taken;

  if (is_beside (width, height))
    {
      length = MAX (MIN (strip * 3 / 4, (height - (count - 1) * GAP) / count), 1);
      taken = count * length + (count - 1) * GAP;
      return (GdkRectangle){ width - strip, (height - taken) / 2 + (int) index * (length + GAP),
                             strip, length };
    }
  length = MAX (MIN (strip * 4 / 3, (width - (count - 1) * GAP) / count), 1);
  taken = count * length + (count - 1) * GAP;
  return (GdkRectangle){ (width - taken) / 2 + (int) index * (length + GAP), 0, length, strip };
}

/**
 * interview_stage_layout_own:
 * @free: what no panel covers, in pixels
 * @corner: where it is wanted, in the reading direction from left to right
 * @inset: height that the controls take at the bottom
 *
 * Returns: where one's own video goes; it always lies inside of @free if that is large enough
 */
GdkRectangle
interview_stage_layout_own (const GdkRectangle *free, InterviewStageCorner corner, int inset)
{
  gboolean end =
      corner == INTERVIEW_STAGE_CORNER_TOP_END || corner == INTERVIEW_STAGE_CORNER_BOTTOM_END;
  gboolean bottom =
      corner == INTERVIEW_STAGE_CORNER_BOTTOM_START || corner == INTERVIEW_STAGE_CORNER_BOTTOM_END;
  GdkRectangle own;

  own.width = CLAMP ((int) (free->width * OWN_SHARE), OWN_MIN, OWN_MAX);
  own.height = own.width * 9 / 16;
  own.x = free->x + (end ? MAX (free->width - own.width - MARGIN, 0) : MARGIN);
  own.y =
      free->y + (bottom ? MAX (free->height - own.height - MAX (inset, MARGIN), MARGIN) : MARGIN);
  return own;
}

/**
 * interview_stage_layout_nearest:
 * @free: what no panel covers
 * @x: a point, such as the middle of a video that was dragged
 * @y: a point
 *
 * Returns: the corner that is nearest
 */
InterviewStageCorner
interview_stage_layout_nearest (const GdkRectangle *free, double x, double y)
{
  gboolean end = x >= free->x + free->width / 2.0;
  gboolean bottom = y >= free->y + free->height / 2.0;

  if (bottom)
    return end ? INTERVIEW_STAGE_CORNER_BOTTOM_END : INTERVIEW_STAGE_CORNER_BOTTOM_START;
  return end ? INTERVIEW_STAGE_CORNER_TOP_END : INTERVIEW_STAGE_CORNER_TOP_START;
}
