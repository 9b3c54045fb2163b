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

/* Where a record of DTLS has what: epoch, number, length, and what it is about. */
#define EPOCH 3
#define NUMBER 5
#define LENGTH 11
#define HEADER 13

/*
 * Sends the packets of the DTLS handshake more than once. When one is lost, DTLS waits for a second
 * before it sends it again, then for two (RFC 6347, section 4.2.4.1), and the element has no
 * setting for that; where one in ten packets is lost, a call took more than three seconds to begin.
 * Sent again soon, what was lost comes in time. Nothing but the handshake goes this way: sound and
 * picture have keys of their own.
 *
 * As with all that DTLS sends again, each record gets a new number. A ChangeCipherSpec that
 * overtook a lost packet is ignored, and under the same number it would be taken for a replay when
 * its time has come. So all records of epoch 0, which nothing protects, get their numbers here.
 * What is encrypted keeps the one that it is encrypted with: who is not ready for it stores it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GMutex mutex;
  guint64 next; /* number of a record */
} Repeater;

typedef struct
{
  Repeater *repeater;
  GstPad *pad;
  GstBuffer *buffer;
} Repeat;

static void
repeater_unref (gpointer data)
{
  Repeater *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
repeat_free (gpointer data)
{
  Repeat *self = data;

  repeater_unref (self->repeater);
  gst_object_unref (self->pad);
  gst_buffer_unref (self->buffer);
  g_free (self);
}

/* At any address, unlike GStreamer’s macros. */
static guint
read_16_bits (const guint8 *bytes)
{
  return (guint) bytes[0] << 8 | bytes[1];
}

static void
write_number (guint8 *record, guint64 number)
{
  for (int i = LENGTH - 1; i >= NUMBER; i--, number >>= 8)
    record[i] = number & 0xff;
}

/* Of all records in a packet that are not encrypted. */
static void
give_numbers (Repeater *self, GstBuffer *buffer)
{
  GstMapInfo map;
  guint8 *record, *end;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READWRITE))
    return;
  record = map.data;
  end = map.data + map.size;
  g_mutex_lock (&self->mutex);
  while (end - record >= HEADER && read_16_bits (record + EPOCH) == 0)
    {
      write_number (record, self->next++);
      record += HEADER + read_16_bits (record + LENGTH);
    }
  g_mutex_unlock (&self->mutex);
  gst_buffer_unmap (buffer, &map);
}

/* Straight to the peer: what goes through the pad itself is looked at again. */
static gboolean
on_due (GstClock *clock, GstClockTime time, GstClockID id, gpointer user_data)
{
  Repeat *self = user_data;
  g_autoptr (GstPad) peer = gst_pad_get_peer (self->pad);
  GstBuffer *buffer;

  if (peer == NULL)
    return TRUE;
  buffer = gst_buffer_copy_deep (self->buffer);
  give_numbers (self->repeater, buffer);
  gst_pad_chain (peer, buffer);

  return TRUE;
}

static void
repeat_in (Repeater *self, GstPad *pad, GstBuffer *buffer, GstClockTime delay)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  GstClockID id = gst_clock_new_single_shot_id (clock, gst_clock_get_time (clock) + delay);
  Repeat *repeat = g_new (Repeat, 1);

  g_atomic_ref_count_inc (&self->ref_count);
  repeat->repeater = self;
  repeat->pad = gst_object_ref (pad);
  repeat->buffer = gst_buffer_ref (buffer);
  gst_clock_id_wait_async (id, on_due, repeat, repeat_free);
  gst_clock_id_unref (id);
}

static GstPadProbeReturn
on_packet (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Repeater *self = user_data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  guint8 type;

  if (gst_buffer_extract (buffer, 0, &type, 1) != 1)
    return GST_PAD_PROBE_OK;
  buffer = gst_buffer_make_writable (buffer);
  GST_PAD_PROBE_INFO_DATA (info) = buffer;
  give_numbers (self, buffer);
  if (type == CHANGE_CIPHER_SPEC || type == HANDSHAKE)
    for (gsize i = 0; i < G_N_ELEMENTS (repeats); i++)
      repeat_in (self, pad, buffer, repeats[i]);

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
  Repeater *self;

  g_return_if_fail (pad != NULL);

  self = g_new0 (Repeater, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_packet, self, repeater_unref);
}
