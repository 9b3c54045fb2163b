/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/remote.h"

G_BEGIN_DECLS

/**
 * InterviewCallSample:
 * @time: g_get_monotonic_time()
 *
 * Counters of one remote at a time; a reading is made of two.
 */
typedef struct
{
  gint64 time;
  guint64 bytes;
  guint64 frames;
  InterviewLinkReport link;
} InterviewCallSample;

/**
 * InterviewCallReading:
 * @state: how far the call with them is
 * @camera_on: whether they say that they send pictures
 * @microphone_on: whether they say that they send sound
 * @sending: how it goes with what we send
 * @bitrate: what comes from them, bits a second
 * @loss: the part of their packets that did not come, 0 to 1
 * @frame_rate: their pictures that were shown, a second
 * @width: of their picture, pixels, 0 if there was none
 * @height: of their picture, pixels
 * @jitter: how unevenly their sound comes, microseconds
 * @sound_delay: how long it waits because of that, microseconds
 * @way: which way the packets take
 * @relay: what became of the relays that the server named
 *
 * How the call with one other person goes, over the last seconds.
 */
typedef struct
{
  InterviewCallState state;
  gboolean camera_on;
  gboolean microphone_on;
  InterviewCallSending sending;
  guint bitrate;
  double loss;
  double frame_rate;
  int width;
  int height;
  gint64 jitter;
  gint64 sound_delay;
  InterviewLinkWay way;
  InterviewCallRelay relay;
} InterviewCallReading;

void interview_call_sample_take (InterviewCallSample *self, InterviewRemote *remote);
void interview_call_reading_take (InterviewCallReading *self,
                                  InterviewRemote *remote,
                                  const InterviewCallSample *before,
                                  const InterviewCallSample *now);

G_END_DECLS
