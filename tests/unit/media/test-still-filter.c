/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/video/video.h>

#include "media/still-filter.h"

#define SIZE 4096
#define RATE 10

typedef struct
{
  GstPad *from;
  GstPad *to;
  guint pushed;
  guint passed;
} Line;

static GstFlowReturn
on_chain (GstPad *pad, GstObject *parent, GstBuffer *buffer)
{
  Line *line = gst_pad_get_element_private (pad);

  line->passed++;
  gst_buffer_unref (buffer);

  return GST_FLOW_OK;
}

/* A pad that pictures leave by, and one that takes them and asks for key frames. */
static void
line_open (Line *self)
{
  GstSegment segment;

  *self = (Line){ 0 };
  self->from = gst_pad_new ("src", GST_PAD_SRC);
  self->to = gst_pad_new ("sink", GST_PAD_SINK);
  gst_pad_set_element_private (self->to, self);
  gst_pad_set_chain_function (self->to, on_chain);
  g_assert_cmpint (gst_pad_link (self->from, self->to), ==, GST_PAD_LINK_OK);
  gst_pad_set_active (self->to, TRUE);
  gst_pad_set_active (self->from, TRUE);
  interview_still_filter_add (self->from, self->from);
  gst_segment_init (&segment, GST_FORMAT_TIME);
  gst_pad_push_event (self->from, gst_event_new_stream_start ("screen"));
  gst_pad_push_event (self->from, gst_event_new_segment (&segment));
}

static void
line_close (Line *self)
{
  gst_pad_set_active (self->from, FALSE);
  gst_pad_set_active (self->to, FALSE);
  gst_object_unref (self->from);
  gst_object_unref (self->to);
}

/* Returns how many of them passed. */
static guint
push (Line *self, guint8 grey, guint count)
{
  guint before = self->passed;

  for (guint i = 0; i < count; i++)
    {
      GstBuffer *buffer = gst_buffer_new_allocate (NULL, SIZE, NULL);

      gst_buffer_memset (buffer, 0, grey, SIZE);
      GST_BUFFER_PTS (buffer) = self->pushed++ * GST_SECOND / RATE;
      gst_pad_push (self->from, buffer);
    }

  return self->passed - before;
}

static void
test_still (void)
{
  Line line;

  line_open (&line);
  /* The first one, and those that sharpen it. */
  g_assert_cmpuint (push (&line, 10, 11), ==, 11);
  /* Then one a second. */
  g_assert_cmpuint (push (&line, 10, 9), ==, 0);
  g_assert_cmpuint (push (&line, 10, 30), ==, 3);
  /* All that move. */
  for (guint8 grey = 20; grey < 40; grey++)
    g_assert_cmpuint (push (&line, grey, 1), ==, 1);
  g_assert_cmpuint (push (&line, 39, 40), ==, 13);
  line_close (&line);
}

/* Who lost the picture does not wait for the second. */
static void
test_wanted (void)
{
  Line line;

  line_open (&line);
  push (&line, 10, 42);
  g_assert_cmpuint (push (&line, 10, 2), ==, 0);
  gst_pad_send_event (line.from,
                      gst_video_event_new_upstream_force_key_unit (GST_CLOCK_TIME_NONE, FALSE, 0));
  g_assert_cmpuint (push (&line, 10, 1), ==, 1);
  g_assert_cmpuint (push (&line, 10, 5), ==, 0);
  line_close (&line);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/still-filter/still", test_still);
  g_test_add_func ("/still-filter/wanted", test_wanted);

  return g_test_run ();
}
