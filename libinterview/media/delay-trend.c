/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/delay-trend.h"

/* Packets sent within this many microseconds are one group, as their differences say nothing. */
#define GROUP_SPAN 5000

/* Groups in the line that is laid through them, and how much of the past is in each smoothed
 * point. */
#define WINDOW 20
#define SMOOTHING 0.9

/* The slope is small; this makes it comparable with a threshold in milliseconds. The number of
 * groups counts up to a limit, as a line through few of them is not to be trusted. */
#define GAIN 4.0
#define MOST_GROUPS 60

/* The threshold follows what is normal on this path: up quickly, so that another stream on the
 * same link does not starve us; down slowly. Per millisecond. */
#define THRESHOLD_FIRST 12.5
#define THRESHOLD_LEAST 6.0
#define THRESHOLD_MOST 600.0
#define THRESHOLD_UP 0.0087
#define THRESHOLD_DOWN 0.002
/* What is this far above is an outlier from which nothing is learnt. */
#define THRESHOLD_OUTLIER 15.0
#define LONGEST_STEP 100.0

/* How long it has to be over the threshold, in milliseconds. */
#define OVERUSE_TIME 10.0

/* Nothing for so long, in microseconds: what came before says nothing any more. */
#define LONGEST_GAP 2000000

/*
 * InterviewDelayTrend tells from the times of packets whether a queue on the way fills. Over groups
 * of packets it compares how far apart they arrive with how far apart they were sent, adds the
 * differences up, and lays a line of least squares through the last of the sums: its slope is the
 * growth of the queue.
 *
 * After draft-ietf-rmcat-gcc-02, sections 5.2 to 5.5, with the slope in place of the Kalman filter.
 * Not a GObject; one thread.
 */
typedef struct
{
  gint64 first_sent;
  gint64 last_sent;
  gint64 arrived;
} Group;

struct _InterviewDelayTrend
{
  gboolean has_group;
  gboolean has_previous;
  Group group;
  Group previous;

  double sum;      /* of the differences, ms */
  double smoothed; /* ms */
  gint64 origin;
  double times[WINDOW];
  double delays[WINDOW];
  guint n_groups;

  double threshold;
  double last_trend;
  double over_time;
  guint over_count;
  InterviewDelaySignal signal;
};

/**
 * interview_delay_trend_new:
 *
 * Returns: (transfer full): one that has heard nothing
 */
InterviewDelayTrend *
interview_delay_trend_new (void)
{
  InterviewDelayTrend *self = g_new0 (InterviewDelayTrend, 1);

  self->threshold = THRESHOLD_FIRST;

  return self;
}

/**
 * interview_delay_trend_free:
 *
 * Frees it.
 */
void
interview_delay_trend_free (InterviewDelayTrend *self)
{
  g_free (self);
}

static double
get_slope (InterviewDelayTrend *self)
{
  guint n = MIN (self->n_groups, WINDOW);
  double mean_time = 0, mean_delay = 0, numerator = 0, denominator = 0;

  if (n < WINDOW)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      mean_time += self->times[i] / n;
      mean_delay += self->delays[i] / n;
    }
  for (guint i = 0; i < n; i++)
    {
      numerator += (self->times[i] - mean_time) * (self->delays[i] - mean_delay);
      denominator += (self->times[i] - mean_time) * (self->times[i] - mean_time);
    }

  return denominator > 0 ? numerator / denominator : 0;
}

static void
adapt_threshold (InterviewDelayTrend *self, double trend, double step)
{
  double distance = ABS (trend) - self->threshold;
  double speed = distance < 0 ? THRESHOLD_DOWN : THRESHOLD_UP;

  if (distance > THRESHOLD_OUTLIER)
    return;
  self->threshold += speed * distance * MIN (step, LONGEST_STEP);
  self->threshold = CLAMP (self->threshold, THRESHOLD_LEAST, THRESHOLD_MOST);
}

static void
detect (InterviewDelayTrend *self, double trend, double step)
{
  if (trend > self->threshold)
    {
      self->over_time += step;
      self->over_count++;
      if (self->over_time > OVERUSE_TIME && self->over_count > 1 && trend >= self->last_trend)
        self->signal = INTERVIEW_DELAY_SIGNAL_OVERUSE;
    }
  else
    {
      self->over_time = 0;
      self->over_count = 0;
      self->signal = trend < -self->threshold ? INTERVIEW_DELAY_SIGNAL_UNDERUSE
                                              : INTERVIEW_DELAY_SIGNAL_NORMAL;
    }
  self->last_trend = trend;
  adapt_threshold (self, trend, step);
}

/* A group is whole: what it says of the one before. */
static void
compare (InterviewDelayTrend *self)
{
  double sent = (self->group.last_sent - self->previous.last_sent) / 1000.0;
  double arrived = (self->group.arrived - self->previous.arrived) / 1000.0;
  guint place = self->n_groups % WINDOW;
  double trend;

  self->sum += arrived - sent;
  self->smoothed = SMOOTHING * self->smoothed + (1 - SMOOTHING) * self->sum;
  self->times[place] = (self->group.arrived - self->origin) / 1000.0;
  self->delays[place] = self->smoothed;
  self->n_groups++;
  trend = MIN (self->n_groups, MOST_GROUPS) * get_slope (self) * GAIN;
  detect (self, trend, MAX (arrived, 0));
}

static void
begin_group (InterviewDelayTrend *self, const InterviewPacketReport *report)
{
  self->group = (Group){ report->sent_at, report->sent_at, report->arrived_at };
  self->has_group = TRUE;
}

static void
begin_anew (InterviewDelayTrend *self, const InterviewPacketReport *report)
{
  double threshold = self->threshold;

  *self = (InterviewDelayTrend){ .threshold = threshold, .origin = report->arrived_at };
  begin_group (self, report);
}

/**
 * interview_delay_trend_add:
 * @report: of a packet that arrived; in the order in which they were sent
 *
 * Returns: how the queue does now
 */
InterviewDelaySignal
interview_delay_trend_add (InterviewDelayTrend *self, const InterviewPacketReport *report)
{
  g_return_val_if_fail (self != NULL, INTERVIEW_DELAY_SIGNAL_NORMAL);
  g_return_val_if_fail (report != NULL && report->arrived_at >= 0, INTERVIEW_DELAY_SIGNAL_NORMAL);

  if (!self->has_group || report->sent_at - self->group.last_sent > LONGEST_GAP ||
      ABS (report->arrived_at - self->group.arrived) > LONGEST_GAP)
    {
      begin_anew (self, report);
      return self->signal;
    }
  if (report->sent_at < self->group.first_sent)
    return self->signal;
  if (report->sent_at - self->group.first_sent <= GROUP_SPAN)
    {
      self->group.last_sent = MAX (self->group.last_sent, report->sent_at);
      self->group.arrived = MAX (self->group.arrived, report->arrived_at);
      return self->signal;
    }
  if (self->has_previous)
    compare (self);
  self->previous = self->group;
  self->has_previous = TRUE;
  begin_group (self, report);

  return self->signal;
}
