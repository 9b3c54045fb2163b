/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/bandwidth.h"

#include <math.h>

#include "media/delay-trend.h"

/* What has arrived is measured over so long, in microseconds, and losses over so long. */
#define RATE_WINDOW 500000
#define LOSS_WINDOW 1000000
#define LOSS_PACKETS 20

/* After a queue filled: to this part of what arrives, and not again for so long plus a round
 * trip, in microseconds. */
#define DECREASE 0.85
#define DECREASE_PAUSE 200000
/* No deeper at once: what arrives while a queue overflows is less than what could. */
#define DEEPEST 0.5

/* Growth a second: at first; where the capacity of the link is not known; and near what is known
 * of it. */
#define GROWTH_FIRST 2.0
#define GROWTH_CALM 1.5
#define GROWTH_NEAR 1.08

/* The capacity is what arrived when a queue filled; how much of it a new measurement is. Who gets
 * this much more through has shown that it is another. */
#define LEARN 0.3
#define CAPACITY_PASSED 1.15

/* Nobody can say of more than they send whether it would arrive. */
#define AHEAD 1.5
#define AHEAD_LEAST 120000

/* Losses below are chance and let the rate grow, those above are a full queue. */
#define LOSS_LOW 0.02
#define LOSS_HIGH 0.10

/* A queue that stays full does not grow: the delay no longer tells, but the round trip does, when
 * it is so many times the shortest of late, and so many microseconds. The shortest is forgotten
 * after a while, as the way itself may have changed. */
#define STANDING_TIMES 2
#define STANDING_EXTRA 100000
#define SHORTEST_WINDOW (10 * G_USEC_PER_SEC)

#define PACKET_BITS (1200 * 8)
#define LONGEST_PAUSE 500000

/*
 * InterviewBandwidth estimates how many bits a second the way to the other side takes, from its
 * reports on packets: the rate grows until a queue on the way begins to fill, or packets are lost,
 * and falls to a part of what arrived then.
 *
 * The half that looks at delay is draft-ietf-rmcat-gcc-02, section 5.5, the half that looks at
 * losses its section 6; the floor under the latter is the throughput of TCP at that loss (RFC 5348,
 * section 3.1), so that loss by chance, as on a radio link, does not starve a call. Not a GObject;
 * one thread.
 */
struct _InterviewBandwidth
{
  double rate; /* that of the delay, bits a second */
  double loss_rate;
  guint least;
  guint most;

  InterviewDelayTrend *trend;
  GArray *arrivals; /* of InterviewPacketReport, the last RATE_WINDOW of them */
  double acknowledged;

  double capacity; /* 0: not known */
  gboolean started;
  gint64 last_decrease;
  gint64 last_update;

  guint counted;
  guint lost;
  double loss;
  gint64 loss_since;
  gint64 round_trip;
  gint64 shortest; /* round trip in this window and in the one before; 0: none */
  gint64 last_shortest;
  gint64 shortest_since;
};

/**
 * interview_bandwidth_new:
 * @first: what to begin with, bits a second
 * @least: never below
 * @most: never above
 *
 * Returns: (transfer full): an estimate without reports
 */
InterviewBandwidth *
interview_bandwidth_new (guint first, guint least, guint most)
{
  InterviewBandwidth *self = g_new0 (InterviewBandwidth, 1);

  self->rate = first;
  self->loss_rate = most;
  self->least = least;
  self->most = most;
  self->trend = interview_delay_trend_new ();
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (InterviewPacketReport));

  return self;
}

/**
 * interview_bandwidth_free:
 *
 * Frees it.
 */
void
interview_bandwidth_free (InterviewBandwidth *self)
{
  interview_delay_trend_free (self->trend);
  g_array_unref (self->arrivals);
  g_free (self);
}

static void
measure (InterviewBandwidth *self)
{
  const InterviewPacketReport *reports = (const InterviewPacketReport *) self->arrivals->data;
  guint n = self->arrivals->len, old = 0;
  gint64 newest = 0, span;
  guint64 bytes = 0;

  for (guint i = 0; i < n; i++)
    newest = MAX (newest, reports[i].arrived_at);
  while (old < n && reports[old].arrived_at < newest - RATE_WINDOW)
    old++;
  if (old > 0)
    g_array_remove_range (self->arrivals, 0, old);
  reports = (const InterviewPacketReport *) self->arrivals->data;
  n = self->arrivals->len;
  if (n < 2)
    return;
  /* The first one says when the counting begins, not what came in that time. */
  for (guint i = 1; i < n; i++)
    bytes += reports[i].size;
  span = newest - reports[0].arrived_at;
  if (span >= RATE_WINDOW / 4)
    self->acknowledged = bytes * 8.0 * G_USEC_PER_SEC / span;
}

static void
decrease (InterviewBandwidth *self, gint64 now)
{
  double arrived = self->acknowledged > 0 ? self->acknowledged : self->rate;

  self->started = TRUE;
  if (now - self->last_decrease < DECREASE_PAUSE + self->round_trip)
    return;
  self->last_decrease = now;
  self->capacity =
      self->capacity > 0 ? self->capacity + LEARN * (arrived - self->capacity) : arrived;
  if (arrived < self->capacity)
    self->capacity = MAX (arrived, self->capacity * (1 - LEARN));
  self->rate = MIN (self->rate, MAX (DECREASE * arrived, DEEPEST * self->rate));
}

static void
increase (InterviewBandwidth *self, double seconds)
{
  double growth = self->started ? GROWTH_CALM : GROWTH_FIRST;
  double ahead = MAX (AHEAD * self->acknowledged, self->acknowledged + AHEAD_LEAST);

  if (self->capacity > 0 && self->acknowledged > CAPACITY_PASSED * self->capacity)
    self->capacity = 0;
  if (self->capacity > 0 && self->rate > DECREASE * self->capacity)
    growth = GROWTH_NEAR;
  /* Less than what is sent ahead is not taken away: the encoder may only have had little to say. */
  if (self->rate < ahead)
    self->rate = MIN (self->rate * pow (growth, seconds), ahead);
}

static double
get_tcp_rate (InterviewBandwidth *self)
{
  double round_trip = MAX (self->round_trip, 10000) / (double) G_USEC_PER_SEC;
  double p = self->loss;
  double wait = 4 * round_trip * MIN (1, 3 * sqrt (3 * p / 8)) * p * (1 + 32 * p * p);

  return PACKET_BITS / (round_trip * sqrt (2 * p / 3) + wait);
}

static void
heed_losses (InterviewBandwidth *self, gint64 now)
{
  double seconds;

  if (self->loss_since == 0)
    self->loss_since = now;
  if (now - self->loss_since < LOSS_WINDOW || self->counted < LOSS_PACKETS)
    return;
  seconds = (now - self->loss_since) / (double) G_USEC_PER_SEC;
  self->loss = (double) self->lost / self->counted;
  self->counted = 0;
  self->lost = 0;
  self->loss_since = now;
  if (self->loss > LOSS_HIGH)
    self->loss_rate = MAX (MIN (self->rate, self->loss_rate) * (1 - self->loss / 2),
                           MIN (get_tcp_rate (self), self->loss_rate));
  else if (self->loss < LOSS_LOW)
    self->loss_rate = MIN (self->loss_rate * pow (GROWTH_CALM, MIN (seconds, 2)), self->most);
}

static void
heed_round_trip (InterviewBandwidth *self, gint64 round_trip, gint64 now)
{
  self->round_trip = self->round_trip == 0 ? round_trip : (7 * self->round_trip + round_trip) / 8;
  if (now - self->shortest_since > (gint64) SHORTEST_WINDOW)
    {
      self->last_shortest = self->shortest;
      self->shortest = 0;
      self->shortest_since = now;
    }
  if (self->shortest == 0 || round_trip < self->shortest)
    self->shortest = round_trip;
}

static gboolean
has_standing_queue (InterviewBandwidth *self)
{
  gint64 shortest =
      self->last_shortest > 0 ? MIN (self->shortest, self->last_shortest) : self->shortest;

  return shortest > 0 && self->round_trip > STANDING_TIMES * shortest + STANDING_EXTRA;
}

/* Takes the reports in; the delay tells of the last of them. */
static InterviewDelaySignal
take_in (InterviewBandwidth *self, const InterviewPacketReport *reports, guint n, gint64 now)
{
  InterviewDelaySignal worst = INTERVIEW_DELAY_SIGNAL_NORMAL, signal;
  gint64 round_trip = -1;

  for (guint i = 0; i < n; i++)
    {
      self->counted++;
      if (reports[i].arrived_at < 0)
        {
          self->lost++;
          continue;
        }
      g_array_append_val (self->arrivals, reports[i]);
      round_trip = now - reports[i].sent_at;
      signal = interview_delay_trend_add (self->trend, &reports[i]);
      if (worst != INTERVIEW_DELAY_SIGNAL_OVERUSE)
        worst = signal;
    }
  if (round_trip >= 0)
    heed_round_trip (self, round_trip, now);

  return worst;
}

/**
 * interview_bandwidth_add:
 * @reports: (array length=n_reports): one feedback, in the order in which the packets were sent
 * @now: when it came, microseconds of our clock
 *
 * Changes the estimate.
 */
void
interview_bandwidth_add (InterviewBandwidth *self,
                         const InterviewPacketReport *reports,
                         guint n_reports,
                         gint64 now)
{
  gint64 passed;
  InterviewDelaySignal signal;

  g_return_if_fail (self != NULL);

  if (n_reports == 0)
    return;
  passed = self->last_update > 0 ? CLAMP (now - self->last_update, 0, LONGEST_PAUSE) : 0;
  self->last_update = now;
  signal = take_in (self, reports, n_reports, now);
  measure (self);
  heed_losses (self, now);
  if (self->loss > LOSS_HIGH)
    self->started = TRUE;
  if (signal == INTERVIEW_DELAY_SIGNAL_OVERUSE || has_standing_queue (self))
    decrease (self, now);
  else if (signal == INTERVIEW_DELAY_SIGNAL_NORMAL && self->acknowledged > 0)
    increase (self, passed / (double) G_USEC_PER_SEC);
  self->rate = CLAMP (self->rate, self->least, self->most);
  self->loss_rate = CLAMP (self->loss_rate, self->least, self->most);
}

/**
 * interview_bandwidth_get_rate:
 *
 * Returns: what may be sent, bits a second
 */
guint
interview_bandwidth_get_rate (const InterviewBandwidth *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (self->rate, self->loss_rate);
}

/**
 * interview_bandwidth_get_acknowledged:
 *
 * Returns: what arrived lately, bits a second
 */
guint
interview_bandwidth_get_acknowledged (const InterviewBandwidth *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->acknowledged;
}

/**
 * interview_bandwidth_get_loss:
 *
 * Returns: the part of the packets that was lost lately, 0 to 1
 */
double
interview_bandwidth_get_loss (const InterviewBandwidth *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->loss;
}

/**
 * interview_bandwidth_get_round_trip:
 *
 * Returns: from sending a packet to the report on it, microseconds; 0 if not known
 */
gint64
interview_bandwidth_get_round_trip (const InterviewBandwidth *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->round_trip;
}
