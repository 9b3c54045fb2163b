/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long sound and pictures wait for a packet that is missing until more is known of the link,
 * microseconds. Room for a retransmission at a round trip of 80 ms. */
#define INTERVIEW_JITTER_FIRST 100000

/**
 * InterviewJitterReport:
 * @jitter: how unevenly packets of sound came lately, on average, microseconds
 * @round_trip: to the other side and back, microseconds; 0 if not known
 * @late: how many packets of sound came too late to be heard since the last report
 *
 * How packets came lately.
 */
typedef struct
{
  gint64 jitter;
  gint64 round_trip;
  guint late;
} InterviewJitterReport;

/**
 * InterviewJitterTarget:
 * @sound: how long sound waits for packets that take longer, microseconds
 * @picture: how long a picture waits for a packet that is missing, microseconds
 * @hold: how long a picture is held back for the sound that belongs to it, microseconds
 *
 * How long to wait. To be begun with %INTERVIEW_JITTER_TARGET_INIT.
 */
typedef struct
{
  gint64 sound;
  gint64 picture;
  gint64 hold;
  gint64 calm_since;
} InterviewJitterTarget;

#define INTERVIEW_JITTER_TARGET_INIT                                                               \
  {                                                                                                \
    INTERVIEW_JITTER_FIRST, INTERVIEW_JITTER_FIRST, 0, 0                                           \
  }

void interview_jitter_target_update (InterviewJitterTarget *self,
                                     const InterviewJitterReport *report,
                                     gint64 now);

G_END_DECLS
