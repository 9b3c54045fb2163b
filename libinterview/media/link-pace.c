/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/link-pace.h"

/* Microseconds without a packet until a new link is built beside the old one. Sound alone is 50
 * packets a second, and what is lost on a bad line comes back within the first. */
#define SILENCE (5 * G_TIME_SPAN_SECOND)

/* The same while there is reason to doubt the link, and how long that is. Sound in which nobody
 * speaks is still a packet each 400 ms (RFC 6716, section 2.1.9); and who was wrong has only built
 * a link beside a good one. */
#define SILENCE_IN_DOUBT (500 * G_TIME_SPAN_MILLISECOND)
#define DOUBT_LASTS (3 * G_TIME_SPAN_SECOND)

/* How long a new link may take to stand: at first, and at most. Doubled each time, because a
 * machine that is too busy to finish in time would else begin anew for ever. */
#define PATIENCE_FIRST (8 * G_TIME_SPAN_SECOND)
#define PATIENCE_LONGEST (G_TIME_SPAN_MINUTE)

/* Pause after a failed attempt, doubled each time. */
#define PAUSE_FIRST (500 * G_TIME_SPAN_MILLISECOND)
#define PAUSE_LONGEST (8 * G_TIME_SPAN_SECOND)

/*
 * Decides when a link is given up and when the next one is tried. Pure: it neither reads the clock
 * nor knows a link. The negotiator owns it.
 */

/**
 * interview_link_pace_reset:
 *
 * Begins, or begins anew when a link stands.
 */
void
interview_link_pace_reset (InterviewLinkPace *self)
{
  *self = (InterviewLinkPace){ .pause = PAUSE_FIRST, .patience = PATIENCE_FIRST };
}

/**
 * interview_link_pace_hurry:
 *
 * Cuts the pause short: what was in the way may be gone.
 */
void
interview_link_pace_hurry (InterviewLinkPace *self)
{
  self->pause = PAUSE_FIRST;
  self->next_attempt = 0;
}

static gboolean
is_in_doubt (const InterviewLinkPace *self, gint64 now)
{
  return self->doubted != 0 && now - self->doubted < DOUBT_LASTS;
}

/**
 * interview_link_pace_doubt:
 * @now: the time
 *
 * There is a reason to think that links do not work any more. However many reasons come at once,
 * attempts follow one another no faster for it.
 */
void
interview_link_pace_doubt (InterviewLinkPace *self, gint64 now)
{
  if (!is_in_doubt (self, now))
    {
      interview_link_pace_hurry (self);
      self->patience = PATIENCE_FIRST;
    }
  self->doubted = now;
}

/**
 * interview_link_pace_begin:
 * @now: the time
 *
 * Returns: whether an attempt begins now; if so, the next one is put off
 */
gboolean
interview_link_pace_begin (InterviewLinkPace *self, gint64 now)
{
  if (now < self->next_attempt)
    return FALSE;

  self->next_attempt = now + self->pause;
  self->pause = MIN (self->pause * 2, PAUSE_LONGEST);
  return TRUE;
}

/**
 * interview_link_pace_fail:
 *
 * A link was given up before it stood.
 */
void
interview_link_pace_fail (InterviewLinkPace *self)
{
  self->patience = MIN (self->patience * 2, PATIENCE_LONGEST);
}

/**
 * interview_link_pace_is_late:
 * @now: the time
 * @created: when a link was made that does not stand
 *
 * Returns: whether it is to be given up
 */
gboolean
interview_link_pace_is_late (const InterviewLinkPace *self, gint64 now, gint64 created)
{
  if (created < self->doubted && now - self->doubted > SILENCE_IN_DOUBT)
    return TRUE;

  return now - created > self->patience;
}

/**
 * interview_link_pace_is_silent:
 * @now: the time
 * @last_packet: when something came by the link that is used
 *
 * Returns: whether another one is to be built beside it
 */
gboolean
interview_link_pace_is_silent (const InterviewLinkPace *self, gint64 now, gint64 last_packet)
{
  return now - last_packet > (is_in_doubt (self, now) ? SILENCE_IN_DOUBT : SILENCE);
}
