/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/link-report.h"

#include <gst/webrtc/webrtc.h>

/*
 * Reads the statistics of webrtcbin (W3C, “Identifiers for WebRTC’s Statistics API”): one structure
 * for each thing that there are numbers of.
 */

/* What webrtcbin itself says is lost is that of its first jitter buffer, for every stream. */
static void
add_stream (InterviewLinkReport *self, const GstStructure *stream)
{
  g_autoptr (GstStructure) source = NULL;
  guint64 received = 0;
  int lost = 0;

  gst_structure_get_uint64 (stream, "packets-received", &received);
  if (gst_structure_get (stream, "gst-rtpsource-stats", GST_TYPE_STRUCTURE, &source, NULL))
    gst_structure_get_int (source, "packets-lost", &lost);
  self->received += received;
  /* What comes twice is counted against it (RFC 3550, section 6.4.1). */
  self->lost += (guint64) MAX (lost, 0);
}

static gboolean
is_relay (const GstStructure *stats, const char *id)
{
  g_autoptr (GstStructure) candidate = NULL;

  return id != NULL && gst_structure_get (stats, id, GST_TYPE_STRUCTURE, &candidate, NULL) &&
         g_strcmp0 (gst_structure_get_string (candidate, "candidate-type"), "relay") == 0;
}

static void
add_pair (InterviewLinkReport *self, const GstStructure *stats, const GstStructure *pair)
{
  gboolean relay = is_relay (stats, gst_structure_get_string (pair, "local-candidate-id")) ||
                   is_relay (stats, gst_structure_get_string (pair, "remote-candidate-id"));

  self->way = relay ? INTERVIEW_LINK_WAY_RELAY : INTERVIEW_LINK_WAY_DIRECT;
}

/**
 * interview_link_report_read:
 * @self: (out): what is found; zero where nothing is
 * @stats: (transfer none): what webrtcbin answered to get-stats
 *
 * From any thread.
 */
void
interview_link_report_read (InterviewLinkReport *self, const GstStructure *stats)
{
  *self = (InterviewLinkReport){ 0 };

  for (int i = 0; i < gst_structure_n_fields (stats); i++)
    {
      const GValue *value =
          gst_structure_get_value (stats, gst_structure_nth_field_name (stats, (guint) i));
      const GstStructure *item = value != NULL && GST_VALUE_HOLDS_STRUCTURE (value)
                                     ? gst_value_get_structure (value)
                                     : NULL;
      GstWebRTCStatsType type;

      if (item == NULL ||
          !gst_structure_get (item, "type", GST_TYPE_WEBRTC_STATS_TYPE, &type, NULL))
        continue;
      if (type == GST_WEBRTC_STATS_INBOUND_RTP)
        add_stream (self, item);
      else if (type == GST_WEBRTC_STATS_CANDIDATE_PAIR)
        add_pair (self, stats, item);
    }
}
