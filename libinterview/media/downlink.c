/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/downlink.h"

#include "media/jitter-target.h"
#include "media/receive-chain.h"

#define TICK_MILLISECONDS 100

/* Changes smaller than this, in milliseconds, are not worth the gap. */
#define NOTICEABLE 10

/* A jitter buffer keeps the first packet for its whole wait, in case there was one before it. When
 * so many have come one after the other, there was none. */
#define FIRST_PACKETS 2

/* After so many round trips what was asked for is asked for again. */
#define RETRY 1.25

/*
 * InterviewDownlink looks how evenly packets come from one other person, and sets how long sound
 * and pictures wait for those that take longer (webrtcbin waits for a fixed time), and pictures for
 * their sound.
 *
 * The peer link owns it; on the main context. Jitter buffers appear on streaming threads.
 */
struct _InterviewDownlink
{
  GObject parent_instance;

  InterviewVoice *voice;
  GstElement *picture;
  InterviewCallStats *stats;
  InterviewJitterTarget target;
  guint64 late;
  guint timer;

  GMutex mutex;
  GPtrArray *buffers;
};

G_DEFINE_FINAL_TYPE (InterviewDownlink, interview_downlink, G_TYPE_OBJECT)

static gboolean
is_sound (GstElement *buffer)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (buffer, "sink");
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);

  return caps != NULL &&
         g_strcmp0 (gst_structure_get_string (gst_caps_get_structure (caps, 0), "media"),
                    "audio") == 0;
}

static void
set_latencies (GPtrArray *buffers, gint64 microseconds)
{
  guint wanted = microseconds / 1000, known;

  for (guint i = 0; i < buffers->len; i++)
    {
      g_object_get (g_ptr_array_index (buffers, i), "latency", &known, NULL);
      if (ABS ((int) wanted - (int) known) >= NOTICEABLE)
        g_object_set (g_ptr_array_index (buffers, i), "latency", wanted, NULL);
    }
}

/* The buffer itself asks again after the time in which answers came, so just before most come. */
static void
set_retry (GPtrArray *pictures, gint64 round_trip)
{
  int wanted = (int) ((double) round_trip * RETRY / 1000), known;

  for (guint i = 0; i < pictures->len && round_trip > 0; i++)
    {
      g_object_get (g_ptr_array_index (pictures, i), "rtx-min-retry-timeout", &known, NULL);
      if (ABS (wanted - known) >= NOTICEABLE)
        g_object_set (g_ptr_array_index (pictures, i), "rtx-min-retry-timeout", wanted, NULL);
    }
}

/* Who only receives has no reports of a round trip, but that of packets that were sent again. */
static void
read_picture (GstElement *buffer, InterviewJitterReport *report)
{
  g_autoptr (GstStructure) stats = NULL;
  guint64 round_trip = 0;

  g_object_get (buffer, "stats", &stats, NULL);
  gst_structure_get_uint64 (stats, "rtx-rtt", &round_trip);
  report->round_trip = MAX (report->round_trip, (gint64) GST_TIME_AS_USECONDS (round_trip));
}

static void
read_sound (InterviewDownlink *self, GstElement *buffer, InterviewJitterReport *report)
{
  g_autoptr (GstStructure) stats = NULL;
  guint64 jitter = 0, late = 0;

  g_object_get (buffer, "stats", &stats, NULL);
  gst_structure_get_uint64 (stats, "avg-jitter", &jitter);
  gst_structure_get_uint64 (stats, "num-late", &late);
  report->jitter = MAX (report->jitter, (gint64) GST_TIME_AS_USECONDS (jitter));
  if (late > self->late)
    report->late += late - self->late;
  self->late = late;
}

/* Those that are still part of the link. */
static void
list_buffers (InterviewDownlink *self, GPtrArray *sounds, GPtrArray *pictures)
{
  g_mutex_lock (&self->mutex);
  for (guint i = self->buffers->len; i > 0; i--)
    {
      GstElement *buffer = g_ptr_array_index (self->buffers, i - 1);

      if (GST_OBJECT_PARENT (buffer) == NULL)
        g_ptr_array_remove_index_fast (self->buffers, i - 1);
      else
        g_ptr_array_add (is_sound (buffer) ? sounds : pictures, gst_object_ref (buffer));
    }
  g_mutex_unlock (&self->mutex);
}

static gboolean
on_tick (gpointer user_data)
{
  InterviewDownlink *self = user_data;
  InterviewJitterReport report = { 0 };
  gint64 sound = self->target.sound;
  g_autoptr (GPtrArray) sounds = g_ptr_array_new_with_free_func (gst_object_unref);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (gst_object_unref);

  list_buffers (self, sounds, pictures);
  report.round_trip = interview_call_stats_get_sending (self->stats).round_trip;
  for (guint i = 0; i < sounds->len; i++)
    read_sound (self, g_ptr_array_index (sounds, i), &report);
  for (guint i = 0; i < pictures->len; i++)
    read_picture (g_ptr_array_index (pictures, i), &report);
  interview_jitter_target_update (&self->target, &report, g_get_monotonic_time ());
  set_latencies (sounds, self->target.sound);
  set_latencies (pictures, self->target.picture);
  set_retry (pictures, report.round_trip);
  if (ABS (self->target.sound - sound) >= NOTICEABLE * 1000)
    {
      interview_voice_set_delay (self->voice, self->target.sound * GST_USECOND);
      interview_receive_chain_set_hold (self->picture, self->target.hold * GST_USECOND);
    }
  interview_call_stats_set_waiting (self->stats, report.jitter, self->target.sound);

  return G_SOURCE_CONTINUE;
}

static void
interview_downlink_dispose (GObject *object)
{
  InterviewDownlink *self = INTERVIEW_DOWNLINK (object);

  interview_downlink_stop (self);
  g_clear_object (&self->voice);
  gst_clear_object (&self->picture);
  g_clear_object (&self->stats);

  G_OBJECT_CLASS (interview_downlink_parent_class)->dispose (object);
}

static void
interview_downlink_finalize (GObject *object)
{
  InterviewDownlink *self = INTERVIEW_DOWNLINK (object);

  g_ptr_array_unref (self->buffers);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_downlink_parent_class)->finalize (object);
}

static void
interview_downlink_class_init (InterviewDownlinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_downlink_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_downlink_finalize;
}

static void
interview_downlink_init (InterviewDownlink *self)
{
  g_mutex_init (&self->mutex);
  self->target = (InterviewJitterTarget) INTERVIEW_JITTER_TARGET_INIT;
  self->buffers = g_ptr_array_new_with_free_func (gst_object_unref);
}

/**
 * interview_downlink_new:
 * @voice: (transfer none): what plays the sound
 * @picture: (transfer none): what shows the camera
 * @stats: (transfer none): knows the round trip, and takes the numbers
 *
 * Returns: (transfer full): a downlink that does not run
 */
InterviewDownlink *
interview_downlink_new (InterviewVoice *voice, GstElement *picture, InterviewCallStats *stats)
{
  InterviewDownlink *self;

  g_return_val_if_fail (INTERVIEW_IS_VOICE (voice), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (stats), NULL);

  self = g_object_new (INTERVIEW_TYPE_DOWNLINK, NULL);
  self->voice = g_object_ref (voice);
  self->picture = gst_object_ref (picture);
  self->stats = g_object_ref (stats);

  return self;
}

/**
 * interview_downlink_watch:
 * @jitter_buffer: (transfer none): an rtpjitterbuffer of the link
 *
 * Sets how long it waits from now on, and lets it begin at once. From any thread.
 */
void
interview_downlink_watch (InterviewDownlink *self, GstElement *jitter_buffer)
{
  g_return_if_fail (INTERVIEW_IS_DOWNLINK (self));

  g_object_set (jitter_buffer, "faststart-min-packets", FIRST_PACKETS, NULL);
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->buffers, gst_object_ref (jitter_buffer));
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_downlink_start:
 *
 * Begins to look.
 */
void
interview_downlink_start (InterviewDownlink *self)
{
  g_return_if_fail (INTERVIEW_IS_DOWNLINK (self));

  if (self->timer == 0)
    self->timer = g_timeout_add (TICK_MILLISECONDS, on_tick, self);
}

/**
 * interview_downlink_stop:
 *
 * Looks no more, and lets go of the jitter buffers; has to be called before they go.
 */
void
interview_downlink_stop (InterviewDownlink *self)
{
  g_return_if_fail (INTERVIEW_IS_DOWNLINK (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_mutex_lock (&self->mutex);
  g_ptr_array_set_size (self->buffers, 0);
  g_mutex_unlock (&self->mutex);
}
