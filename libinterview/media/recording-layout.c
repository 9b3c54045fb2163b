/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/recording-layout.h"

/*
 * Where everybody stands in a recorded picture, whose size is fixed: as many columns as rows or one
 * more, filled line by line, the last line in the middle. Pure.
 */

/* Pictures with halved colour planes can stand at even places only. */
static int
even (int pixels)
{
  return pixels & ~1;
}

/**
 * interview_recording_layout_place:
 * @index: whose place, from 0
 * @count: how many there are, more than @index
 * @width: of the whole picture, pixels
 * @height: of the whole picture, pixels
 *
 * Returns: the place; the picture is fitted into it with its own aspect ratio
 */
InterviewRecordingTile
interview_recording_layout_place (guint index, guint count, int width, int height)
{
  InterviewRecordingTile tile = { 0 };
  guint columns = 1, rows, in_row;

  g_return_val_if_fail (index < count, tile);

  while (columns * columns < count)
    columns++;
  rows = (count + columns - 1) / columns;
  in_row = MIN (columns, count - index / columns * columns);

  tile.width = even (width / (int) columns);
  tile.height = even (height / (int) rows);
  tile.x = even ((width - tile.width * (int) in_row) / 2 + tile.width * (int) (index % columns));
  tile.y = tile.height * (int) (index / columns);

  return tile;
}
