/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/uplink.h"

#include "media/bandwidth.h"
#include "media/pacer.h"
#include "media/transport-feedback.h"
#include "media/video-pause.h"

/* Bits a second of picture, sound and their headers: what a link begins with, and its limits. */
#define FIRST_RATE 900000
#define LEAST_RATE 30000
#define MOST_RATE (INTERVIEW_VIDEO_BITRATE * 12 / 10 + INTERVIEW_AUDIO_BITRATE)

#define TICK_MILLISECONDS 100

/*
 * InterviewUplink finds out what the way to one other person carries, from what their program says
 * of each packet, and tells the rate control. When it is too little for a picture, it takes the
 * picture from this link and leaves it the sound, and tries again later.
 *
 * The peer link owns it; on the main context. The feedback comes on a streaming thread.
 */
struct _InterviewUplink
{
  GObject parent_instance;

  InterviewRateControl *control;
  InterviewBroadcast *picture;
  InterviewScreenShare *screen;
  InterviewCallStats *stats;
  GstAppSrc *listener;
  InterviewPacer *pacer;
  InterviewPacer *screen_pacer;
  InterviewResendLimit *resend_limit;
  GstPad *pad;
  gulong probe;
  guint timer;
  InterviewVideoPause pause;
  gboolean allowed; /* whether both sides want a picture on this link */
  gboolean sending;

  GMutex mutex;
  InterviewBandwidth *bandwidth;
  GArray *reports;
};

G_DEFINE_FINAL_TYPE (InterviewUplink, interview_uplink, G_TYPE_OBJECT)

static GstPadProbeReturn
on_feedback (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewUplink *self = user_data;

  g_mutex_lock (&self->mutex);
  if (interview_transport_feedback_read (GST_PAD_PROBE_INFO_EVENT (info), self->reports))
    {
      interview_bandwidth_add (self->bandwidth, (InterviewPacketReport *) self->reports->data,
                               self->reports->len, g_get_monotonic_time ());
      g_array_set_size (self->reports, 0);
    }
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

static void
set_sending (InterviewUplink *self, gboolean sending)
{
  if (self->sending == sending)
    return;
  self->sending = sending;
  g_debug ("a picture is %s", sending ? "sent" : "not sent");
  if (sending)
    interview_broadcast_add (self->picture, self->listener);
  else
    {
      interview_broadcast_remove (self->picture, self->listener);
      interview_rate_control_forget (self->control, self);
    }
}

static gboolean
on_tick (gpointer user_data)
{
  InterviewUplink *self = user_data;
  InterviewCallSending sending = { 0 };
  InterviewQuality quality;
  guint room;

  g_mutex_lock (&self->mutex);
  sending.bitrate = interview_bandwidth_get_rate (self->bandwidth);
  sending.acknowledged = interview_bandwidth_get_acknowledged (self->bandwidth);
  sending.loss = interview_bandwidth_get_loss (self->bandwidth);
  sending.round_trip = interview_bandwidth_get_round_trip (self->bandwidth);
  g_mutex_unlock (&self->mutex);

  room = interview_screen_share_fit (self->screen, self, sending.bitrate);
  sending.picture_paused =
      interview_video_pause_update (&self->pause, interview_rate_control_get_share (room),
                                    g_get_monotonic_time ());
  if (self->allowed && !sending.picture_paused)
    interview_rate_control_report (self->control, self, room, sending.loss);
  set_sending (self, self->allowed && !sending.picture_paused);
  interview_pacer_set_rate (self->pacer, sending.bitrate);
  interview_pacer_set_rate (self->screen_pacer, sending.bitrate);
  interview_resend_limit_update (self->resend_limit, sending.bitrate, sending.loss);
  quality = interview_rate_control_get_quality (self->control);
  sending.lines = quality.lines;
  sending.frame_rate = quality.frame_rate;
  sending.computer = interview_rate_control_get_computer_state (self->control);
  interview_call_stats_set_sending (self->stats, &sending);

  return G_SOURCE_CONTINUE;
}

static void
interview_uplink_dispose (GObject *object)
{
  InterviewUplink *self = INTERVIEW_UPLINK (object);

  interview_uplink_stop (self);
  g_clear_object (&self->control);
  g_clear_object (&self->picture);
  g_clear_object (&self->screen);
  g_clear_object (&self->stats);

  G_OBJECT_CLASS (interview_uplink_parent_class)->dispose (object);
}

static void
interview_uplink_finalize (GObject *object)
{
  InterviewUplink *self = INTERVIEW_UPLINK (object);

  interview_bandwidth_free (self->bandwidth);
  g_array_unref (self->reports);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_uplink_parent_class)->finalize (object);
}

static void
interview_uplink_class_init (InterviewUplinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_uplink_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_uplink_finalize;
}

static void
interview_uplink_init (InterviewUplink *self)
{
  g_mutex_init (&self->mutex);
  self->allowed = TRUE;
  self->bandwidth = interview_bandwidth_new (FIRST_RATE, LEAST_RATE, MOST_RATE);
  self->reports = g_array_new (FALSE, FALSE, sizeof (InterviewPacketReport));
}

/**
 * interview_uplink_new:
 * @control: (transfer none): fits what is encoded to the links
 * @picture: (transfer none): the encoded picture
 * @screen: (transfer none): takes its part of the link while it is shared
 * @stats: (transfer none): where the numbers go
 *
 * Returns: (transfer full): an uplink that sends nothing yet
 */
InterviewUplink *
interview_uplink_new (InterviewRateControl *control,
                      InterviewBroadcast *picture,
                      InterviewScreenShare *screen,
                      InterviewCallStats *stats)
{
  InterviewUplink *self;

  g_return_val_if_fail (INTERVIEW_IS_RATE_CONTROL (control), NULL);
  g_return_val_if_fail (INTERVIEW_IS_BROADCAST (picture), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (stats), NULL);

  self = g_object_new (INTERVIEW_TYPE_UPLINK, NULL);
  self->control = g_object_ref (control);
  self->picture = g_object_ref (picture);
  self->screen = g_object_ref (screen);
  self->stats = g_object_ref (stats);

  return self;
}

/**
 * interview_uplink_start:
 * @elements: those of the link; its pipeline has to stand still before the uplink is freed
 *
 * Begins to send the picture.
 */
void
interview_uplink_start (InterviewUplink *self, InterviewLinkPipeline *elements)
{
  g_return_if_fail (INTERVIEW_IS_UPLINK (self));
  g_return_if_fail (self->timer == 0);

  self->listener = gst_object_ref (GST_APP_SRC (elements->video.source));
  self->pacer = gst_object_ref (INTERVIEW_PACER (elements->video.pacer));
  self->screen_pacer = gst_object_ref (INTERVIEW_PACER (elements->screen.pacer));
  self->resend_limit = g_object_ref (elements->resend_limit);
  self->pad = gst_object_ref (elements->video.pad);
  self->probe =
      gst_pad_add_probe (self->pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_feedback, self, NULL);
  self->timer = g_timeout_add (TICK_MILLISECONDS, on_tick, self);
  on_tick (self);
}

/**
 * interview_uplink_set_allowed:
 * @allowed: whether both sides want a picture on this link
 *
 * Sends it, if there is room for it, or does not.
 */
void
interview_uplink_set_allowed (InterviewUplink *self, gboolean allowed)
{
  g_return_if_fail (INTERVIEW_IS_UPLINK (self));

  self->allowed = allowed;
  if (self->timer != 0)
    on_tick (self);
}

/**
 * interview_uplink_stop:
 *
 * Sends no more pictures; does nothing if it did not.
 */
void
interview_uplink_stop (InterviewUplink *self)
{
  g_return_if_fail (INTERVIEW_IS_UPLINK (self));

  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  gst_pad_remove_probe (self->pad, self->probe);
  set_sending (self, FALSE);
  interview_screen_share_forget (self->screen, self);
  gst_clear_object (&self->listener);
  gst_clear_object (&self->pacer);
  gst_clear_object (&self->screen_pacer);
  g_clear_object (&self->resend_limit);
  gst_clear_object (&self->pad);
}
