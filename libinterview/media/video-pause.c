/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/video-pause.h"

/* Bits a second for the picture, under which the sound needs them more. */
#define LEAST_BITRATE 25000

/* Microseconds: how long it has to be so little; the wait before the picture is tried again, which
 * doubles each time that it did not last; and what counts as lasting. */
#define PATIENCE (2 * G_USEC_PER_SEC)
#define FIRST_WAIT (4 * G_USEC_PER_SEC)
#define LONGEST_WAIT (64 * G_USEC_PER_SEC)
#define LASTING (30 * G_USEC_PER_SEC)

static void
change (InterviewVideoPause *self, gboolean paused, gint64 now)
{
  self->paused = paused;
  self->changed_at = now;
  self->low_since = 0;
}

/**
 * interview_video_pause_update:
 * @bitrate: what is left for the picture, bits a second
 * @now: microseconds
 *
 * While nothing but sound is sent nobody can know that there is room for more. So the picture is
 * tried again after a while.
 *
 * Returns: whether no picture is sent
 */
gboolean
interview_video_pause_update (InterviewVideoPause *self, guint bitrate, gint64 now)
{
  gint64 since_change = now - self->changed_at;

  if (self->paused)
    {
      if (bitrate >= LEAST_BITRATE && since_change >= self->wait)
        change (self, FALSE, now);
      return self->paused;
    }
  if (bitrate >= LEAST_BITRATE)
    {
      self->low_since = 0;
      return FALSE;
    }
  if (self->low_since == 0)
    self->low_since = now;
  if (now - self->low_since >= (gint64) PATIENCE)
    {
      self->wait = self->wait == 0 || since_change > (gint64) LASTING
                       ? (gint64) FIRST_WAIT
                       : MIN (self->wait * 2, (gint64) LONGEST_WAIT);
      change (self, TRUE, now);
    }

  return self->paused;
}
