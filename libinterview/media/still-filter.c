/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/still-filter.h"

#include <string.h>

#include <gst/video/video.h>

/* So many pictures after a change make it as sharp as it becomes. */
#define SHARPENED 10

/* A picture that stands is shown again this often, for somebody who missed it. */
#define REPEAT_AFTER GST_SECOND

/*
 * Leaves out pictures of a screen that are as the one before. An encoder makes some kilobytes of
 * each of them, and ten a second are as much as a slow line carries, while the page that somebody
 * waits for has to share it with them.
 *
 * Called on the streaming thread; a key frame that is asked for lets the next picture through.
 */
typedef struct
{
  GMutex mutex;
  GstBuffer *last;
  guint repeats;
  GstClockTime passed;
  gboolean wanted;
} Filter;

static void
filter_clear (gpointer data)
{
  Filter *self = data;

  gst_clear_buffer (&self->last);
  g_mutex_clear (&self->mutex);
}

static void
filter_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, filter_clear);
}

static gboolean
is_equal (GstBuffer *one, GstBuffer *other)
{
  GstMapInfo map;
  gboolean equal;

  if (gst_buffer_get_size (one) != gst_buffer_get_size (other) ||
      !gst_buffer_map (one, &map, GST_MAP_READ))
    return FALSE;
  equal = gst_buffer_memcmp (other, 0, map.data, map.size) == 0;
  gst_buffer_unmap (one, &map);

  return equal;
}

static gboolean
is_due (Filter *self, GstClockTime time)
{
  if (self->wanted || self->repeats < SHARPENED)
    return TRUE;

  return !GST_CLOCK_TIME_IS_VALID (time) || time < self->passed ||
         time - self->passed >= REPEAT_AFTER;
}

static GstPadProbeReturn
on_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Filter *self = user_data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  gboolean due = TRUE;

  g_mutex_lock (&self->mutex);
  if (self->last != NULL && is_equal (self->last, buffer))
    {
      due = is_due (self, GST_BUFFER_PTS (buffer));
      self->repeats++;
    }
  else
    {
      gst_buffer_replace (&self->last, buffer);
      self->repeats = 0;
    }
  if (due)
    {
      self->passed = GST_BUFFER_PTS (buffer);
      self->wanted = FALSE;
    }
  g_mutex_unlock (&self->mutex);

  return due ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
}

static GstPadProbeReturn
on_request (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Filter *self = user_data;

  if (!gst_video_event_is_force_key_unit (GST_PAD_PROBE_INFO_EVENT (info)))
    return GST_PAD_PROBE_OK;

  g_mutex_lock (&self->mutex);
  self->wanted = TRUE;
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

/**
 * interview_still_filter_add:
 * @pictures: (transfer none): a pad that raw pictures leave by
 * @requests: (transfer none): a pad behind the encoder, where key frames are asked for
 *
 * Filters what leaves, as long as the pads are there.
 */
void
interview_still_filter_add (GstPad *pictures, GstPad *requests)
{
  Filter *self = g_atomic_rc_box_new0 (Filter);

  g_mutex_init (&self->mutex);
  gst_pad_add_probe (pictures, GST_PAD_PROBE_TYPE_BUFFER, on_picture, self, filter_unref);
  gst_pad_add_probe (requests, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_request,
                     g_atomic_rc_box_acquire (self), filter_unref);
}
