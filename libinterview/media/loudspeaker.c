/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/loudspeaker.h"

#include <gio/gio.h>
#include <gst/audio/audio.h>

#include "media/chain.h"
#include "media/default-speaker.h"

/* What waits for a speaker at most, nanoseconds; older sound is thrown away, so that a voice never
 * falls behind the picture for long. */
#define LONGEST_QUEUE (200 * GST_MSECOND)

/* What a sound device holds, in microseconds; the default of 200 ms would put the voices behind the
 * picture. */
#define DEVICE_BUFFER 60000
#define DEVICE_PERIOD 10000

/* After a sound server went away: how long until the next attempt, in seconds. */
#define RETRY_SECONDS 2

/*
 * InterviewLoudspeaker plays everybody who is heard: their voices are mixed, and what is played is
 * shown to a probe, by which the microphone's echo is told from what is said into it. It is a
 * pipeline of its own, so that a sound server that hangs or dies never touches a link. Where there
 * is no sound card it plays into nothing; it runs while there is a voice.
 *
 * The playback owns it. On the main context, but for the sources that it gives, into which is
 * pushed from any thread.
 */
struct _InterviewLoudspeaker
{
  GObject parent_instance;

  InterviewDevice *device;
  GstElement *pipeline;
  GstBus *bus;
  GstElement *mixer;
  GstElement *volume;
  GstElement *last; /* to which the sink is linked */
  GstElement *sink;
  char *probe;
  guint n_sources;
  guint retry;       /* plays into nothing until then */
  gboolean starting; /* a thread has the pipeline */
  gboolean outdated; /* and what it starts is not what is wanted any more */
};

G_DEFINE_FINAL_TYPE (InterviewLoudspeaker, interview_loudspeaker, G_TYPE_OBJECT)

static void update (InterviewLoudspeaker *self);

static void
start_in_thread (GTask *task, gpointer source, gpointer pipeline, GCancellable *cancellable)
{
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  g_task_return_boolean (task, TRUE);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewLoudspeaker *self = INTERVIEW_LOUDSPEAKER (source);

  self->starting = FALSE;
  if (self->outdated)
    update (self);
}

static void
start (InterviewLoudspeaker *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_started, NULL);

  self->starting = TRUE;
  g_task_set_task_data (task, gst_object_ref (self->pipeline), gst_object_unref);
  g_task_run_in_thread (task, start_in_thread);
}

static GstElement *
create_sink (InterviewLoudspeaker *self)
{
  GstElement *sink = NULL;

  if (self->retry == 0 && self->device != NULL)
    sink = gst_device_create_element (interview_device_get_gst_device (self->device), NULL);
  if (self->retry == 0 && sink == NULL)
    sink = interview_default_speaker_new ();
  if (sink == NULL)
    {
      sink = gst_element_factory_make ("fakesink", NULL);
      g_object_set (sink, "sync", TRUE, NULL);
    }

  return sink;
}

/* Opening a sound server may take long, and nobody waits for it: a thread does it, and nothing else
 * is done with the pipeline until that is over. */
static void
update (InterviewLoudspeaker *self)
{
  self->outdated = self->starting;
  if (self->starting)
    return;

  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  if (self->sink != NULL)
    gst_bin_remove (GST_BIN (self->pipeline), self->sink);
  self->sink = NULL;
  if (self->n_sources == 0)
    return;

  self->sink = create_sink (self);
  interview_chain_append (GST_BIN (self->pipeline), self->last, self->sink);
  start (self);
}

static void
on_deep_element_added (GstBin *bin, GstBin *parent, GstElement *element, gpointer user_data)
{
  if (GST_IS_AUDIO_BASE_SINK (element))
    g_object_set (element, "buffer-time", (gint64) DEVICE_BUFFER, "latency-time",
                  (gint64) DEVICE_PERIOD, NULL);
}

static gboolean
on_retry (gpointer user_data)
{
  InterviewLoudspeaker *self = user_data;

  self->retry = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewLoudspeaker *self = user_data;
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR && self->retry == 0 && self->n_sources > 0)
    {
      gst_message_parse_error (message, &error, NULL);
      g_info ("speaker: %s", error->message);
      self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
      update (self);
    }
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_LATENCY)
    gst_bin_recalculate_latency (GST_BIN (self->pipeline));

  return G_SOURCE_CONTINUE;
}

static void
interview_loudspeaker_dispose (GObject *object)
{
  InterviewLoudspeaker *self = INTERVIEW_LOUDSPEAKER (object);

  if (self->bus != NULL)
    {
      g_clear_handle_id (&self->retry, g_source_remove);
      gst_element_set_state (self->pipeline, GST_STATE_NULL);
      gst_bus_remove_watch (self->bus);
    }
  gst_clear_object (&self->bus);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->device);

  G_OBJECT_CLASS (interview_loudspeaker_parent_class)->dispose (object);
}

static void
interview_loudspeaker_finalize (GObject *object)
{
  g_free (INTERVIEW_LOUDSPEAKER (object)->probe);
  G_OBJECT_CLASS (interview_loudspeaker_parent_class)->finalize (object);
}

static void
interview_loudspeaker_class_init (InterviewLoudspeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_loudspeaker_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_loudspeaker_finalize;
}

/* Whether the probe has not been told of that latency last. Events come from several threads. */
static gboolean
is_news (GstElement *probe, GstClockTime latency)
{
  static GQuark known;
  gboolean news;
  GstClockTime *last;

  GST_OBJECT_LOCK (probe);
  if (known == 0)
    known = g_quark_from_static_string ("interview-latency");
  last = g_object_get_qdata (G_OBJECT (probe), known);
  news = last == NULL || *last != latency;
  if (news)
    g_object_set_qdata_full (G_OBJECT (probe), known, g_memdup2 (&latency, sizeof latency), g_free);
  GST_OBJECT_UNLOCK (probe);

  return news;
}

/* webrtcechoprobe keeps a query of each LATENCY event that passes it (1.22), and each voice that
 * comes or goes makes some. One that says nothing new is led around it. */
static GstPadProbeReturn
on_event (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstElement *probe = user_data;
  GstEvent *event = GST_PAD_PROBE_INFO_EVENT (info);
  g_autoptr (GstPad) above = NULL;
  GstClockTime latency;

  if (GST_EVENT_TYPE (event) != GST_EVENT_LATENCY)
    return GST_PAD_PROBE_OK;
  gst_event_parse_latency (event, &latency);
  if (is_news (probe, latency))
    return GST_PAD_PROBE_OK;

  above = gst_element_get_static_pad (probe, "sink");
  gst_pad_push_event (above, event);

  return GST_PAD_PROBE_HANDLED;
}

/* The canceller finds its probe by name, over all pipelines of the program. */
static GstElement *
add_probe (InterviewLoudspeaker *self, GstElement *after)
{
  static guint count;
  g_autofree char *name = g_strdup_printf ("interview-echo-%u", ++count);
  GstElement *probe = gst_element_factory_make ("webrtcechoprobe", name);
  g_autoptr (GstPad) pad = NULL;

  if (probe == NULL)
    return after;
  pad = gst_element_get_static_pad (probe, "src");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_event, probe, NULL);
  self->probe = g_steal_pointer (&name);

  return interview_chain_append (GST_BIN (self->pipeline), after, probe);
}

/* A speaker that was just unplugged plays no form of sound at all, and the mixer then divides by a
 * rate that it has not got (GStreamer 1.22): it is told the form, and the speaker is not asked. */
static GstPadProbeReturn
on_query (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstQuery *query = GST_PAD_PROBE_INFO_QUERY (info);
  g_autoptr (GstCaps) caps = NULL;
  GstCaps *filter;

  if (GST_QUERY_TYPE (query) != GST_QUERY_CAPS)
    return GST_PAD_PROBE_OK;

  caps = gst_caps_from_string (INTERVIEW_CHAIN_SOUND);
  gst_query_parse_caps (query, &filter);
  if (filter != NULL)
    gst_caps_take (&caps, gst_caps_intersect (filter, caps));
  gst_query_set_caps_result (query, caps);

  return GST_PAD_PROBE_HANDLED;
}

static void
interview_loudspeaker_init (InterviewLoudspeaker *self)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  g_autoptr (GstPad) pad = NULL;
  GstElement *form, *convert;
  GstBin *bin;

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  bin = GST_BIN (self->pipeline);
  self->mixer = interview_chain_add (bin, NULL, "audiomixer");
  form = interview_chain_add_caps_string (bin, self->mixer, INTERVIEW_CHAIN_SOUND);
  pad = gst_element_get_static_pad (form, "sink");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_QUERY_DOWNSTREAM, on_query, NULL, NULL);
  self->volume = interview_chain_add (bin, form, "volume");
  convert = interview_chain_add (bin, add_probe (self, self->volume), "audioconvert");
  self->last = interview_chain_add (bin, convert, "audioresample");

  g_signal_connect (self->pipeline, "deep-element-added", G_CALLBACK (on_deep_element_added), NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
}

/**
 * interview_loudspeaker_new:
 *
 * Returns: (transfer full): one that plays nobody
 */
InterviewLoudspeaker *
interview_loudspeaker_new (void)
{
  return g_object_new (INTERVIEW_TYPE_LOUDSPEAKER, NULL);
}

/**
 * interview_loudspeaker_get_probe:
 *
 * Returns: (transfer none) (nullable): the name of the webrtcechoprobe that hears what is played
 */
const char *
interview_loudspeaker_get_probe (InterviewLoudspeaker *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LOUDSPEAKER (self), NULL);

  return self->probe;
}

/**
 * interview_loudspeaker_set_device:
 * @device: (nullable) (transfer none): which one; %NULL for the one the system prefers
 *
 * Changes it, also while somebody is heard.
 */
void
interview_loudspeaker_set_device (InterviewLoudspeaker *self, InterviewDevice *device)
{
  g_return_if_fail (INTERVIEW_IS_LOUDSPEAKER (self));

  if (!g_set_object (&self->device, device) || self->n_sources == 0)
    return;

  g_clear_handle_id (&self->retry, g_source_remove);
  update (self);
}

/**
 * interview_loudspeaker_set_volume:
 * @factor: of the amplitude, 0 to 1
 * @muted: whether nothing is heard
 *
 * Changes how loud it is.
 */
void
interview_loudspeaker_set_volume (InterviewLoudspeaker *self, double factor, gboolean muted)
{
  g_return_if_fail (INTERVIEW_IS_LOUDSPEAKER (self));

  g_object_set (self->volume, "volume", factor, "mute", muted, NULL);
}

/**
 * interview_loudspeaker_add:
 * @base_time: to which the times of the buffers are relative, nanoseconds of the system clock; the
 *   same for all that is played at the same time
 *
 * Returns: (transfer full): takes the sound of one voice
 */
GstAppSrc *
interview_loudspeaker_add (InterviewLoudspeaker *self, GstClockTime base_time)
{
  g_autoptr (GstCaps) caps = gst_caps_from_string (INTERVIEW_CHAIN_SOUND);
  GstElement *source;

  g_return_val_if_fail (INTERVIEW_IS_LOUDSPEAKER (self), NULL);

  source = interview_chain_add_source (GST_BIN (self->pipeline), LONGEST_QUEUE);
  g_object_set (source, "caps", caps, NULL);
  gst_element_link (source, self->mixer);
  if (self->n_sources++ == 0)
    {
      gst_element_set_base_time (self->pipeline, base_time);
      update (self);
    }
  else
    gst_element_sync_state_with_parent (source);

  return GST_APP_SRC (gst_object_ref (source));
}

/**
 * interview_loudspeaker_remove:
 * @source: (transfer none): one that was added
 *
 * Plays it no more; what is pushed afterwards is thrown away.
 */
void
interview_loudspeaker_remove (InterviewLoudspeaker *self, GstAppSrc *source)
{
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (GstPad) peer = NULL;

  g_return_if_fail (INTERVIEW_IS_LOUDSPEAKER (self));
  g_return_if_fail (self->n_sources > 0);

  if (--self->n_sources == 0)
    {
      g_clear_handle_id (&self->retry, g_source_remove);
      update (self);
    }
  gst_element_set_locked_state (GST_ELEMENT (source), TRUE);
  gst_element_set_state (GST_ELEMENT (source), GST_STATE_NULL);
  pad = gst_element_get_static_pad (GST_ELEMENT (source), "src");
  peer = gst_pad_get_peer (pad);
  gst_bin_remove (GST_BIN (self->pipeline), GST_ELEMENT (source));
  gst_element_release_request_pad (self->mixer, peer);
}
