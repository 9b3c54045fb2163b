/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/flight-repeater.h"

/* Takes packets as the network would, and tells one kind from another. */
typedef struct
{
  GMutex mutex;
  GCond arrived;
  guint counts[256];
} Network;

static GstFlowReturn
on_packet (GstPad *pad, GstObject *parent, GstBuffer *buffer)
{
  Network *network = gst_pad_get_element_private (pad);
  guint8 type = 0;

  gst_buffer_extract (buffer, 0, &type, 1);
  gst_buffer_unref (buffer);
  g_mutex_lock (&network->mutex);
  network->counts[type]++;
  g_cond_signal (&network->arrived);
  g_mutex_unlock (&network->mutex);

  return GST_FLOW_OK;
}

static void
send (GstElement *sender, guint8 type)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (sender, "sink");
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, 100, NULL);

  gst_buffer_memset (buffer, 0, 0, 100);
  gst_buffer_fill (buffer, 0, &type, 1);
  g_assert_cmpint (gst_pad_chain (pad, buffer), ==, GST_FLOW_OK);
}

/* The handshake comes four times; what else there may be, once. */
static void
test_repeats (void)
{
  GstElement *sender = gst_object_ref_sink (gst_element_factory_make ("identity", NULL));
  GstPad *from = gst_element_get_static_pad (sender, "src");
  GstPad *into = gst_element_get_static_pad (sender, "sink");
  GstPad *wire = gst_object_ref_sink (gst_pad_new ("wire", GST_PAD_SINK));
  GstSegment segment;
  Network network = { 0 };

  g_mutex_init (&network.mutex);
  g_cond_init (&network.arrived);
  gst_pad_set_element_private (wire, &network);
  gst_pad_set_chain_function (wire, on_packet);
  gst_pad_set_active (wire, TRUE);
  gst_pad_link (from, wire);
  interview_flight_repeater_watch (sender);
  gst_element_set_state (sender, GST_STATE_PLAYING);
  gst_segment_init (&segment, GST_FORMAT_TIME);
  gst_pad_send_event (into, gst_event_new_stream_start ("test"));
  gst_pad_send_event (into, gst_event_new_segment (&segment));

  send (sender, 21);
  send (sender, 22);
  send (sender, 20);
  g_mutex_lock (&network.mutex);
  while (network.counts[22] < 4 || network.counts[20] < 4)
    g_cond_wait (&network.arrived, &network.mutex);
  g_assert_cmpuint (network.counts[21], ==, 1);
  g_mutex_unlock (&network.mutex);

  /* What is still to come finds nobody. */
  send (sender, 22);
  gst_pad_unlink (from, wire);
  gst_pad_set_active (wire, FALSE);
  gst_element_set_state (sender, GST_STATE_NULL);
  gst_object_unref (from);
  gst_object_unref (into);
  gst_object_unref (wire);
  gst_object_unref (sender);
  g_mutex_clear (&network.mutex);
  g_cond_clear (&network.arrived);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flight-repeater/repeats", test_repeats);

  return g_test_run ();
}
