/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewVideoPause:
 *
 * Whether there is room for a picture at all. All zero to begin with: there is.
 */
typedef struct
{
  gboolean paused;
  gint64 low_since;
  gint64 changed_at;
  gint64 wait;
} InterviewVideoPause;

gboolean interview_video_pause_update (InterviewVideoPause *self, guint bitrate, gint64 now);

G_END_DECLS
