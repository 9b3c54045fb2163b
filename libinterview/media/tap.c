/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/tap.h"

/*
 * InterviewTap is where one person’s picture and sound can be had as they are, neither encoded nor
 * scaled: our own behind the camera, another’s behind the decoder. It costs nothing while nobody
 * listens. Pads come and go under it, with each new link to the same person; the listeners stay.
 *
 * The capture and every remote own one. Listeners are added and removed on the main context; what
 * flows is handed over on the thread it flows on. Time stamps are those of the listener’s pipeline:
 * both must run on the system clock.
 */
struct _InterviewTap
{
  GObject parent_instance;

  GMutex mutex;
  GPtrArray *listeners[INTERVIEW_TAP_N_KINDS];
};

/* One watched pad. */
typedef struct
{
  InterviewTap *tap;
  InterviewTapKind kind;
} Watch;

G_DEFINE_FINAL_TYPE (InterviewTap, interview_tap, G_TYPE_OBJECT)

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_object_unref (watch->tap);
  g_free (watch);
}

static gpointer
ref_listener (gconstpointer listener, gpointer user_data)
{
  return gst_object_ref ((gpointer) listener);
}

static GPtrArray *
dup_listeners (InterviewTap *self, InterviewTapKind kind)
{
  GPtrArray *copy = NULL;
  GPtrArray *listeners = self->listeners[kind];

  g_mutex_lock (&self->mutex);
  if (listeners->len > 0)
    copy = g_ptr_array_copy (listeners, ref_listener, NULL);
  g_mutex_unlock (&self->mutex);
  if (copy != NULL)
    g_ptr_array_set_free_func (copy, gst_object_unref);

  return copy;
}

/* When the buffer was taken, on the clock that all pipelines share. */
static GstClockTime
find_time (GstPad *pad, GstBuffer *buffer)
{
  g_autoptr (GstElement) element = gst_pad_get_parent_element (pad);
  g_autoptr (GstEvent) event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);
  const GstSegment *segment;
  GstClockTime running;

  if (element == NULL || event == NULL || !GST_BUFFER_PTS_IS_VALID (buffer))
    return GST_CLOCK_TIME_NONE;
  gst_event_parse_segment (event, &segment);
  running = gst_segment_to_running_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  if (!GST_CLOCK_TIME_IS_VALID (running))
    return GST_CLOCK_TIME_NONE;

  return gst_element_get_base_time (element) + running;
}

static void
push (GstAppSrc *listener, GstBuffer *buffer, GstCaps *caps, GstClockTime time)
{
  g_autoptr (GstBuffer) stamped = NULL;
  g_autoptr (GstSample) sample = NULL;
  GstClockTime base = gst_element_get_base_time (GST_ELEMENT (listener));

  /* From before the listener began. */
  if (time < base)
    return;

  stamped = gst_buffer_copy (buffer);
  GST_BUFFER_PTS (stamped) = time - base;
  GST_BUFFER_DTS (stamped) = GST_CLOCK_TIME_NONE;
  sample = gst_sample_new (stamped, caps, NULL, NULL);
  gst_app_src_push_sample (listener, sample);
}

static GstPadProbeReturn
on_buffer (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Watch *watch = user_data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  g_autoptr (GPtrArray) listeners = dup_listeners (watch->tap, watch->kind);
  g_autoptr (GstCaps) caps = NULL;
  GstClockTime time;

  if (listeners == NULL)
    return GST_PAD_PROBE_OK;
  time = find_time (pad, buffer);
  caps = gst_pad_get_current_caps (pad);
  if (caps == NULL || !GST_CLOCK_TIME_IS_VALID (time))
    return GST_PAD_PROBE_OK;

  for (guint i = 0; i < listeners->len; i++)
    push (g_ptr_array_index (listeners, i), buffer, caps, time);

  return GST_PAD_PROBE_OK;
}

static void
interview_tap_finalize (GObject *object)
{
  InterviewTap *self = INTERVIEW_TAP (object);

  for (guint kind = 0; kind < INTERVIEW_TAP_N_KINDS; kind++)
    g_clear_pointer (&self->listeners[kind], g_ptr_array_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_tap_parent_class)->finalize (object);
}

static void
interview_tap_class_init (InterviewTapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_tap_finalize;
}

static void
interview_tap_init (InterviewTap *self)
{
  g_mutex_init (&self->mutex);
  for (guint kind = 0; kind < INTERVIEW_TAP_N_KINDS; kind++)
    self->listeners[kind] = g_ptr_array_new_with_free_func (gst_object_unref);
}

/**
 * interview_tap_new:
 *
 * Returns: (transfer full): a tap under which nothing flows yet
 */
InterviewTap *
interview_tap_new (void)
{
  return g_object_new (INTERVIEW_TYPE_TAP, NULL);
}

/**
 * interview_tap_watch:
 * @kind: what flows through @pad
 * @pad: (transfer none): of raw picture or raw sound; watched until it goes away
 */
void
interview_tap_watch (InterviewTap *self, InterviewTapKind kind, GstPad *pad)
{
  Watch *watch;

  g_return_if_fail (INTERVIEW_IS_TAP (self));
  g_return_if_fail (kind < INTERVIEW_TAP_N_KINDS);
  g_return_if_fail (GST_IS_PAD (pad));

  watch = g_new0 (Watch, 1);
  watch->tap = g_object_ref (self);
  watch->kind = kind;
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_buffer, watch, watch_free);
}

/**
 * interview_tap_add:
 * @kind: what it wants
 * @listener: (transfer none): gets every buffer from now on; it must never block
 */
void
interview_tap_add (InterviewTap *self, InterviewTapKind kind, GstAppSrc *listener)
{
  g_return_if_fail (INTERVIEW_IS_TAP (self));
  g_return_if_fail (kind < INTERVIEW_TAP_N_KINDS);
  g_return_if_fail (GST_IS_APP_SRC (listener));

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->listeners[kind], gst_object_ref (listener));
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_tap_remove:
 * @kind: what it got
 * @listener: (transfer none): one that was added, else nothing happens
 */
void
interview_tap_remove (InterviewTap *self, InterviewTapKind kind, GstAppSrc *listener)
{
  g_return_if_fail (INTERVIEW_IS_TAP (self));
  g_return_if_fail (kind < INTERVIEW_TAP_N_KINDS);

  g_mutex_lock (&self->mutex);
  g_ptr_array_remove_fast (self->listeners[kind], listener);
  g_mutex_unlock (&self->mutex);
}
