/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/link-pipeline.h"

#include <ifaddrs.h>
#include <net/if.h>

#include <gst/rtp/rtp.h>
#include <gst/webrtc/webrtc.h>

#include "media/chain.h"
#include "media/flight-repeater.h"
#include "media/jitter-target.h"
#include "media/pacer.h"
#include "media/transport-feedback.h"

/* Small enough for any path with its tunnels. */
#define MTU 1200

/* How often we say which packets came, in nanoseconds: an estimate that hears of it later sees a
 * queue on the way later. */
#define FEEDBACK_INTERVAL (50 * GST_MSECOND)

/* How long a check of a way may go without an answer until it is sent again, in ms, doubled each
 * time. The half second of RFC 8489 is for servers that many ask; this is one packet to one peer,
 * and a person waits. */
#define CHECK_AGAIN 100

/* From one check of a way to the next, in ms: the least that RFC 8445, section 14.2, allows. What
 * the agent does between checks, as choosing a way, waits for this, too. */
#define CHECK_PACE 5

/* The lines of a description are in the order of the senders; a media server keeps it. */
#define SCREEN_LINE 2

/*
 * Puts webrtcbin and what belongs to it together. Most lines here avoid a trap that was met: each
 * says which.
 */

/* webrtcbin’s default RTCP bandwidth is so small that NACK and PLI are held back until they are of
 * no use: at 5 % loss and 80 ms of round trip 9 to 23 pictures a second before this, 27 to 29
 * after. Bytes a second. A report a second also tells that the other side lives. */
static void
configure_session (GstElement *session)
{
  g_object_set (session, "bandwidth", 4e6, "rtcp-fraction", 2e5, "rtcp-min-interval",
                (guint64) GST_SECOND, NULL);
}

static void
configure_feedback (GstElement *session)
{
  g_autoptr (GObject) internal = NULL;

  g_object_get (session, "internal-session", &internal, NULL);
  g_object_set (internal, "twcc-feedback-interval", (guint64) FEEDBACK_INTERVAL, NULL);
}

static void
on_deep_element_added (GstBin *bin, GstBin *parent, GstElement *element, gpointer user_data)
{
  GstElementFactory *factory = gst_element_get_factory (element);
  InterviewLinkPipeline *self = user_data;

  if (factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "rtprtxsend"))
    interview_resend_limit_watch (self->resend_limit, element);
  if (factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "dtlsenc"))
    interview_flight_repeater_watch (element);
  if (factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "rtpsession"))
    {
      configure_session (element);
      configure_feedback (element);
    }
}

/* The last transceiver’s do-nack decides for every jitter buffer, so the sound has it too. */
static void
configure_transceiver (GstWebRTCRTPTransceiver *transceiver)
{
  g_object_set (transceiver, "do-nack", TRUE, NULL);
}

static void
on_new_transceiver (GstElement *webrtcbin, GstWebRTCRTPTransceiver *transceiver, gpointer user_data)
{
  configure_transceiver (transceiver);
}

static gboolean
has_only_loopback (void)
{
  struct ifaddrs *addresses = NULL;
  gboolean only = TRUE;

  if (getifaddrs (&addresses) != 0)
    return FALSE;
  for (struct ifaddrs *item = addresses; item != NULL && only; item = item->ifa_next)
    if (item->ifa_addr != NULL && (item->ifa_flags & IFF_UP) != 0 &&
        (item->ifa_flags & IFF_LOOPBACK) == 0 &&
        (item->ifa_addr->sa_family == AF_INET || item->ifa_addr->sa_family == AF_INET6))
      only = FALSE;
  freeifaddrs (addresses);

  return only;
}

/* What is not there in another version of libnice is left as it is. */
static void
configure_agent (GObject *agent)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (agent);

  /* libnice asks the router to open ports unless it is told not to: it delays the gathering, and a
   * call must not change somebody’s network. */
  if (g_object_class_find_property (klass, "upnp") != NULL)
    g_object_set (agent, "upnp", FALSE, NULL);
  if (g_object_class_find_property (klass, "stun-initial-timeout") != NULL)
    g_object_set (agent, "stun-initial-timeout", CHECK_AGAIN, NULL);
  if (g_object_class_find_property (klass, "stun-pacing-timer") != NULL)
    g_object_set (agent, "stun-pacing-timer", CHECK_PACE, NULL);
}

static void
configure_ice (GstElement *webrtcbin)
{
  g_autoptr (GObject) ice = NULL;
  g_autoptr (GObject) agent = NULL;
  gboolean added;

  g_object_get (webrtcbin, "ice-agent", &ice, NULL);
  if (ice == NULL)
    return;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (ice), "agent") != NULL)
    g_object_get (ice, "agent", &agent, NULL);
  if (agent != NULL)
    configure_agent (agent);

  /* A machine, or a network namespace, with nothing but loopback gathers no candidate at all. An
   * address that is added switches the gathering off, so only then. */
  if (has_only_loopback ())
    g_signal_emit_by_name (ice, "add-local-ip-address", "127.0.0.1", &added);
}

/* Each packet gets a number, so that the other side can say when it had it. @caps are those of the
 * sender without one. */
static void
number_packets (InterviewLinkSender *sender, GstCaps *caps, guint id)
{
  g_autoptr (GstRTPHeaderExtension) extension = NULL;
  g_autofree char *field = g_strdup_printf ("extmap-%u", id);

  g_signal_emit_by_name (sender->payloader, "clear-extensions");
  if (id != 0)
    {
      extension = gst_rtp_header_extension_create_from_uri (INTERVIEW_TRANSPORT_FEEDBACK_URI);
      gst_rtp_header_extension_set_id (extension, id);
      g_signal_emit_by_name (sender->payloader, "add-extension", extension);
      gst_caps_set_simple (caps, field, G_TYPE_STRING, INTERVIEW_TRANSPORT_FEEDBACK_URI, NULL);
    }
  g_object_set (sender->filter, "caps", caps, NULL);
}

static void
renumber_packets (InterviewLinkSender *sender, guint id)
{
  g_autoptr (GstCaps) present = NULL;
  g_autoptr (GstCaps) caps = NULL;

  g_object_get (sender->filter, "caps", &present, NULL);
  caps = gst_caps_copy (present);
  gst_structure_remove_field (gst_caps_get_structure (caps, 0),
                              "extmap-" G_STRINGIFY (INTERVIEW_TRANSPORT_FEEDBACK_ID));
  number_packets (sender, caps, id);
}

/* The caps name everything that the description is made of, because it is made before the first
 * buffer flows. The ssrc is among them: without it the offer has no FID group, and what is lost is
 * never sent again. Opus is 111: the type that is picked for retransmission of video 96 is 97, and
 * collides with a neighbour. */
static void
add_sender (InterviewLinkPipeline *self,
            InterviewLinkSender *sender,
            const char *source_caps,
            const char *payloader,
            const char *rtp_caps,
            InterviewLinkRole role)
{
  GstBin *bin = GST_BIN (self->pipeline);
  GstElement *source = interview_chain_add_source (bin, GST_SECOND);
  GstElement *pay = interview_chain_add (bin, source, payloader);
  GstElement *filter = interview_chain_add (bin, pay, "capsfilter");
  GstElement *pacer = interview_chain_append (bin, filter, interview_pacer_new ());
  g_autofree char *description = NULL;
  g_autoptr (GstCaps) in = gst_caps_from_string (source_caps);
  g_autoptr (GstCaps) out = NULL;
  g_autoptr (GstPad) from = NULL;
  g_autoptr (GstWebRTCRTPTransceiver) transceiver = NULL;

  description =
      g_strdup_printf ("application/x-rtp,%s,ssrc=(uint)%u", rtp_caps, g_random_int () | 1);
  out = gst_caps_from_string (description);
  g_object_set (source, "caps", in, NULL);
  g_object_set (pay, "mtu", MTU, NULL);
  sender->payloader = gst_object_ref (pay);
  sender->filter = gst_object_ref (filter);
  number_packets (sender, out, INTERVIEW_TRANSPORT_FEEDBACK_ID);
  gst_element_set_locked_state (source, TRUE);

  from = gst_element_get_static_pad (pacer, "src");
  sender->pad = gst_element_request_pad_simple (self->webrtcbin, "sink_%u");
  gst_pad_link (from, sender->pad);
  g_object_get (sender->pad, "transceiver", &transceiver, NULL);
  configure_transceiver (transceiver);
  if (role == INTERVIEW_LINK_ROLE_SEND)
    g_object_set (transceiver, "direction", GST_WEBRTC_RTP_TRANSCEIVER_DIRECTION_SENDONLY, NULL);
  sender->source = gst_object_ref (source);
  sender->pacer = gst_object_ref (pacer);

  if (g_str_equal (payloader, "rtpvp8pay"))
    gst_util_set_object_arg (G_OBJECT (pay), "picture-id-mode", "15-bit");
}

static void
add_senders (InterviewLinkPipeline *self, InterviewLinkRole role)
{
  add_sender (self, &self->video, "video/x-vp8", "rtpvp8pay",
              "media=video,encoding-name=VP8,payload=96,clock-rate=90000", role);
  add_sender (self, &self->audio,
              "audio/x-opus,rate=48000,channels=1,channel-mapping-family=0,"
              "stream-count=1,coupled-count=0",
              "rtpopuspay",
              "media=audio,encoding-name=OPUS,payload=111,clock-rate=48000,"
              "encoding-params=(string)2",
              role);
  add_sender (self, &self->screen, "video/x-vp8", "rtpvp8pay",
              "media=video,encoding-name=VP8,payload=100,clock-rate=90000", role);
}

static void
clear_sender (InterviewLinkSender *sender)
{
  gst_clear_object (&sender->source);
  gst_clear_object (&sender->payloader);
  gst_clear_object (&sender->filter);
  gst_clear_object (&sender->pacer);
  gst_clear_object (&sender->pad);
}

/**
 * interview_link_pipeline_build:
 * @role: what goes over it
 * @base_time: that of the capture, nanoseconds
 * @video_chain: (transfer floating): what picture arrives at
 * @audio_chain: (transfer floating): what sound arrives at
 * @screen_chain: (transfer floating): what a shared screen arrives at
 *
 * Builds the pipeline and brings it to READY: webrtcbin can negotiate from then on. A screen has
 * its line from the start, for webrtcbin does not take one up again that was inactive; nothing is
 * sent on it until a screen is shared.
 */
void
interview_link_pipeline_build (InterviewLinkPipeline *self,
                               InterviewLinkRole role,
                               GstClockTime base_time,
                               GstElement *video_chain,
                               GstElement *audio_chain,
                               GstElement *screen_chain)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (self->pipeline, base_time);

  self->resend_limit = interview_resend_limit_new ();
  self->webrtcbin = gst_object_ref_sink (gst_element_factory_make ("webrtcbin", NULL));
  self->video_chain = gst_object_ref_sink (video_chain);
  self->audio_chain = gst_object_ref_sink (audio_chain);
  self->screen_chain = gst_object_ref_sink (screen_chain);
  gst_util_set_object_arg (G_OBJECT (self->webrtcbin), "bundle-policy", "max-bundle");
  g_object_set (self->webrtcbin, "latency", INTERVIEW_JITTER_FIRST / 1000, NULL);
  g_signal_connect (self->webrtcbin, "deep-element-added", G_CALLBACK (on_deep_element_added),
                    self);
  g_signal_connect (self->webrtcbin, "on-new-transceiver", G_CALLBACK (on_new_transceiver), NULL);
  gst_bin_add_many (GST_BIN (self->pipeline), self->webrtcbin, video_chain, audio_chain,
                    screen_chain, NULL);
  configure_ice (self->webrtcbin);
  gst_element_set_state (self->pipeline, GST_STATE_READY);

  if (role != INTERVIEW_LINK_ROLE_RECEIVE)
    add_senders (self, role);
}

/**
 * interview_link_pipeline_find_chain:
 * @pad: at which something arrives at the webrtcbin
 *
 * A screen is told from a camera by its line: both are VP8.
 *
 * Returns: (transfer none): what it has to be linked to
 */
GstElement *
interview_link_pipeline_find_chain (InterviewLinkPipeline *self, GstPad *pad)
{
  g_autoptr (GstWebRTCRTPTransceiver) transceiver = NULL;
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  const char *media;
  guint line;

  if (caps == NULL)
    caps = gst_pad_query_caps (pad, NULL);
  media = gst_caps_is_empty (caps) || gst_caps_is_any (caps)
              ? NULL
              : gst_structure_get_string (gst_caps_get_structure (caps, 0), "media");
  if (g_strcmp0 (media, "audio") == 0)
    return self->audio_chain;

  g_object_get (pad, "transceiver", &transceiver, NULL);
  g_object_get (transceiver, "mlineindex", &line, NULL);

  return line == SCREEN_LINE ? self->screen_chain : self->video_chain;
}

/**
 * interview_link_pipeline_number_packets:
 * @id: of the header extension for it in the offer of the other side, 0 if it has none
 *
 * Numbers packets as they are numbered there: a browser takes no answer that calls an extension
 * otherwise than its offer. To be called once, before anything is answered.
 */
void
interview_link_pipeline_number_packets (InterviewLinkPipeline *self, guint id)
{
  if (id == INTERVIEW_TRANSPORT_FEEDBACK_ID || self->video.source == NULL)
    return;

  renumber_packets (&self->video, id);
  renumber_packets (&self->audio, id);
  renumber_packets (&self->screen, id);
}

static void
start_sender (InterviewLinkSender *sender)
{
  if (sender->source == NULL)
    return;
  gst_element_set_locked_state (sender->source, FALSE);
  gst_element_sync_state_with_parent (sender->source);
}

/**
 * interview_link_pipeline_start_senders:
 *
 * Lets what is sent begin. Not before both descriptions are known: how packets are numbered is
 * fixed once their caps are at the webrtcbin.
 */
void
interview_link_pipeline_start_senders (InterviewLinkPipeline *self)
{
  start_sender (&self->video);
  start_sender (&self->audio);
  start_sender (&self->screen);
}

/**
 * interview_link_pipeline_clear:
 *
 * Stops everything and lets go of it; does nothing if that was done.
 */
void
interview_link_pipeline_clear (InterviewLinkPipeline *self)
{
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  clear_sender (&self->video);
  clear_sender (&self->audio);
  clear_sender (&self->screen);
  gst_clear_object (&self->screen_chain);
  g_clear_object (&self->resend_limit);
  gst_clear_object (&self->video_chain);
  gst_clear_object (&self->audio_chain);
  gst_clear_object (&self->webrtcbin);
  gst_clear_object (&self->pipeline);
}
