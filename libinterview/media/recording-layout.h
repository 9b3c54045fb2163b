/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where one picture stands in the recorded one, pixels. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} InterviewRecordingTile;

InterviewRecordingTile
interview_recording_layout_place (guint index, guint count, int width, int height);
InterviewRecordingTile interview_recording_layout_place_screen (int width, int height);
InterviewRecordingTile
interview_recording_layout_place_beside (guint index, guint count, int width, int height);

G_END_DECLS
