/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/resend-limit.h"

#include "media/token-bucket.h"

/* Of what the link carries, so much at most is spent on sending again. */
#define SHARE 0.25

/* A packet of a picture, with its headers, in bits. */
#define PACKET_BITS (1250 * 8)

/* What may come at once: a few packets that were lost together. */
#define LEAST_BURST (8 * PACKET_BITS)
#define BURST_SECONDS 0.2

/* Milliseconds for which packets are kept: what is asked for later comes too late. */
#define HISTORY 1000

/*
 * InterviewResendLimit refuses to send packets again once that takes a good part of the link. On a
 * link that is full everything is lost, everything is asked for again, more than once, and the
 * answers would keep it full: what is refused here is made good by the next key frame.
 *
 * The requests come on streaming threads; the rate is set from any thread.
 */
struct _InterviewResendLimit
{
  GObject parent_instance;

  GMutex mutex;
  double rate;                 /* bits a second; 0: no limit */
  InterviewTokenBucket bucket; /* of bits */
};

G_DEFINE_FINAL_TYPE (InterviewResendLimit, interview_resend_limit, G_TYPE_OBJECT)

static gboolean
take (InterviewResendLimit *self, gint64 now)
{
  double most = MAX (self->rate * SHARE * BURST_SECONDS, LEAST_BURST);

  if (self->rate <= 0)
    return TRUE;
  interview_token_bucket_fill (&self->bucket, self->rate * SHARE, most, now);

  return interview_token_bucket_take (&self->bucket, PACKET_BITS);
}

static GstPadProbeReturn
on_request (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewResendLimit *self = user_data;
  gboolean taken;

  if (!gst_event_has_name (GST_PAD_PROBE_INFO_EVENT (info), "GstRTPRetransmissionRequest"))
    return GST_PAD_PROBE_OK;
  g_mutex_lock (&self->mutex);
  taken = take (self, g_get_monotonic_time ());
  g_mutex_unlock (&self->mutex);

  return taken ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
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
  g_autoptr (GstPad) pad = NULL;

  g_return_if_fail (INTERVIEW_IS_RESEND_LIMIT (self));
  g_return_if_fail (GST_IS_ELEMENT (sender));

  g_object_set (sender, "max-size-time", HISTORY, "max-size-packets", 0, NULL);
  pad = gst_element_get_static_pad (sender, "src");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_request, g_object_ref (self),
                     g_object_unref);
}

/**
 * interview_resend_limit_set_rate:
 * @bitrate: what the link carries, bits a second
 *
 * Sets of what the limit is a part.
 */
void
interview_resend_limit_set_rate (InterviewResendLimit *self, guint bitrate)
{
  g_return_if_fail (INTERVIEW_IS_RESEND_LIMIT (self));

  g_mutex_lock (&self->mutex);
  self->rate = bitrate;
  g_mutex_unlock (&self->mutex);
}
