/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/stall-watch.h"

#include <gst/video/video.h>

/* How long packets may arrive without a picture before a whole one is asked for, in microseconds,
 * and the longest pause between two such questions. */
#define STALL_FIRST (400 * G_TIME_SPAN_MILLISECOND)
#define STALL_LONGEST (5 * G_TIME_SPAN_SECOND)

#define WATCH_MILLISECONDS 200

/*
 * InterviewStallWatch notices that a picture stands still although packets of it arrive: a
 * depayloader can wait for a key frame that nobody sends. It asks for one, and again, less and less
 * often, until pictures come. A camera that is off sends no packets and is left alone.
 *
 * The peer link owns it; called on the main context, whose loop it needs.
 */
struct _InterviewStallWatch
{
  GObject parent_instance;

  GstPad *pad;
  gulong probe;
  InterviewCallStats *stats;
  guint timer;

  guint64 frames;
  gint64 progress;
  gint64 last_question;
  gint64 pause;

  GMutex mutex;
  gint64 last_packet;
};

G_DEFINE_FINAL_TYPE (InterviewStallWatch, interview_stall_watch, G_TYPE_OBJECT)

static GstPadProbeReturn
on_packet (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewStallWatch *self = user_data;

  g_mutex_lock (&self->mutex);
  self->last_packet = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

static gboolean
on_timer (gpointer user_data)
{
  InterviewStallWatch *self = user_data;
  guint64 frames = interview_call_stats_get_frames (self->stats);
  gint64 now = g_get_monotonic_time ();
  gint64 last_packet;

  g_mutex_lock (&self->mutex);
  last_packet = self->last_packet;
  g_mutex_unlock (&self->mutex);

  if (frames != self->frames || now - last_packet > STALL_FIRST)
    {
      self->frames = frames;
      self->progress = now;
      self->pause = STALL_FIRST;
      return G_SOURCE_CONTINUE;
    }
  if (now - self->progress < STALL_FIRST || now - self->last_question < self->pause)
    return G_SOURCE_CONTINUE;

  self->last_question = now;
  self->pause = MIN (self->pause * 2, STALL_LONGEST);
  interview_call_stats_add_key_frame_request (self->stats);
  gst_pad_push_event (self->pad,
                      gst_video_event_new_upstream_force_key_unit (GST_CLOCK_TIME_NONE, FALSE, 0));

  return G_SOURCE_CONTINUE;
}

static void
interview_stall_watch_dispose (GObject *object)
{
  InterviewStallWatch *self = INTERVIEW_STALL_WATCH (object);

  interview_stall_watch_stop (self);
  if (self->probe != 0)
    gst_pad_remove_probe (self->pad, self->probe);
  self->probe = 0;
  gst_clear_object (&self->pad);
  g_clear_object (&self->stats);

  G_OBJECT_CLASS (interview_stall_watch_parent_class)->dispose (object);
}

static void
interview_stall_watch_finalize (GObject *object)
{
  InterviewStallWatch *self = INTERVIEW_STALL_WATCH (object);

  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_stall_watch_parent_class)->finalize (object);
}

static void
interview_stall_watch_class_init (InterviewStallWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_stall_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_stall_watch_finalize;
}

static void
interview_stall_watch_init (InterviewStallWatch *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * interview_stall_watch_new:
 * @pad: (transfer none): the sink pad at which the packets of a picture arrive
 * @stats: (transfer none): counts the pictures that come out, and the questions
 *
 * The pipeline of @pad has to stand still when the watch is freed.
 *
 * Returns: (transfer full): a watch that is not running
 */
InterviewStallWatch *
interview_stall_watch_new (GstPad *pad, InterviewCallStats *stats)
{
  InterviewStallWatch *self;

  g_return_val_if_fail (GST_IS_PAD (pad), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (stats), NULL);

  self = g_object_new (INTERVIEW_TYPE_STALL_WATCH, NULL);
  self->pad = gst_object_ref (pad);
  self->stats = g_object_ref (stats);
  self->probe = gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_packet, self, NULL);

  return self;
}

/**
 * interview_stall_watch_start:
 *
 * Begins to watch.
 */
void
interview_stall_watch_start (InterviewStallWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_STALL_WATCH (self));

  self->progress = g_get_monotonic_time ();
  self->pause = STALL_FIRST;
  if (self->timer == 0)
    self->timer = g_timeout_add (WATCH_MILLISECONDS, on_timer, self);
}

/**
 * interview_stall_watch_stop:
 *
 * Asks no more.
 */
void
interview_stall_watch_stop (InterviewStallWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_STALL_WATCH (self));

  g_clear_handle_id (&self->timer, g_source_remove);
}
