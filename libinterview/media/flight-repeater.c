/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/flight-repeater.h"

/* When a packet goes out again, after the first time. Together they last as long as it takes until
 * the other side would ask for it. */
static const GstClockTime repeats[] = {
  60 * GST_MSECOND,
  180 * GST_MSECOND,
  420 * GST_MSECOND,
};

/* The content types of DTLS records that make up a handshake (RFC 6347, section 4.1). */
#define CHANGE_CIPHER_SPEC 20
#define HANDSHAKE 22

/*
 * Sends the packets of the DTLS handshake more than once. When one is lost, DTLS waits for a second
 * before it sends it again, then for two (RFC 6347, section 4.2.4.1), and the element has no
 * setting for that; where one in ten packets is lost, a call took more than three seconds to begin.
 * Sent again soon, what was lost comes in time; what was not is dropped by its number, as the
 * network itself may double packets. Nothing but the handshake goes this way: sound and picture
 * have keys of their own.
 */

typedef struct
{
  GstPad *pad;
  GstBuffer *buffer;
} Repeat;

static void
repeat_free (gpointer data)
{
  Repeat *self = data;

  gst_object_unref (self->pad);
  gst_buffer_unref (self->buffer);
  g_free (self);
}

/* Straight to the peer: what goes through the pad itself is looked at again. */
static gboolean
on_due (GstClock *clock, GstClockTime time, GstClockID id, gpointer user_data)
{
  Repeat *self = user_data;
  g_autoptr (GstPad) peer = gst_pad_get_peer (self->pad);

  if (peer != NULL)
    gst_pad_chain (peer, gst_buffer_ref (self->buffer));

  return TRUE;
}

static void
repeat_in (GstPad *pad, GstBuffer *buffer, GstClockTime delay)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  GstClockID id = gst_clock_new_single_shot_id (clock, gst_clock_get_time (clock) + delay);
  Repeat *repeat = g_new (Repeat, 1);

  repeat->pad = gst_object_ref (pad);
  repeat->buffer = gst_buffer_ref (buffer);
  gst_clock_id_wait_async (id, on_due, repeat, repeat_free);
  gst_clock_id_unref (id);
}

static GstPadProbeReturn
on_packet (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  guint8 type;

  if (gst_buffer_extract (buffer, 0, &type, 1) != 1 ||
      (type != CHANGE_CIPHER_SPEC && type != HANDSHAKE))
    return GST_PAD_PROBE_OK;
  for (gsize i = 0; i < G_N_ELEMENTS (repeats); i++)
    repeat_in (pad, buffer, repeats[i]);

  return GST_PAD_PROBE_OK;
}

/**
 * interview_flight_repeater_watch:
 * @dtlsenc: (transfer none): what sends the handshake
 *
 * Repeats what it sends from now on. From any thread.
 */
void
interview_flight_repeater_watch (GstElement *dtlsenc)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (dtlsenc, "src");

  g_return_if_fail (pad != NULL);

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_packet, NULL, NULL);
}
