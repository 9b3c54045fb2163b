/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/broadcast.h"

#include <gst/video/video.h>

/* A key frame is as large as many pictures: no two within so many microseconds, however many ask
 * for one. */
#define KEY_FRAME_PAUSE (300 * G_TIME_SPAN_MILLISECOND)

/*
 * InterviewBroadcast hands one encoded stream to any number of listeners: picture and sound are
 * encoded once, whoever is in the room. Each listener is an appsrc in a pipeline of its own, so
 * that a peer link can come, fail and go without touching the capture.
 *
 * The capture owns it; listeners are added and removed on the main context. Buffers carry the
 * running time of the capture pipeline, which is that of the listeners too: they share its clock
 * and base time.
 */
struct _InterviewBroadcast
{
  GObject parent_instance;

  GstAppSink *source;
  GstElement *valve;

  GMutex mutex;
  GPtrArray *listeners;
  gboolean key_frame_wanted;
  gint64 key_frame_asked;
};

G_DEFINE_FINAL_TYPE (InterviewBroadcast, interview_broadcast, G_TYPE_OBJECT)

/* Whether to ask for a key frame now; who asks too early is remembered until it is time. */
static gboolean
is_time_for_key_frame (InterviewBroadcast *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean due;

  g_mutex_lock (&self->mutex);
  due = self->key_frame_wanted && now - self->key_frame_asked >= KEY_FRAME_PAUSE;
  if (due)
    {
      self->key_frame_wanted = FALSE;
      self->key_frame_asked = now;
    }
  g_mutex_unlock (&self->mutex);

  return due;
}

static void
ask_for_key_frame (InterviewBroadcast *self)
{
  g_autoptr (GstPad) pad = NULL;

  if (!is_time_for_key_frame (self))
    return;
  pad = gst_element_get_static_pad (GST_ELEMENT (self->source), "sink");
  gst_pad_push_event (pad,
                      gst_video_event_new_upstream_force_key_unit (GST_CLOCK_TIME_NONE, FALSE, 0));
}

static GstFlowReturn
on_new_sample (GstAppSink *source, gpointer user_data)
{
  InterviewBroadcast *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (source);
  g_autoptr (GstSample) stamped = NULL;
  g_autoptr (GstBuffer) buffer = NULL;
  g_autoptr (GPtrArray) listeners = NULL;
  GstSegment *segment;

  if (sample == NULL)
    return GST_FLOW_OK;

  buffer = gst_buffer_copy (gst_sample_get_buffer (sample));
  segment = gst_sample_get_segment (sample);
  GST_BUFFER_PTS (buffer) =
      gst_segment_to_running_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  GST_BUFFER_DTS (buffer) = GST_CLOCK_TIME_NONE;
  stamped = gst_sample_new (buffer, gst_sample_get_caps (sample), NULL, NULL);

  /* Pushed without the lock: an appsrc must never hold up the removal of another one. */
  g_mutex_lock (&self->mutex);
  listeners = g_ptr_array_new_full (self->listeners->len, gst_object_unref);
  for (guint i = 0; i < self->listeners->len; i++)
    g_ptr_array_add (listeners, gst_object_ref (g_ptr_array_index (self->listeners, i)));
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < listeners->len; i++)
    gst_app_src_push_sample (g_ptr_array_index (listeners, i), stamped);
  ask_for_key_frame (self);

  return GST_FLOW_OK;
}

static void
update_valve (InterviewBroadcast *self)
{
  if (self->valve != NULL)
    g_object_set (self->valve, "drop", self->listeners->len == 0, NULL);
}

static void
interview_broadcast_finalize (GObject *object)
{
  InterviewBroadcast *self = INTERVIEW_BROADCAST (object);

  g_clear_pointer (&self->listeners, g_ptr_array_unref);
  gst_clear_object (&self->source);
  gst_clear_object (&self->valve);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_broadcast_parent_class)->finalize (object);
}

static void
interview_broadcast_class_init (InterviewBroadcastClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_broadcast_finalize;
}

static void
interview_broadcast_init (InterviewBroadcast *self)
{
  g_mutex_init (&self->mutex);
  self->listeners = g_ptr_array_new_with_free_func (gst_object_unref);
}

/**
 * interview_broadcast_new:
 * @source: (transfer none): the end of the encoder
 * @valve: (transfer none): a valve before the encoder, shut while nobody listens
 *
 * Its owner keeps the pipeline of @source from running once the broadcast is gone.
 *
 * Returns: (transfer full): a broadcast without listeners
 */
InterviewBroadcast *
interview_broadcast_new (GstAppSink *source, GstElement *valve)
{
  InterviewBroadcast *self;
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample };

  g_return_val_if_fail (GST_IS_APP_SINK (source), NULL);
  g_return_val_if_fail (GST_IS_ELEMENT (valve), NULL);

  self = g_object_new (INTERVIEW_TYPE_BROADCAST, NULL);
  self->source = gst_object_ref (source);
  self->valve = gst_object_ref (valve);
  gst_app_sink_set_callbacks (source, &callbacks, self, NULL);
  update_valve (self);

  return self;
}

/**
 * interview_broadcast_add:
 * @listener: (transfer none): gets every buffer from now on, first of all a key frame
 */
void
interview_broadcast_add (InterviewBroadcast *self, GstAppSrc *listener)
{
  g_return_if_fail (INTERVIEW_IS_BROADCAST (self));
  g_return_if_fail (GST_IS_APP_SRC (listener));

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->listeners, gst_object_ref (listener));
  g_mutex_unlock (&self->mutex);

  update_valve (self);
  interview_broadcast_request_key_frame (self);
}

/**
 * interview_broadcast_remove:
 * @listener: (transfer none): one that was added, else nothing happens
 */
void
interview_broadcast_remove (InterviewBroadcast *self, GstAppSrc *listener)
{
  g_return_if_fail (INTERVIEW_IS_BROADCAST (self));

  g_mutex_lock (&self->mutex);
  g_ptr_array_remove_fast (self->listeners, listener);
  g_mutex_unlock (&self->mutex);

  update_valve (self);
}

/**
 * interview_broadcast_request_key_frame:
 *
 * Asks the encoder to begin anew with the next frame, or a little later if it just did; a sound
 * encoder ignores it. From any thread.
 */
void
interview_broadcast_request_key_frame (InterviewBroadcast *self)
{
  g_return_if_fail (INTERVIEW_IS_BROADCAST (self));

  g_mutex_lock (&self->mutex);
  self->key_frame_wanted = TRUE;
  g_mutex_unlock (&self->mutex);
  ask_for_key_frame (self);
}
