/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/transport-feedback.h"

/* What rtpsession makes of the feedback is an event with an array of structures. */
static void
read_packet (const GstStructure *packet, GArray *reports)
{
  InterviewPacketReport report = { .arrived_at = -1 };
  guint64 sent, arrived;
  gboolean lost = TRUE;

  if (!gst_structure_get_uint (packet, "size", &report.size) || report.size == 0 ||
      !gst_structure_get_uint64 (packet, "local-ts", &sent) || !GST_CLOCK_TIME_IS_VALID (sent))
    return;
  gst_structure_get_boolean (packet, "lost", &lost);
  report.sent_at = GST_TIME_AS_USECONDS (sent);
  if (!lost && gst_structure_get_uint64 (packet, "remote-ts", &arrived) &&
      GST_CLOCK_TIME_IS_VALID (arrived))
    report.arrived_at = GST_TIME_AS_USECONDS (arrived);
  else if (!lost)
    return;
  g_array_append_val (reports, report);
}

/**
 * interview_transport_feedback_read:
 * @event: one that goes up the sending side of a webrtcbin
 * @reports: (element-type InterviewPacketReport): where the reports are added
 *
 * Returns: whether the event was feedback on packets
 */
gboolean
interview_transport_feedback_read (GstEvent *event, GArray *reports)
{
  const GstStructure *feedback = gst_event_get_structure (event);
  const GValue *packets;
  GValueArray *array;

  if (feedback == NULL || !gst_structure_has_name (feedback, "RTPTWCCPackets"))
    return FALSE;
  packets = gst_structure_get_value (feedback, "packets");
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (packets != NULL && G_VALUE_HOLDS (packets, g_value_array_get_type ()))
    {
      array = g_value_get_boxed (packets);
      for (guint i = 0; array != NULL && i < array->n_values; i++)
        if (GST_VALUE_HOLDS_STRUCTURE (g_value_array_get_nth (array, i)))
          read_packet (gst_value_get_structure (g_value_array_get_nth (array, i)), reports);
    }
  G_GNUC_END_IGNORE_DEPRECATIONS

  return TRUE;
}
