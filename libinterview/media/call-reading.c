/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/call-reading.h"

/*
 * What the counters of a call mean to a person: how much there is of each thing a second. All on
 * the main context.
 */

static double
per_second (guint64 before, guint64 now, gint64 microseconds)
{
  if (microseconds <= 0 || now < before)
    return 0;

  return (double) (now - before) * G_USEC_PER_SEC / (double) microseconds;
}

/* A new link counts from zero. */
static double
find_loss (const InterviewLinkReport *before, const InterviewLinkReport *now)
{
  guint64 received, lost;

  if (now->received < before->received || now->lost < before->lost)
    return 0;
  received = now->received - before->received;
  lost = now->lost - before->lost;

  return received + lost > 0 ? (double) lost / (double) (received + lost) : 0;
}

/**
 * interview_call_sample_take:
 * @self: (out): the counters
 * @remote: (transfer none): whose
 */
void
interview_call_sample_take (InterviewCallSample *self, InterviewRemote *remote)
{
  InterviewCallStats *stats = interview_remote_get_stats (remote);

  self->time = g_get_monotonic_time ();
  self->bytes = interview_call_stats_get_bytes (stats);
  self->frames = interview_call_stats_get_frames (stats);
  self->link = interview_call_stats_get_link (stats);
}

/**
 * interview_call_reading_take:
 * @self: (out): how it goes
 * @remote: (transfer none): with whom
 * @before: counters some seconds ago
 * @now: counters now
 */
void
interview_call_reading_take (InterviewCallReading *self,
                             InterviewRemote *remote,
                             const InterviewCallSample *before,
                             const InterviewCallSample *now)
{
  InterviewCallStats *stats = interview_remote_get_stats (remote);
  gint64 time = now->time - before->time;

  self->state = interview_remote_get_state (remote);
  self->camera_on = interview_remote_get_camera_on (remote);
  self->microphone_on = interview_remote_get_microphone_on (remote);
  self->sending = interview_call_stats_get_sending (stats);
  self->bitrate = (guint) (per_second (before->bytes, now->bytes, time) * 8);
  self->loss = find_loss (&before->link, &now->link);
  self->frame_rate = per_second (before->frames, now->frames, time);
  self->width = interview_call_stats_get_width (stats);
  self->height = interview_call_stats_get_height (stats);
  self->jitter = interview_call_stats_get_jitter (stats);
  self->sound_delay = interview_call_stats_get_sound_delay (stats);
  self->way = now->link.way;
  self->relay = interview_call_stats_get_relay (stats);
}
