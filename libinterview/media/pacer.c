/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/pacer.h"

#include "media/token-bucket.h"

/* How much faster than the rate of the link packets may follow each other: a key frame has to be
 * over before the next pictures come. */
#define SPEED 2.5

/* What goes at once: two pictures at this rate of them, and no less than so many bytes. */
#define BURST_PICTURES 2
#define PICTURE_RATE 30
#define LEAST_BURST (10 * 1200)

/* No single wait is longer, in nanoseconds: what is late for longer is better dropped elsewhere. */
#define LONGEST_WAIT (100 * GST_MSECOND)

/*
 * InterviewPacer spreads the packets of a large picture over time, so that they do not all stand in
 * one queue on the way, where the last are thrown away and the sound waits behind them. An ordinary
 * picture goes at once. It is a bucket that fills at SPEED times the rate of the link and holds two
 * pictures.
 *
 * An element for packets of RTP; the rate is set from any thread.
 */
struct _InterviewPacer
{
  GstBaseTransform parent_instance;

  gint rate;                   /* bits a second, atomic */
  InterviewTokenBucket bucket; /* of bytes */
};

G_DEFINE_FINAL_TYPE (InterviewPacer, interview_pacer, GST_TYPE_BASE_TRANSFORM)

/* Returns once the packet may go. */
static GstFlowReturn
interview_pacer_transform_ip (GstBaseTransform *transform, GstBuffer *buffer)
{
  InterviewPacer *self = INTERVIEW_PACER (transform);
  g_autoptr (GstClock) clock = gst_element_get_clock (GST_ELEMENT (self));
  double speed = g_atomic_int_get (&self->rate) / 8.0 * SPEED; /* bytes a second */
  double most, owed;
  GstClockTime now, wait;
  GstClockID id;

  if (clock == NULL || speed <= 0)
    return GST_FLOW_OK;
  most = MAX (speed / SPEED / PICTURE_RATE * BURST_PICTURES, LEAST_BURST);
  now = gst_clock_get_time (clock);
  interview_token_bucket_fill (&self->bucket, speed, most, GST_TIME_AS_USECONDS (now));
  owed = interview_token_bucket_borrow (&self->bucket, gst_buffer_get_size (buffer));
  if (owed <= 0)
    return GST_FLOW_OK;
  wait = MIN (owed / speed * GST_SECOND, LONGEST_WAIT);
  id = gst_clock_new_single_shot_id (clock, now + wait);
  gst_clock_id_wait (id, NULL);
  gst_clock_id_unref (id);

  return GST_FLOW_OK;
}

static gboolean
interview_pacer_start (GstBaseTransform *transform)
{
  INTERVIEW_PACER (transform)->bucket = (InterviewTokenBucket) INTERVIEW_TOKEN_BUCKET_INIT;

  return TRUE;
}

static void
interview_pacer_class_init (InterviewPacerClass *klass)
{
  GstBaseTransformClass *transform_class = GST_BASE_TRANSFORM_CLASS (klass);
  GstElementClass *element_class = GST_ELEMENT_CLASS (klass);
  g_autoptr (GstCaps) caps = gst_caps_from_string ("application/x-rtp");

  transform_class->transform_ip = interview_pacer_transform_ip;
  transform_class->start = interview_pacer_start;
  transform_class->transform_ip_on_passthrough = TRUE;
  gst_element_class_set_static_metadata (element_class, "Pacer", "Filter/Network/RTP",
                                         "Spreads packets over time", "The Interview authors");
  gst_element_class_add_pad_template (element_class, gst_pad_template_new ("sink", GST_PAD_SINK,
                                                                           GST_PAD_ALWAYS, caps));
  gst_element_class_add_pad_template (element_class, gst_pad_template_new ("src", GST_PAD_SRC,
                                                                           GST_PAD_ALWAYS, caps));
}

static void
interview_pacer_init (InterviewPacer *self)
{
  gst_base_transform_set_passthrough (GST_BASE_TRANSFORM (self), TRUE);
}

/**
 * interview_pacer_new:
 *
 * Returns: (transfer floating): one that lets everything through until it knows a rate
 */
GstElement *
interview_pacer_new (void)
{
  return g_object_new (INTERVIEW_TYPE_PACER, NULL);
}

/**
 * interview_pacer_set_rate:
 * @bitrate: what the link carries, bits a second; 0 for as fast as possible
 *
 * Sets how fast packets go. From any thread.
 */
void
interview_pacer_set_rate (InterviewPacer *self, guint bitrate)
{
  g_return_if_fail (INTERVIEW_IS_PACER (self));

  g_atomic_int_set (&self->rate, MIN (bitrate, G_MAXINT));
}
