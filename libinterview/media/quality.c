/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/quality.h"

/* Below so many bits a pixel a smaller picture looks better than one of blocks; more than so many
 * nobody sees. */
#define LEAST_BITS 0.022
#define MOST_BITS 0.1
#define LEAST_BITRATE 300000

/* Back up only with this much to spare, so that it does not go to and fro. */
#define SPARE 1.25

/* First the size goes, then the number of pictures: a face that moves in small says more than one
 * that jumps in large. Of 16:9; the first is what a camera is asked for. */
static const InterviewQuality steps[] = {
  { INTERVIEW_VIDEO_HEIGHT, INTERVIEW_VIDEO_RATE },
  { 540, 30 },
  { 360, 30 },
  { 270, 30 },
  { 180, 30 },
  { 180, 15 },
  { 180, 8 },
};

static double
get_least (const InterviewQuality *step)
{
  return step->lines * (step->lines * 16.0 / 9) * step->frame_rate * LEAST_BITS;
}

static guint
find (const InterviewQuality *current)
{
  for (guint i = 0; current != NULL && i < G_N_ELEMENTS (steps); i++)
    if (steps[i].lines == current->lines && steps[i].frame_rate == current->frame_rate)
      return i;

  return 0;
}

/**
 * interview_quality_choose:
 * @bitrate: what there is for the picture, bits a second
 * @current: (nullable): what is sent now
 *
 * Returns: what to send
 */
InterviewQuality
interview_quality_choose (guint bitrate, const InterviewQuality *current)
{
  guint place = find (current);

  while (place > 0 && bitrate > SPARE * get_least (&steps[place - 1]))
    place--;
  while (place + 1 < G_N_ELEMENTS (steps) && bitrate < get_least (&steps[place]))
    place++;

  return steps[place];
}

/**
 * interview_quality_limit:
 * @smaller: how many sizes smaller than the largest
 *
 * Returns: @quality in no larger a size
 */
InterviewQuality
interview_quality_limit (InterviewQuality quality, guint smaller)
{
  g_return_val_if_fail (smaller < G_N_ELEMENTS (steps), quality);

  /* The sizes come first, each of them once. */
  return (InterviewQuality){ MIN (quality.lines, steps[smaller].lines), quality.frame_rate };
}

/**
 * interview_quality_get_most:
 * @width: of the picture that is encoded, pixels
 * @height: of it
 *
 * Returns: beyond how many bits a second nobody sees a difference
 */
guint
interview_quality_get_most (InterviewQuality quality, guint width, guint height)
{
  double bits = (double) width * height * quality.frame_rate * MOST_BITS;

  return MAX (bits, LEAST_BITRATE);
}
