/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/computer-load.h"
#include "media/link-report.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_STATS (interview_call_stats_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallStats, interview_call_stats, INTERVIEW, CALL_STATS, GObject)

/**
 * InterviewCallRelay:
 * @INTERVIEW_CALL_RELAY_UNKNOWN: none was asked for, or it has not answered yet
 * @INTERVIEW_CALL_RELAY_GIVEN: there is a place on one
 * @INTERVIEW_CALL_RELAY_MISSING: none that was asked gave one
 *
 * What became of the relays that the server named.
 */
typedef enum
{
  INTERVIEW_CALL_RELAY_UNKNOWN,
  INTERVIEW_CALL_RELAY_GIVEN,
  INTERVIEW_CALL_RELAY_MISSING,
} InterviewCallRelay;

/**
 * InterviewCallSending:
 * @bitrate: what the way to them carries, as far as is known, bits a second
 * @acknowledged: what arrived there lately, bits a second
 * @loss: the part of the packets that did not, 0 to 1
 * @round_trip: from sending a packet to the report on it, microseconds; 0 if not known
 * @lines: of the largest picture that is sent
 * @frame_rate: the most pictures a second that are sent
 * @computer: whether it is this computer that makes the picture smaller
 * @picture_paused: whether there is too little room for a picture
 *
 * How it goes with what we send to them.
 */
typedef struct
{
  guint bitrate;
  guint acknowledged;
  double loss;
  gint64 round_trip;
  guint lines;
  guint frame_rate;
  InterviewComputerState computer;
  gboolean picture_paused;
} InterviewCallSending;

InterviewCallStats *interview_call_stats_new (void);

void interview_call_stats_add_packet (InterviewCallStats *self, gsize bytes);
void interview_call_stats_add_frame (InterviewCallStats *self);
void interview_call_stats_add_key_frame_request (InterviewCallStats *self);
void interview_call_stats_add_link (InterviewCallStats *self);
void interview_call_stats_set_sending (InterviewCallStats *self,
                                       const InterviewCallSending *sending);
void interview_call_stats_set_waiting (InterviewCallStats *self, gint64 jitter, gint64 sound_delay);
void interview_call_stats_set_link (InterviewCallStats *self, const InterviewLinkReport *link);
void interview_call_stats_set_relay (InterviewCallStats *self, InterviewCallRelay relay);
void interview_call_stats_set_picture (InterviewCallStats *self, int width, int height);

InterviewLinkReport interview_call_stats_get_link (InterviewCallStats *self);
InterviewCallRelay interview_call_stats_get_relay (InterviewCallStats *self);
int interview_call_stats_get_width (InterviewCallStats *self);
int interview_call_stats_get_height (InterviewCallStats *self);
InterviewCallSending interview_call_stats_get_sending (InterviewCallStats *self);
void interview_call_stats_set_sending_of (InterviewCallStats *self, InterviewCallStats *other);
guint64 interview_call_stats_get_packets (InterviewCallStats *self);
guint64 interview_call_stats_get_bytes (InterviewCallStats *self);
guint64 interview_call_stats_get_frames (InterviewCallStats *self);
guint64 interview_call_stats_get_key_frame_requests (InterviewCallStats *self);
guint64 interview_call_stats_get_links (InterviewCallStats *self);
gint64 interview_call_stats_get_last_packet (InterviewCallStats *self);
gint64 interview_call_stats_get_first_frame (InterviewCallStats *self);
gint64 interview_call_stats_get_last_frame (InterviewCallStats *self);
gint64 interview_call_stats_get_jitter (InterviewCallStats *self);
gint64 interview_call_stats_get_sound_delay (InterviewCallStats *self);

G_END_DECLS
