/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "pictures.h"

#include <gst/app/app.h>

#include "media/time-code.h"

/* The plate’s phase is of 8 bits and moves by 4 with each picture, so that it comes round. */
#define COUNT 64
#define PLATE_SPEED 4

/*
 * Pictures is what every camera of a comparison sees: a zone plate in motion, which has fine and
 * coarse detail in every direction, so that a codec has about as much to do as with a room and a
 * face in it. Drawn once, because drawing costs more than a camera does; each picture gets the
 * clock when it is taken.
 */
struct _Pictures
{
  GstVideoInfo info;
  GPtrArray *samples;
  guint next;
};

/* Draws the pictures; ends the program if there is no GStreamer to do it. */
Pictures *
pictures_new (int width, int height)
{
  Pictures *self = g_new0 (Pictures, 1);
  g_autofree char *description =
      g_strdup_printf ("videotestsrc pattern=zone-plate kx2=%d ky2=%d kt=%d num-buffers=%d "
                       "! video/x-raw,format=I420,width=%d,height=%d,framerate=%d/1 "
                       "! appsink name=sink sync=false max-buffers=0",
                       MAX (1, 12 * 640 / width), MAX (1, 12 * 640 / width), PLATE_SPEED, COUNT,
                       width, height, PICTURES_RATE);
  g_autoptr (GstElement) pipeline = gst_parse_launch (description, NULL);
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  GstSample *sample;

  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420, width, height);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) gst_sample_unref);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (sink))) != NULL)
    g_ptr_array_add (self->samples, sample);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (self->samples->len != COUNT)
    g_error ("only %u pictures could be drawn", self->samples->len);

  return self;
}

void
pictures_free (Pictures *self)
{
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/* Copies the next picture into a frame of the same size and I420; the clock is left to the
 * caller. */
void
pictures_next (Pictures *self, GstVideoFrame *frame)
{
  GstSample *sample = g_ptr_array_index (self->samples, self->next++ % COUNT);
  GstVideoFrame picture;

  g_return_if_fail (
      gst_video_frame_map (&picture, &self->info, gst_sample_get_buffer (sample), GST_MAP_READ));
  gst_video_frame_copy (frame, &picture);
  gst_video_frame_unmap (&picture);
}
