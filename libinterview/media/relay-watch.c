/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/relay-watch.h"

#include <string.h>

#include <gst/webrtc/webrtc.h>

/* Of a candidate that is a place on a TURN server (RFC 8839, section 5.1). */
#define RELAYED " typ relay"

/* Seconds after which none is expected to come any more. Below the patience with a link that does
 * not stand, with which the watch ends. */
#define PATIENCE 6

/*
 * InterviewRelayWatch finds out whether one of the TURN servers that a webrtcbin was told of gave
 * it a place. One that cannot be reached, or does not accept the password, is not told of by
 * libnice: there is no such candidate when all have been gathered, that is all; and where a TURN
 * server closes the connection it gathers for ever.
 *
 * The peer link owns it, from before the handshake; on the main context. What webrtcbin tells on
 * its own threads is handed there.
 */
struct _InterviewRelayWatch
{
  GObject parent_instance;

  GMainContext *context;
  GstElement *webrtcbin;
  InterviewCallStats *stats;
  guint timer;
  int found; /* atomic */
};

G_DEFINE_FINAL_TYPE (InterviewRelayWatch, interview_relay_watch, G_TYPE_OBJECT)

static void
miss (InterviewRelayWatch *self)
{
  g_info ("no TURN server gave a place: none is reached, or none accepts the password");
  interview_call_stats_set_relay (self->stats, INTERVIEW_CALL_RELAY_MISSING);
}

static gboolean
on_time (gpointer user_data)
{
  InterviewRelayWatch *self = user_data;

  self->timer = 0;
  if (!g_atomic_int_get (&self->found))
    miss (self);

  return G_SOURCE_REMOVE;
}

static gboolean
look (gpointer user_data)
{
  InterviewRelayWatch *self = user_data;
  GstWebRTCICEGatheringState state;
  gboolean found = g_atomic_int_get (&self->found);

  if (self->webrtcbin == NULL)
    return G_SOURCE_REMOVE;

  g_object_get (self->webrtcbin, "ice-gathering-state", &state, NULL);
  if (found)
    interview_call_stats_set_relay (self->stats, INTERVIEW_CALL_RELAY_GIVEN);
  else if (state == GST_WEBRTC_ICE_GATHERING_STATE_COMPLETE)
    miss (self);

  return G_SOURCE_REMOVE;
}

/* From a thread of webrtcbin that must not be kept waiting nor asked back. */
static void
look_later (InterviewRelayWatch *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, look, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
on_gathering_state (GstElement *webrtcbin, GParamSpec *pspec, gpointer user_data)
{
  look_later (user_data);
}

static void
on_ice_candidate (GstElement *webrtcbin, guint media_line, char *candidate, gpointer user_data)
{
  InterviewRelayWatch *self = user_data;

  if (strstr (candidate, RELAYED) == NULL)
    return;
  g_atomic_int_set (&self->found, TRUE);
  look_later (self);
}

static void
interview_relay_watch_dispose (GObject *object)
{
  InterviewRelayWatch *self = INTERVIEW_RELAY_WATCH (object);

  interview_relay_watch_stop (self);
  g_clear_object (&self->stats);

  G_OBJECT_CLASS (interview_relay_watch_parent_class)->dispose (object);
}

static void
interview_relay_watch_finalize (GObject *object)
{
  g_main_context_unref (INTERVIEW_RELAY_WATCH (object)->context);

  G_OBJECT_CLASS (interview_relay_watch_parent_class)->finalize (object);
}

static void
interview_relay_watch_class_init (InterviewRelayWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_relay_watch_dispose;
  object_class->finalize = interview_relay_watch_finalize;
}

static void
interview_relay_watch_init (InterviewRelayWatch *self)
{
  self->context = g_main_context_ref_thread_default ();
}

/**
 * interview_relay_watch_new:
 * @webrtcbin: (transfer none): that was told of a TURN server, before it gathers
 * @stats: (transfer none): where it is kept what became of it
 *
 * Returns: (transfer full): a watch
 */
InterviewRelayWatch *
interview_relay_watch_new (GstElement *webrtcbin, InterviewCallStats *stats)
{
  InterviewRelayWatch *self;

  g_return_val_if_fail (GST_IS_ELEMENT (webrtcbin), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (stats), NULL);

  self = g_object_new (INTERVIEW_TYPE_RELAY_WATCH, NULL);
  self->webrtcbin = gst_object_ref (webrtcbin);
  self->stats = g_object_ref (stats);
  self->timer = g_timeout_add_seconds (PATIENCE, on_time, self);
  g_signal_connect (webrtcbin, "on-ice-candidate", G_CALLBACK (on_ice_candidate), self);
  g_signal_connect (webrtcbin, "notify::ice-gathering-state", G_CALLBACK (on_gathering_state),
                    self);

  return self;
}

/**
 * interview_relay_watch_stop:
 *
 * Lets go of the webrtcbin, which stands still by now; nothing is told afterwards.
 */
void
interview_relay_watch_stop (InterviewRelayWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_RELAY_WATCH (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->webrtcbin != NULL)
    g_signal_handlers_disconnect_by_data (self->webrtcbin, self);
  gst_clear_object (&self->webrtcbin);
}
