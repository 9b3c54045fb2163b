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

/* Where a record of DTLS has what, and then a message of the handshake (RFC 6347, sections 4.1 and
 * 4.2.2). */
#define HANDSHAKE 22
#define EPOCH 3
#define NUMBER 7
#define LENGTH 11
#define MESSAGE 17
#define FRAGMENT_OFFSET 19

/* Far more than a handshake has, each sent four times. */
#define MOST_RECORDS 1000

/* Two ends of DTLS, and a way between them that loses one packet. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  guint keys;
  guint losing_end;
  guint lost_packet;
  gboolean lost;
  struct
  {
    guint packets;
    gboolean numbers[MOST_RECORDS];
    int last_message;
    gboolean repeats;
  } ends[2];
} Handshake;

typedef struct
{
  Handshake *handshake;
  guint end;
} End;

/* At any address, unlike GStreamer’s macros. */
static guint
read_bytes (const guint8 *bytes, guint size)
{
  guint value = 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | bytes[i];

  return value;
}

static void
look_at_record (Handshake *handshake, guint end, const guint8 *record)
{
  int message;

  if (record[0] != HANDSHAKE || read_bytes (record + EPOCH, 2) != 0 ||
      read_bytes (record + FRAGMENT_OFFSET, 3) != 0)
    return;
  message = (int) read_bytes (record + MESSAGE, 2);
  handshake->ends[end].repeats = message <= handshake->ends[end].last_message;
  handshake->ends[end].last_message = MAX (message, handshake->ends[end].last_message);
}

/* DTLS’s own repetitions are taken away, so that it has to do with the others. */
static GstPadProbeReturn
on_sent (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  const End *end = user_data;
  GstMapInfo map;
  gboolean repeats;

  g_assert_true (gst_buffer_map (GST_PAD_PROBE_INFO_BUFFER (info), &map, GST_MAP_READ));
  g_mutex_lock (&end->handshake->mutex);
  look_at_record (end->handshake, end->end, map.data);
  repeats = end->handshake->ends[end->end].repeats;
  g_mutex_unlock (&end->handshake->mutex);
  gst_buffer_unmap (GST_PAD_PROBE_INFO_BUFFER (info), &map);

  return repeats ? GST_PAD_PROBE_DROP : GST_PAD_PROBE_OK;
}

/* No number comes twice, for that would be a replay. */
static void
assert_numbers (Handshake *handshake, guint end, const GstMapInfo *map)
{
  const guint8 *record = map->data;

  while (record < map->data + map->size && read_bytes (record + EPOCH, 2) == 0)
    {
      guint number = read_bytes (record + NUMBER, 4);

      g_assert_cmpuint (number, <, MOST_RECORDS);
      g_assert_false (handshake->ends[end].numbers[number]);
      handshake->ends[end].numbers[number] = TRUE;
      record += 13 + read_bytes (record + LENGTH, 2);
    }
}

static GstPadProbeReturn
on_way (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  const End *end = user_data;
  Handshake *handshake = end->handshake;
  GstMapInfo map;
  gboolean lost;

  g_assert_true (gst_buffer_map (GST_PAD_PROBE_INFO_BUFFER (info), &map, GST_MAP_READ));
  g_mutex_lock (&handshake->mutex);
  assert_numbers (handshake, end->end, &map);
  lost = end->end == handshake->losing_end &&
         handshake->ends[end->end].packets++ == handshake->lost_packet;
  handshake->lost |= lost;
  g_mutex_unlock (&handshake->mutex);
  gst_buffer_unmap (GST_PAD_PROBE_INFO_BUFFER (info), &map);

  return lost ? GST_PAD_PROBE_DROP : GST_PAD_PROBE_OK;
}

static void
on_key (GstElement *element, gpointer user_data)
{
  Handshake *handshake = user_data;

  g_mutex_lock (&handshake->mutex);
  handshake->keys++;
  g_cond_signal (&handshake->changed);
  g_mutex_unlock (&handshake->mutex);
}

static void
watch (GstElement *element, const char *name, GstPadProbeCallback callback, End *end)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (element, name);

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, callback, end, NULL);
}

/* Takes from the way what is for the other end. */
static GstElement *
add_end (GstBin *pipeline, End *end, GstElement **encoder, GstElement **way)
{
  static guint connections;
  g_autofree char *connection = g_strdup_printf ("test-%u", connections++);
  GstElement *decoder = gst_element_factory_make ("dtlsdec", NULL);

  *encoder = gst_element_factory_make ("dtlsenc", NULL);
  *way = gst_element_factory_make ("queue", NULL);
  gst_bin_add_many (pipeline, decoder, *encoder, *way, NULL);
  g_object_set (decoder, "connection-id", connection, NULL);
  g_object_set (*encoder, "connection-id", connection, "is-client", end->end == 0, NULL);
  g_signal_connect (*encoder, "on-key-received", G_CALLBACK (on_key), end->handshake);
  watch (*encoder, "src", on_sent, end);
  interview_flight_repeater_watch (*encoder);
  watch (*way, "sink", on_way, end);
  g_assert_true (gst_element_link_pads (*encoder, "src", *way, "sink"));

  return decoder;
}

/* Returns whether there was such a packet. */
static gboolean
shake_hands (guint losing_end, guint lost_packet)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  Handshake handshake = { .losing_end = losing_end, .lost_packet = lost_packet };
  End ends[] = { { &handshake, 0 }, { &handshake, 1 } };
  GstElement *decoders[2], *encoders[2], *ways[2];

  g_mutex_init (&handshake.mutex);
  g_cond_init (&handshake.changed);
  for (guint i = 0; i < 2; i++)
    {
      handshake.ends[i].last_message = -1;
      decoders[i] = add_end (GST_BIN (pipeline), &ends[i], &encoders[i], &ways[i]);
    }
  for (guint i = 0; i < 2; i++)
    g_assert_true (gst_element_link_pads (ways[i], "src", decoders[1 - i], "sink"));

  /* The client begins when the other end listens. */
  gst_element_set_locked_state (encoders[0], TRUE);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  gst_element_set_locked_state (encoders[0], FALSE);
  gst_element_sync_state_with_parent (encoders[0]);
  g_mutex_lock (&handshake.mutex);
  while (handshake.keys < 2)
    g_cond_wait (&handshake.changed, &handshake.mutex);
  g_mutex_unlock (&handshake.mutex);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  g_cond_clear (&handshake.changed);
  g_mutex_clear (&handshake.mutex);

  return handshake.lost;
}

/* Whichever packet is lost, what comes after it counts when it comes again. */
static void
test_lost (void)
{
  for (guint end = 0; end < 2; end++)
    {
      guint packet = 0;

      while (shake_hands (end, packet))
        packet++;
      g_test_message ("end %u: %u packets", end, packet);
      g_assert_cmpuint (packet, >, 2);
    }
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flight-repeater/repeats", test_repeats);
  g_test_add_func ("/flight-repeater/lost", test_lost);

  return g_test_run ();
}
