/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/peer-link.h"

#include <gst/video/video.h>
#include <gst/webrtc/webrtc.h>

#include "media/capture-private.h"
#include "media/description.h"
#include "media/downlink.h"
#include "media/ice-path.h"
#include "media/link-pipeline.h"
#include "media/link-probe.h"
#include "media/relay-watch.h"
#include "media/remote-private.h"
#include "media/stall-watch.h"
#include "media/transport-feedback.h"
#include "media/uplink.h"

/*
 * InterviewPeerLink is one webrtcbin: the way to one run of another person’s program, once. It
 * cannot be mended (webrtcbin has no ICE restart): when it fails, the negotiator builds a new one
 * with a higher epoch.
 *
 * It takes over the handshake of its webrtcbin, sends what the capture encodes once it stands, and
 * hands on what arrives; by its role it may do but one of the two. All on the main context; the
 * threads of webrtcbin and of its streams only copy and tell. Signal `wavered`: ICE does not hear
 * the other side any more, and may yet.
 */
struct _InterviewPeerLink
{
  GObject parent_instance;

  InterviewCapture *capture;
  InterviewScreenShare *screen;
  InterviewRemote *remote;
  InterviewVoice *voice;
  InterviewLinkRole role;
  gint64 epoch;
  gint64 created;

  GMainContext *context;
  InterviewLinkPipeline elements;
  GstBus *bus;
  InterviewHandshake *handshake;
  gboolean connected;
  gboolean failed;

  InterviewStallWatch *watch;
  InterviewStallWatch *screen_watch;
  InterviewLinkProbe *probe;
  InterviewIcePath *path;
  InterviewRelayWatch *relay_watch;
  InterviewUplink *uplink;
  InterviewDownlink *downlink;

  GMutex mutex;
  gint64 last_packet;
};

enum
{
  SIGNAL_WAVERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewPeerLink, interview_peer_link, G_TYPE_OBJECT)

static gboolean on_state (gpointer user_data);

/* From a thread of webrtcbin that must not be kept waiting nor asked back. */
static void
on_connection_state (GstElement *webrtcbin, GParamSpec *pspec, gpointer user_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  InterviewPeerLink *self = user_data;

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_state, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
on_handshake_failed (InterviewPeerLink *self)
{
  self->failed = TRUE;
}

static void
on_offered (InterviewPeerLink *self, GstWebRTCSessionDescription *offer)
{
  interview_link_pipeline_number_packets (
      &self->elements,
      interview_description_find_extension (offer->sdp, INTERVIEW_TRANSPORT_FEEDBACK_URI));
}

/* Pads must be linked where they appear: what comes between is lost, or stops the stream. */
static void
on_pad_added (GstElement *webrtcbin, GstPad *pad, gpointer user_data)
{
  InterviewPeerLink *self = user_data;
  g_autoptr (GstPad) sink = NULL;
  GstElement *chain;

  if (GST_PAD_DIRECTION (pad) != GST_PAD_SRC)
    return;
  chain = interview_link_pipeline_find_chain (&self->elements, pad);
  sink = gst_element_get_static_pad (chain, "sink");
  if (gst_pad_is_linked (sink))
    {
      /* One more than is known: it must go somewhere, or it stops the others. */
      chain = gst_element_factory_make ("fakesink", NULL);
      g_object_set (chain, "async", FALSE, "sync", FALSE, NULL);
      gst_bin_add (GST_BIN (self->elements.pipeline), chain);
      gst_element_sync_state_with_parent (chain);
      gst_clear_object (&sink);
      sink = gst_element_get_static_pad (chain, "sink");
    }
  gst_pad_link (pad, sink);
}

static void
count_packet (InterviewPeerLink *self, GstBuffer *buffer)
{
  guint8 first;

  /* RTP and RTCP begin with 128 to 191, DTLS with 20 to 63 (RFC 7983, section 7). */
  if (gst_buffer_extract (buffer, 0, &first, 1) != 1 || first < 128 || first > 191)
    return;

  g_mutex_lock (&self->mutex);
  self->last_packet = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
  interview_call_stats_add_packet (interview_remote_get_stats (self->remote),
                                   gst_buffer_get_size (buffer));
}

static GstPadProbeReturn
on_wire (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewPeerLink *self = user_data;
  GstBufferList *list;

  if ((GST_PAD_PROBE_INFO_TYPE (info) & GST_PAD_PROBE_TYPE_BUFFER_LIST) != 0)
    {
      list = GST_PAD_PROBE_INFO_BUFFER_LIST (info);
      for (guint i = 0; i < gst_buffer_list_length (list); i++)
        count_packet (self, gst_buffer_list_get (list, i));
    }
  else
    count_packet (self, GST_PAD_PROBE_INFO_BUFFER (info));

  return GST_PAD_PROBE_OK;
}

static void
on_deep_element_added (GstBin *bin, GstBin *parent, GstElement *element, gpointer user_data)
{
  GstElementFactory *factory = gst_element_get_factory (element);
  g_autoptr (GstPad) pad = NULL;

  if (factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "rtpjitterbuffer"))
    interview_downlink_watch (((InterviewPeerLink *) user_data)->downlink, element);
  if (factory == NULL || !g_str_equal (GST_OBJECT_NAME (factory), "nicesrc"))
    return;
  pad = gst_element_get_static_pad (element, "src");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST, on_wire,
                     user_data, NULL);
}

/* The other side lost its picture and asks our encoder, which is in another pipeline. */
static GstPadProbeReturn
on_upstream_event (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  if (gst_video_event_is_force_key_unit (GST_PAD_PROBE_INFO_EVENT (info)))
    interview_broadcast_request_key_frame (user_data);

  return GST_PAD_PROBE_OK;
}

static void
hand_on_requests (GstElement *source, InterviewBroadcast *broadcast)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (source, "src");

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_upstream_event,
                     g_object_ref (broadcast), g_object_unref);
}

static InterviewStallWatch *
watch_chain (GstElement *chain, InterviewCallStats *stats)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (chain, "sink");

  return interview_stall_watch_new (pad, stats);
}

/* Nothing is sent before the link stands: what waited would be old, and begin without a key
 * frame. */
static void
start_sending (InterviewPeerLink *self)
{
  interview_link_pipeline_start_senders (&self->elements);
  interview_uplink_start (self->uplink, &self->elements);
  interview_broadcast_add (interview_capture_get_output (self->capture)->audio,
                           GST_APP_SRC (self->elements.audio.source));
  interview_broadcast_add (interview_screen_share_get_video (self->screen),
                           GST_APP_SRC (self->elements.screen.source));
}

static void
stop_sending (InterviewPeerLink *self)
{
  interview_uplink_stop (self->uplink);
  interview_broadcast_remove (interview_capture_get_output (self->capture)->audio,
                              GST_APP_SRC (self->elements.audio.source));
  interview_broadcast_remove (interview_screen_share_get_video (self->screen),
                              GST_APP_SRC (self->elements.screen.source));
}

static void
set_connected (InterviewPeerLink *self)
{
  if (self->connected)
    return;

  self->connected = TRUE;
  if (self->uplink != NULL)
    start_sending (self);
  interview_downlink_start (self->downlink);
  interview_stall_watch_start (self->watch);
  interview_stall_watch_start (self->screen_watch);
  self->probe = interview_link_probe_new (self->elements.webrtcbin,
                                          interview_remote_get_stats (self->remote));
}

static gboolean
on_state (gpointer user_data)
{
  InterviewPeerLink *self = user_data;
  GstWebRTCPeerConnectionState state;

  if (self->elements.webrtcbin == NULL)
    return G_SOURCE_REMOVE;

  g_object_get (self->elements.webrtcbin, "connection-state", &state, NULL);
  if (state == GST_WEBRTC_PEER_CONNECTION_STATE_CONNECTED)
    set_connected (self);
  else if (state == GST_WEBRTC_PEER_CONNECTION_STATE_FAILED)
    self->failed = TRUE;
  else if (state == GST_WEBRTC_PEER_CONNECTION_STATE_DISCONNECTED)
    g_signal_emit (self, signals[SIGNAL_WAVERED], 0);

  return G_SOURCE_REMOVE;
}

/* Reads every message: a bus that nobody drains keeps the webrtcbin alive that sent them. */
static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewPeerLink *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  if (interview_level_meter_take_message (interview_remote_get_meter (self->remote), message))
    return G_SOURCE_CONTINUE;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, &details);
      g_info ("%s: %s (%s)", GST_OBJECT_NAME (GST_MESSAGE_SRC (message)), error->message, details);
      self->failed = TRUE;
    }
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_LATENCY)
    gst_bin_recalculate_latency (GST_BIN (self->elements.pipeline));

  return G_SOURCE_CONTINUE;
}

static void
interview_peer_link_dispose (GObject *object)
{
  InterviewPeerLink *self = INTERVIEW_PEER_LINK (object);

  interview_peer_link_close (self);
  g_clear_object (&self->handshake);
  g_clear_object (&self->voice);
  g_clear_object (&self->capture);
  g_clear_object (&self->screen);
  g_clear_object (&self->remote);

  G_OBJECT_CLASS (interview_peer_link_parent_class)->dispose (object);
}

static void
interview_peer_link_finalize (GObject *object)
{
  InterviewPeerLink *self = INTERVIEW_PEER_LINK (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_peer_link_parent_class)->finalize (object);
}

static void
interview_peer_link_class_init (InterviewPeerLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_peer_link_dispose;
  object_class->finalize = interview_peer_link_finalize;

  signals[SIGNAL_WAVERED] = g_signal_new ("wavered", INTERVIEW_TYPE_PEER_LINK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_peer_link_init (InterviewPeerLink *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->created = g_get_monotonic_time ();
}

static void
prepare_to_send (InterviewPeerLink *self)
{
  const InterviewCaptureOutput *output = interview_capture_get_output (self->capture);

  self->uplink = interview_uplink_new (output->rate_control, output->video, self->screen,
                                       interview_remote_get_stats (self->remote));
  hand_on_requests (self->elements.video.source, output->video);
  hand_on_requests (self->elements.screen.source, interview_screen_share_get_video (self->screen));
}

static void
build (InterviewPeerLink *self)
{
  const InterviewCaptureOutput *output = interview_capture_get_output (self->capture);
  InterviewRemote *remote = self->remote;
  GstElement *webrtcbin;

  interview_link_pipeline_build (
      &self->elements, self->role, output->base_time,
      interview_receive_chain_new_video (output->codecs, interview_remote_get_frame_slot (remote),
                                         interview_remote_get_stats (remote),
                                         interview_remote_get_tap (remote)),
      interview_receive_chain_new_audio (self->voice, interview_remote_get_tap (remote)),
      interview_receive_chain_new_video (output->codecs, interview_remote_get_screen_slot (remote),
                                         interview_remote_get_screen_stats (remote),
                                         interview_remote_get_screen_tap (remote)));

  self->downlink = interview_downlink_new (self->voice, self->elements.video_chain,
                                           interview_remote_get_stats (remote));
  webrtcbin = self->elements.webrtcbin;
  g_signal_connect (webrtcbin, "deep-element-added", G_CALLBACK (on_deep_element_added), self);
  g_signal_connect (webrtcbin, "pad-added", G_CALLBACK (on_pad_added), self);
  g_signal_connect (webrtcbin, "notify::connection-state", G_CALLBACK (on_connection_state), self);
  self->handshake = interview_handshake_new (webrtcbin);
  g_signal_connect_object (self->handshake, "offered", G_CALLBACK (on_offered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->handshake, "failed", G_CALLBACK (on_handshake_failed), self,
                           G_CONNECT_SWAPPED);
  if (self->role != INTERVIEW_LINK_ROLE_RECEIVE)
    prepare_to_send (self);
  self->watch = watch_chain (self->elements.video_chain, interview_remote_get_stats (remote));
  self->screen_watch =
      watch_chain (self->elements.screen_chain, interview_remote_get_screen_stats (remote));

  self->bus = gst_element_get_bus (self->elements.pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
  gst_element_set_state (self->elements.pipeline, GST_STATE_PLAYING);
}

/**
 * interview_peer_link_new:
 * @capture: (transfer none): what is sent, once it stands
 * @screen: (transfer none): what is sent beside it, while it is shared
 * @playback: (transfer none): how what arrives is heard
 * @remote: (transfer none): where picture, level and numbers go
 * @role: what goes over it
 * @epoch: which link between the two it is
 *
 * Returns: (transfer full): a link whose handshake has not begun
 */
InterviewPeerLink *
interview_peer_link_new (InterviewCapture *capture,
                         InterviewScreenShare *screen,
                         InterviewPlayback *playback,
                         InterviewRemote *remote,
                         InterviewLinkRole role,
                         gint64 epoch)
{
  InterviewPeerLink *self;

  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (capture), NULL);
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (playback), NULL);
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (remote), NULL);

  self = g_object_new (INTERVIEW_TYPE_PEER_LINK, NULL);
  self->capture = g_object_ref (capture);
  self->screen = g_object_ref (screen);
  self->remote = g_object_ref (remote);
  self->voice = interview_voice_new (playback, interview_capture_get_output (capture)->base_time);
  self->role = role;
  self->epoch = epoch;
  interview_call_stats_add_link (interview_remote_get_stats (remote));
  build (self);

  return self;
}

/**
 * interview_peer_link_set_ice:
 * @settings: (nullable) (transfer none): by which servers it finds its way
 *
 * To be called once, before the handshake begins.
 */
void
interview_peer_link_set_ice (InterviewPeerLink *self, InterviewIceSettings *settings)
{
  InterviewCallStats *stats;

  g_return_if_fail (INTERVIEW_IS_PEER_LINK (self));
  g_return_if_fail (self->path == NULL);

  stats = interview_remote_get_stats (self->remote);
  self->path = interview_ice_path_new (self->elements.webrtcbin, settings);
  if (interview_ice_path_has_relay (self->path))
    self->relay_watch = interview_relay_watch_new (self->elements.webrtcbin, stats);
  else
    interview_call_stats_set_relay (stats, INTERVIEW_CALL_RELAY_UNKNOWN);
}

/**
 * interview_peer_link_close:
 *
 * Ends it: nothing is sent, shown, heard or told afterwards. Has to be called before the last
 * reference goes.
 */
void
interview_peer_link_close (InterviewPeerLink *self)
{
  g_return_if_fail (INTERVIEW_IS_PEER_LINK (self));

  if (self->elements.pipeline == NULL)
    return;

  if (self->uplink != NULL)
    stop_sending (self);
  interview_downlink_stop (self->downlink);
  interview_stall_watch_stop (self->watch);
  interview_stall_watch_stop (self->screen_watch);
  if (self->probe != NULL)
    interview_link_probe_stop (self->probe);
  g_clear_object (&self->probe);
  gst_bus_remove_watch (self->bus);
  interview_voice_close (self->voice);
  gst_element_set_state (self->elements.pipeline, GST_STATE_NULL);
  if (self->relay_watch != NULL)
    interview_relay_watch_stop (self->relay_watch);
  g_clear_object (&self->relay_watch);
  if (self->path != NULL)
    interview_ice_path_close (self->path);
  g_clear_object (&self->path);
  g_clear_object (&self->watch);
  g_clear_object (&self->screen_watch);
  g_clear_object (&self->uplink);
  g_clear_object (&self->downlink);
  interview_handshake_close (self->handshake);
  /* What was sent while it stopped would keep it alive. */
  gst_bus_set_flushing (self->bus, TRUE);
  gst_clear_object (&self->bus);
  interview_link_pipeline_clear (&self->elements);
}

/**
 * interview_peer_link_get_handshake:
 *
 * Returns: (transfer none): what brings it about
 */
InterviewHandshake *
interview_peer_link_get_handshake (InterviewPeerLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), NULL);

  return self->handshake;
}

/**
 * interview_peer_link_get_epoch:
 *
 * Returns: which link between the two it is
 */
gint64
interview_peer_link_get_epoch (InterviewPeerLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), 0);

  return self->epoch;
}

/**
 * interview_peer_link_get_created:
 *
 * Returns: when it was made, in monotonic microseconds
 */
gint64
interview_peer_link_get_created (InterviewPeerLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), 0);

  return self->created;
}

/**
 * interview_peer_link_get_last_packet:
 *
 * Returns: when RTP or RTCP last arrived, in monotonic microseconds, 0 for never
 */
gint64
interview_peer_link_get_last_packet (InterviewPeerLink *self)
{
  gint64 last_packet;

  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), 0);

  g_mutex_lock (&self->mutex);
  last_packet = self->last_packet;
  g_mutex_unlock (&self->mutex);

  return last_packet;
}

/**
 * interview_peer_link_is_connected:
 *
 * Returns: whether it came to stand; that it fell since is not known here
 */
gboolean
interview_peer_link_is_connected (InterviewPeerLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), FALSE);

  return self->connected;
}

/**
 * interview_peer_link_has_failed:
 *
 * Returns: whether it will not work any more
 */
gboolean
interview_peer_link_has_failed (InterviewPeerLink *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER_LINK (self), FALSE);

  return self->failed;
}

/**
 * interview_peer_link_set_pictures:
 * @wanted: whether both sides want pictures of cameras on it; they do to begin with
 */
void
interview_peer_link_set_pictures (InterviewPeerLink *self, gboolean wanted)
{
  g_return_if_fail (INTERVIEW_IS_PEER_LINK (self));

  if (self->uplink != NULL)
    interview_uplink_set_allowed (self->uplink, wanted);
}
