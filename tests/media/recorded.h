/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

/* One picture of a recording, looked at in one place. */
typedef struct
{
  GstClockTime time;
  gint64 code;
  int brightness;
} RecordedFrame;

/* 10 ms of its sound: how far it swings, 0 to 32767. */
typedef struct
{
  GstClockTime time;
  int swing;
} RecordedSound;

/* What a player finds in a recording from its beginning to its end. */
typedef struct
{
  GArray *frames;
  GArray *sounds;
  gint64 duration;
  gboolean seekable;
  guint codes;
  gint64 first_code;
  gint64 last_code;
} Recorded;

void recorded_read (Recorded *self, const char *path, int x, int y, int width);
void recorded_clear (Recorded *self);

G_END_DECLS
