/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/recording-layout.h"

/*
 * Where everybody stands in a recorded picture, whose size is fixed: as many columns as rows or one
 * more, filled line by line, the last line in the middle. Beside a screen that somebody shares they
 * stand below each other. Pure.
 */

/* A screen has so many fifths of the width: it is to be read. */
#define SCREEN_FIFTHS 4

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

/**
 * interview_recording_layout_place_screen:
 * @width: of the whole picture, pixels
 * @height: of the whole picture, pixels
 *
 * Returns: the place of a screen that is shared
 */
InterviewRecordingTile
interview_recording_layout_place_screen (int width, int height)
{
  return (InterviewRecordingTile){ 0, 0, even (width * SCREEN_FIFTHS / 5), even (height) };
}

/**
 * interview_recording_layout_place_beside:
 * @index: whose place, from 0
 * @count: how many there are, more than @index
 * @width: of the whole picture, pixels
 * @height: of the whole picture, pixels
 *
 * Returns: the place of somebody while a screen is shared
 */
InterviewRecordingTile
interview_recording_layout_place_beside (guint index, guint count, int width, int height)
{
  InterviewRecordingTile screen = interview_recording_layout_place_screen (width, height);
  InterviewRecordingTile tile = { screen.width, 0, even (width - screen.width), 0 };

  g_return_val_if_fail (index < count, tile);

  tile.height = even (MIN (tile.width * 3 / 4, height / (int) count));
  tile.y = even ((height - tile.height * (int) count) / 2) + tile.height * (int) index;

  return tile;
}
