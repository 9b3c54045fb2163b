/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/resend-limit.h"

#include <gst/rtp/gstrtpbuffer.h>

#define SSRC 1234
#define PAYLOAD_TYPE 96
#define AGAIN_PAYLOAD_TYPE 97
#define N_PACKETS 100
#define PACKET_BYTES 500

/* At once, however slow the link is: that many bits. */
#define BURST 80000

/* What sends again, and the network behind it. */
typedef struct
{
  GstElement *sender;
  GstPad *into;
  GstPad *wire;
  InterviewResendLimit *limit;

  GMutex mutex;
  GCond arrived;
  guint again;
  guint last; /* number that the packet had when it was sent first */
} Fixture;

static GstFlowReturn
on_packet (GstPad *pad, GstObject *parent, GstBuffer *buffer)
{
  Fixture *fixture = gst_pad_get_element_private (pad);
  GstRTPBuffer packet = GST_RTP_BUFFER_INIT;
  const guint8 *payload;

  g_assert_true (gst_rtp_buffer_map (buffer, GST_MAP_READ, &packet));
  payload = gst_rtp_buffer_get_payload (&packet);
  g_mutex_lock (&fixture->mutex);
  if (gst_rtp_buffer_get_payload_type (&packet) == AGAIN_PAYLOAD_TYPE)
    {
      fixture->again++;
      fixture->last = (guint) payload[0] << 8 | payload[1];
    }
  g_cond_signal (&fixture->arrived);
  g_mutex_unlock (&fixture->mutex);
  gst_rtp_buffer_unmap (&packet);
  gst_buffer_unref (buffer);

  return GST_FLOW_OK;
}

static void
send_packet (Fixture *fixture, guint number)
{
  GstBuffer *buffer = gst_rtp_buffer_new_allocate (PACKET_BYTES - 12, 0, 0);
  GstRTPBuffer packet = GST_RTP_BUFFER_INIT;

  g_assert_true (gst_rtp_buffer_map (buffer, GST_MAP_WRITE, &packet));
  gst_rtp_buffer_set_ssrc (&packet, SSRC);
  gst_rtp_buffer_set_payload_type (&packet, PAYLOAD_TYPE);
  gst_rtp_buffer_set_seq (&packet, number);
  gst_rtp_buffer_unmap (&packet);
  g_assert_cmpint (gst_pad_chain (fixture->into, buffer), ==, GST_FLOW_OK);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GstStructure) types =
      gst_structure_new ("application/x-rtp-pt-map", "96", G_TYPE_UINT, AGAIN_PAYLOAD_TYPE, NULL);
  g_autoptr (GstCaps) caps =
      gst_caps_new_simple ("application/x-rtp", "clock-rate", G_TYPE_INT, 90000, "ssrc",
                           G_TYPE_UINT, SSRC, "payload", G_TYPE_INT, PAYLOAD_TYPE, NULL);
  g_autoptr (GstPad) from = NULL;
  GstSegment segment;

  g_mutex_init (&fixture->mutex);
  g_cond_init (&fixture->arrived);
  fixture->sender = gst_object_ref_sink (gst_element_factory_make ("rtprtxsend", NULL));
  fixture->into = gst_element_get_static_pad (fixture->sender, "sink");
  fixture->wire = gst_object_ref_sink (gst_pad_new ("wire", GST_PAD_SINK));
  fixture->limit = interview_resend_limit_new ();
  g_object_set (fixture->sender, "payload-type-map", types, NULL);
  interview_resend_limit_watch (fixture->limit, fixture->sender);
  gst_pad_set_element_private (fixture->wire, fixture);
  gst_pad_set_chain_function (fixture->wire, on_packet);
  gst_pad_set_active (fixture->wire, TRUE);
  from = gst_element_get_static_pad (fixture->sender, "src");
  g_assert_cmpint (gst_pad_link (from, fixture->wire), ==, GST_PAD_LINK_OK);
  gst_element_set_state (fixture->sender, GST_STATE_PLAYING);
  gst_segment_init (&segment, GST_FORMAT_TIME);
  gst_pad_send_event (fixture->into, gst_event_new_stream_start ("test"));
  gst_pad_send_event (fixture->into, gst_event_new_caps (caps));
  gst_pad_send_event (fixture->into, gst_event_new_segment (&segment));
  for (guint i = 0; i < N_PACKETS; i++)
    send_packet (fixture, i);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gst_element_set_state (fixture->sender, GST_STATE_NULL);
  gst_object_unref (fixture->into);
  gst_object_unref (fixture->wire);
  gst_object_unref (fixture->sender);
  g_object_unref (fixture->limit);
  g_cond_clear (&fixture->arrived);
  g_mutex_clear (&fixture->mutex);
}

static void
ask_for (Fixture *fixture, guint number)
{
  GstStructure *request = gst_structure_new ("GstRTPRetransmissionRequest", "seqnum", G_TYPE_UINT,
                                             number, "ssrc", G_TYPE_UINT, SSRC, NULL);

  gst_pad_push_event (fixture->wire, gst_event_new_custom (GST_EVENT_CUSTOM_UPSTREAM, request));
}

/* Returns how many packets are sent again for so many requests. The last is one that nothing limits
 * any more; what was sent before it comes before it. */
static guint
ask (Fixture *fixture, guint requests)
{
  fixture->again = 0;
  for (guint i = 1; i <= requests; i++)
    ask_for (fixture, i);
  interview_resend_limit_update (fixture->limit, 0, 0);
  ask_for (fixture, 0);
  g_mutex_lock (&fixture->mutex);
  while (fixture->again == 0 || fixture->last != 0)
    g_cond_wait (&fixture->arrived, &fixture->mutex);
  g_mutex_unlock (&fixture->mutex);

  return fixture->again - 1;
}

/* Twice only where much is lost. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  interview_resend_limit_update (fixture->limit, 1000000, 0.02);
  g_assert_cmpuint (ask (fixture, 1), ==, 1);
  interview_resend_limit_update (fixture->limit, 1000000, 0.02);
  g_assert_cmpuint (ask (fixture, 3), ==, 3);
  interview_resend_limit_update (fixture->limit, 1000000, 0.1);
  g_assert_cmpuint (ask (fixture, 3), ==, 6);
}

/* What is sent again may only take its part, twice or not; small packets more often. */
static void
test_limit (Fixture *fixture, gconstpointer loss)
{
  guint most = BURST / (8 * PACKET_BYTES);
  guint again;

  interview_resend_limit_update (fixture->limit, 1000, *(const double *) loss);
  again = ask (fixture, 3 * most);
  g_assert_cmpuint (again, <=, most + 1);
  g_assert_cmpuint (again, >=, most - 2);
}

int
main (int argc, char **argv)
{
  static const double little = 0.02, much = 0.1;

  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/resend-limit/twice", Fixture, NULL, fixture_set_up, test_twice, fixture_tear_down);
  g_test_add ("/resend-limit/limit", Fixture, &little, fixture_set_up, test_limit,
              fixture_tear_down);
  g_test_add ("/resend-limit/limit-twice", Fixture, &much, fixture_set_up, test_limit,
              fixture_tear_down);

  return g_test_run ();
}
