/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/jitter-target.h"

/* Microseconds. */
#define LEAST_SOUND 40000
#define MOST_SOUND 300000
#define LEAST_PICTURE 80000
#define MOST_PICTURE 600000

/* Sound waits for its period, and for this many times the average jitter: of a jitter that is
 * distributed evenly nearly nothing is beyond. */
#define PERIOD 20000
#define JITTERS 4

/* What a late packet adds at once; and how slowly it is taken back, once it has been calm for a
 * while: less waiting is hardly noticed, but each change is a small gap. */
#define LATE_STEP 20000
#define CALM (5 * G_USEC_PER_SEC)
#define SHRINK_STEP 20000

/* A packet that is sent again takes a round trip, and the time in which its loss is noticed. The
 * question and the answer can be lost as well: where one packet in ten is, each fifth time. After
 * three times it is one packet in a thousand, or a picture in some seconds. */
#define ROUND_TRIPS 1.25
#define TIMES 3
#define NOTICE 40000

/* Until a round trip is known: what is lost of the very first picture delays it for longer. */
#define ROUND_TRIP_FIRST 80000

/* Sound that comes this much after the lips is not noticed (ITU-R BT.1359-1: 125 ms), with what
 * loudspeakers add. */
#define APART 80000

static gint64
choose_sound (InterviewJitterTarget *self, const InterviewJitterReport *report, gint64 now)
{
  gint64 wanted = PERIOD + JITTERS * report->jitter;

  if (report->late > 0)
    wanted = MAX (wanted, self->sound + LATE_STEP);
  wanted = CLAMP (wanted, LEAST_SOUND, MOST_SOUND);
  if (wanted > self->sound || report->late > 0 || self->calm_since == 0)
    self->calm_since = now;
  if (wanted >= self->sound)
    return wanted;
  if (now - self->calm_since < (gint64) CALM || self->sound - wanted < SHRINK_STEP)
    return self->sound;
  self->calm_since = now;

  return self->sound - SHRINK_STEP;
}

/**
 * interview_jitter_target_update:
 * @report: how packets came since the last call
 * @now: microseconds
 *
 * Waits longer as soon as it is needed, and shorter again little by little. A picture is shown when
 * it is whole, however long it might have waited, so that waiting for what was lost costs nothing
 * where nothing is. It is held back only where its sound would come noticeably later.
 */
void
interview_jitter_target_update (InterviewJitterTarget *self,
                                const InterviewJitterReport *report,
                                gint64 now)
{
  gint64 round_trip = report->round_trip != 0 ? report->round_trip : ROUND_TRIP_FIRST;

  g_return_if_fail (self != NULL && report != NULL);

  self->sound = choose_sound (self, report, now);
  self->picture = CLAMP ((gint64) (round_trip * ROUND_TRIPS * TIMES) + NOTICE + report->jitter,
                         LEAST_PICTURE, MOST_PICTURE);
  self->hold = MAX (self->sound - APART, 0);
}
