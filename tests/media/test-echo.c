/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/app/gstappsink.h>
#include <math.h>

#include "media/chain.h"
#include "media/loudspeaker.h"
#include "media/microphone-cleaner.h"
#include "test-side.h"

#define RATE 48000
#define PERIOD (RATE / 100) /* samples, 10 ms */
#define DELAY 8             /* periods */

/*
 * A room in which the microphone hears the loudspeaker: what is played comes back a little later
 * and half as loud, and there is a noise that never stops.
 */
typedef struct
{
  InterviewLoudspeaker *loudspeaker;
  GstAppSrc *far;
  GstElement *pipeline;
  GstAppSrc *near;
  GstClock *clock;
  GstClockTime base_time;
  guint64 periods;
  gint16 played[DELAY][PERIOD];
  GRand *random;
  double loudness; /* of what the other one says, 0 to 1 */
  double noise;

  GMutex mutex;
  double energy;
  guint64 samples;
  guint64 wanted;
} Room;

static void
push (GstAppSrc *source, const gint16 *samples, GstClockTime time)
{
  GstBuffer *buffer = gst_buffer_new_memdup (samples, PERIOD * sizeof *samples);

  GST_BUFFER_PTS (buffer) = time;
  GST_BUFFER_DURATION (buffer) = GST_SECOND / 100;
  gst_app_src_push_buffer (source, buffer);
}

/* Noise that comes and goes like syllables. */
static void
speak (Room *room, gint16 *samples)
{
  double time = room->periods / 100.0;
  double envelope = MAX (sin (2 * G_PI * 3 * time) * sin (2 * G_PI * 0.7 * time), 0);

  for (guint i = 0; i < PERIOD; i++)
    samples[i] = g_rand_double_range (room->random, -1, 1) * envelope * room->loudness * G_MAXINT16;
}

static void
hear (Room *room, const gint16 *echo, gint16 *samples)
{
  for (guint i = 0; i < PERIOD; i++)
    samples[i] = echo[i] / 2 + g_rand_double_range (room->random, -1, 1) * room->noise * G_MAXINT16;
}

static gboolean
on_period (gpointer user_data)
{
  Room *room = user_data;
  GstClockTime now = gst_clock_get_time (room->clock) - room->base_time;
  gint16 heard[PERIOD];

  for (; room->periods * (GST_SECOND / 100) < now; room->periods++)
    {
      GstClockTime time = room->periods * (GST_SECOND / 100);
      gint16 *place = room->played[room->periods % DELAY];

      hear (room, place, heard);
      speak (room, place);
      if (room->far != NULL)
        push (room->far, place, time);
      push (room->near, heard, time);
    }

  return G_SOURCE_CONTINUE;
}

static GstFlowReturn
on_sound (GstAppSink *sink, gpointer user_data)
{
  Room *room = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  GstMapInfo map;

  g_assert_true (gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ));
  g_mutex_lock (&room->mutex);
  for (gsize i = 0; i < map.size / sizeof (gint16); i++)
    room->energy += pow (((const gint16 *) map.data)[i], 2);
  room->samples += map.size / sizeof (gint16);
  g_mutex_unlock (&room->mutex);
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);

  return GST_FLOW_OK;
}

static gboolean
has_heard (gpointer data)
{
  Room *room = data;
  gboolean heard;

  g_mutex_lock (&room->mutex);
  heard = room->samples >= room->wanted;
  g_mutex_unlock (&room->mutex);

  return heard;
}

static GstAppSrc *
make_microphone (void)
{
  GstElement *source = gst_element_factory_make ("appsrc", NULL);
  g_autoptr (GstCaps) caps = gst_caps_from_string (INTERVIEW_CHAIN_SOUND);

  g_object_set (source, "is-live", TRUE, "format", GST_FORMAT_TIME, "caps", caps, NULL);

  return GST_APP_SRC (source);
}

/* How loud it is in the last two seconds of eight, in dB of full scale: as it is sent, or with all
 * but the canceller. */
static double
measure (gboolean cancels, double loudness, double noise)
{
  Room room = { .loudness = loudness, .noise = noise };
  GstAppSinkCallbacks callbacks = { .new_sample = on_sound };
  GstElement *sink = gst_element_factory_make ("appsink", NULL);
  GstElement *microphone;
  guint timer;
  double level;

  g_mutex_init (&room.mutex);
  room.random = g_rand_new_with_seed (3);
  room.clock = gst_system_clock_obtain ();
  room.base_time = gst_clock_get_time (room.clock);
  room.loudspeaker = interview_loudspeaker_new ();
  if (loudness > 0)
    room.far = interview_loudspeaker_add (room.loudspeaker, room.base_time);
  room.near = make_microphone ();
  microphone = interview_microphone_cleaner_wrap (
      GST_ELEMENT (room.near), cancels ? interview_loudspeaker_get_probe (room.loudspeaker) : NULL);
  room.pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_pipeline_use_clock (GST_PIPELINE (room.pipeline), room.clock);
  gst_element_set_start_time (room.pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (room.pipeline, room.base_time);
  g_object_set (sink, "sync", FALSE, "async", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, &room, NULL);
  gst_bin_add_many (GST_BIN (room.pipeline), microphone, sink, NULL);
  g_assert_true (gst_element_link (microphone, sink));
  gst_element_set_state (room.pipeline, GST_STATE_PLAYING);

  timer = g_timeout_add (5, on_period, &room);
  room.wanted = 6 * RATE;
  wait_for (has_heard, &room, "six seconds of sound");
  g_mutex_lock (&room.mutex);
  room.energy = 0;
  room.samples = 0;
  room.wanted = 2 * RATE;
  g_mutex_unlock (&room.mutex);
  wait_for (has_heard, &room, "two seconds of sound");
  g_source_remove (timer);
  g_mutex_lock (&room.mutex);
  level = 10 * log10 (room.energy / room.samples / pow (G_MAXINT16, 2) + 1e-12);
  g_mutex_unlock (&room.mutex);

  gst_element_set_state (room.pipeline, GST_STATE_NULL);
  if (room.far != NULL)
    interview_loudspeaker_remove (room.loudspeaker, room.far);
  g_clear_object (&room.far);
  g_object_unref (room.loudspeaker);
  gst_object_unref (room.pipeline);
  gst_object_unref (room.clock);
  g_rand_free (room.random);
  g_mutex_clear (&room.mutex);

  return level;
}

/* Who speaks does not hear themselves from the other side. */
static void
test_echo (void)
{
  double with = measure (TRUE, 0.3, 0.0005);
  double without = measure (FALSE, 0.3, 0.0005);

  g_test_message ("echo at %.1f dB, without the canceller at %.1f dB", with, without);
  g_assert_cmpfloat (with, <, without - 6);
}

/* What never stops, like a fan, is taken down; also before anybody is heard. */
static void
test_noise (void)
{
  double noise = 0.05;
  double heard = 10 * log10 (noise * noise / 3);
  double sent = measure (TRUE, 0, noise);

  g_test_message ("noise at %.1f dB is sent at %.1f dB", heard, sent);
  g_assert_cmpfloat (sent, <, heard - 4);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);
  g_test_add_func ("/echo/cancelled", test_echo);
  g_test_add_func ("/echo/noise", test_noise);

  return g_test_run ();
}
