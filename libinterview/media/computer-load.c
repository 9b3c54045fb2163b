/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/computer-load.h"

/* How long it is watched before it is judged. */
#define PERIOD G_TIME_SPAN_SECOND

/* The part of the time in which the encoder works. Above the first it cannot keep up for long; a
 * picture of the next size has about twice the pixels, so below the second there is room for it. */
#define MOST_ENCODING 0.85
#define LITTLE_ENCODING 0.35

/* The part of one’s own pictures that the window did not come to show before the next was there. A
 * third of 30 a second is seen; a few are missed where nothing is wrong. */
#define MOST_MISSED 0.33
#define LITTLE_MISSED 0.1

/* In so many periods in a row, for one alone may be chance: a window was opened. */
#define OVERLOADS 2

/* Below 360 lines it is not the size of the picture any more that costs the time. */
#define MOST_STEPS 2

/* How long there is room before a larger picture is tried. */
#define FIRST_PATIENCE (10 * G_TIME_SPAN_SECOND)
#define MOST_PATIENCE (240 * G_TIME_SPAN_SECOND)

/*
 * Two limits, with room between them where nothing changes, and a wait that doubles when a larger
 * picture was too much, as in the detector of overuse of WebRTC’s reference implementation
 * (video/adaptation/overuse_frame_detector.cc), by which browsers adapt. That looks at the encoder
 * alone. Where the processor plays the graphics card, painting takes as long, and what is late then
 * is the window: its own picture is the one picture of which it is known how many there should be.
 */

static gboolean
step_down (InterviewComputerLoad *self, gint64 now)
{
  if (self->overloads < OVERLOADS)
    self->overloads++;
  if (self->overloads < OVERLOADS || self->steps == MOST_STEPS)
    return FALSE;

  if (self->patience == 0)
    self->patience = FIRST_PATIENCE;
  else if (self->raised_at != 0 && now - self->raised_at < self->patience)
    self->patience = MIN (2 * self->patience, MOST_PATIENCE);
  self->steps++;
  self->overloads = 0;
  self->changed_at = now;

  return TRUE;
}

static gboolean
step_up (InterviewComputerLoad *self, gint64 now)
{
  if (self->steps == 0 || now - self->changed_at < self->patience)
    return FALSE;

  self->steps--;
  self->changed_at = self->raised_at = now;

  return TRUE;
}

/* A window that shows none at all is not late: it has something else to show. */
static double
find_missed (const InterviewComputerLoad *self, guint64 shown, guint64 missed)
{
  guint64 new_shown = shown - self->shown, new_missed = missed - self->missed;

  return new_shown > 0 ? new_missed / (double) (new_shown + new_missed) : 0;
}

/**
 * interview_computer_load_add:
 * @duration: how long a picture took to encode, microseconds
 * @shown: how many of one’s own pictures the window has shown so far
 * @missed: how many it has not, for the next came before
 * @now: when the picture was encoded, microseconds of the monotonic clock
 *
 * Returns: whether the number of steps changed
 */
gboolean
interview_computer_load_add (InterviewComputerLoad *self,
                             gint64 duration,
                             guint64 shown,
                             guint64 missed,
                             gint64 now)
{
  double encoding_part, missed_part;

  self->encoding += duration;
  if (now - self->began < PERIOD)
    return FALSE;

  encoding_part = self->encoding / (double) (now - self->began);
  missed_part = find_missed (self, shown, missed);
  self->shown = shown;
  self->missed = missed;
  self->encoding = 0;
  /* Nothing is known of the time before the first picture. */
  if (self->began == 0)
    encoding_part = missed_part = 0;
  self->began = now;

  if (encoding_part > MOST_ENCODING || missed_part > MOST_MISSED)
    return step_down (self, now);
  self->overloads = 0;
  if (encoding_part < LITTLE_ENCODING && missed_part < LITTLE_MISSED)
    return step_up (self, now);
  /* There is no room. */
  self->changed_at = now;

  return FALSE;
}

/**
 * interview_computer_load_get_state:
 *
 * Returns: how the computer keeps up
 */
InterviewComputerState
interview_computer_load_get_state (const InterviewComputerLoad *self)
{
  if (self->steps == MOST_STEPS && self->overloads == OVERLOADS)
    return INTERVIEW_COMPUTER_STATE_OVERLOADED;

  return self->steps > 0 ? INTERVIEW_COMPUTER_STATE_LIMITED : INTERVIEW_COMPUTER_STATE_AT_EASE;
}
