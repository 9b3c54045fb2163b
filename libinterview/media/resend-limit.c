/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/resend-limit.h"

#include "media/token-bucket.h"

/* Of what the link carries, so much at most is spent on sending again. */
#define SHARE 0.25

/* A packet of a picture, in bits: the largest, until some have come; and of how many the average is
 * taken. */
#define LARGEST_PACKET (1250 * 8)
#define PACKETS 16

/* What may come at once: a few packets that were lost together. */
#define LEAST_BURST (8 * LARGEST_PACKET)
#define BURST_SECONDS 0.2

/* Milliseconds for which packets are kept: what is asked for later comes too late. */
#define HISTORY 1000

/* From this loss on, so many of what is sent again are lost, too, that pictures stand still until
 * they are asked for once more: 1 in 400. */
#define MUCH_LOSS 0.05

/*
 * InterviewResendLimit refuses to send packets again once that takes a good part of the link. On a
 * link that is full everything is lost, everything is asked for again, more than once, and the
 * answers would keep it full: what is refused here is made good by the next key frame. Where much
 * is lost, but there is room, everything is sent again twice.
 *
 * The requests come on streaming threads; the rate is set from any thread.
 */
struct _InterviewResendLimit
{
  GObject parent_instance;

  GMutex mutex;
  double rate;                 /* bits a second; 0: no limit */
  double loss;                 /* 0 to 1 */
  double packet;               /* the average one, in bits */
  InterviewTokenBucket bucket; /* of bits */
};

G_DEFINE_FINAL_TYPE (InterviewResendLimit, interview_resend_limit, G_TYPE_OBJECT)

/* Packets that are sent again, one or two. */
static gboolean
take (InterviewResendLimit *self, guint packets, gint64 now)
{
  double most = MAX (self->rate * SHARE * BURST_SECONDS, LEAST_BURST);

  if (self->rate <= 0)
    return TRUE;
  interview_token_bucket_fill (&self->bucket, self->rate * SHARE, most, now);

  return interview_token_bucket_take (&self->bucket, packets * self->packet);
}

static GstPadProbeReturn
on_packets (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewResendLimit *self = user_data;
  GstBufferList *list;
  gsize bytes;
  guint packets = 1;

  if ((GST_PAD_PROBE_INFO_TYPE (info) & GST_PAD_PROBE_TYPE_BUFFER_LIST) != 0)
    {
      list = GST_PAD_PROBE_INFO_BUFFER_LIST (info);
      bytes = gst_buffer_list_calculate_size (list);
      packets = MAX (gst_buffer_list_length (list), 1);
    }
  else
    bytes = gst_buffer_get_size (GST_PAD_PROBE_INFO_BUFFER (info));
  g_mutex_lock (&self->mutex);
  self->packet += (8.0 * bytes / packets - self->packet) * MIN (packets / (double) PACKETS, 1);
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

/* Without being asked whether it may: straight to the element. */
static void
answer (GstPad *pad, GstEvent *event)
{
  g_autoptr (GstObject) sender = gst_pad_get_parent (pad);

  GST_PAD_EVENTFUNC (pad) (pad, sender, gst_event_copy (event));
}

static GstPadProbeReturn
on_request (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewResendLimit *self = user_data;
  GstEvent *event = GST_PAD_PROBE_INFO_EVENT (info);
  gint64 now = g_get_monotonic_time ();
  gboolean taken, twice;

  if (!gst_event_has_name (event, "GstRTPRetransmissionRequest"))
    return GST_PAD_PROBE_OK;
  g_mutex_lock (&self->mutex);
  twice = self->loss >= MUCH_LOSS && take (self, 2, now);
  taken = twice || take (self, 1, now);
  g_mutex_unlock (&self->mutex);
  if (!taken)
    return GST_PAD_PROBE_DROP;
  if (twice)
    answer (pad, event);

  return GST_PAD_PROBE_OK;
}

static void
interview_resend_limit_finalize (GObject *object)
{
  g_mutex_clear (&INTERVIEW_RESEND_LIMIT (object)->mutex);
  G_OBJECT_CLASS (interview_resend_limit_parent_class)->finalize (object);
}

static void
interview_resend_limit_class_init (InterviewResendLimitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_resend_limit_finalize;
}

static void
interview_resend_limit_init (InterviewResendLimit *self)
{
  g_mutex_init (&self->mutex);
  self->bucket = (InterviewTokenBucket) INTERVIEW_TOKEN_BUCKET_INIT;
  self->packet = LARGEST_PACKET;
}

/**
 * interview_resend_limit_new:
 *
 * Returns: (transfer full): one that refuses nothing until it knows a rate
 */
InterviewResendLimit *
interview_resend_limit_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RESEND_LIMIT, NULL);
}

/**
 * interview_resend_limit_watch:
 * @sender: (transfer none): an rtprtxsend
 *
 * Refuses for it from now on.
 */
void
interview_resend_limit_watch (InterviewResendLimit *self, GstElement *sender)
{
  g_autoptr (GstPad) sink = NULL, src = NULL;

  g_return_if_fail (INTERVIEW_IS_RESEND_LIMIT (self));
  g_return_if_fail (GST_IS_ELEMENT (sender));

  g_object_set (sender, "max-size-time", HISTORY, "max-size-packets", 0, NULL);
  sink = gst_element_get_static_pad (sender, "sink");
  src = gst_element_get_static_pad (sender, "src");
  gst_pad_add_probe (sink, GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST, on_packets,
                     g_object_ref (self), g_object_unref);
  gst_pad_add_probe (src, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_request, g_object_ref (self),
                     g_object_unref);
}

/**
 * interview_resend_limit_update:
 * @bitrate: what the link carries, bits a second
 * @loss: the part of its packets that is lost, 0 to 1
 *
 * Sets of what the limit is a part, and how much is lost. From any thread.
 */
void
interview_resend_limit_update (InterviewResendLimit *self, guint bitrate, double loss)
{
  g_return_if_fail (INTERVIEW_IS_RESEND_LIMIT (self));

  g_mutex_lock (&self->mutex);
  self->rate = bitrate;
  self->loss = loss;
  g_mutex_unlock (&self->mutex);
}
