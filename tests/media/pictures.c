/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "pictures.h"

#include <sys/mman.h>
#include <unistd.h>

#include <gst/app/app.h>

#include "media/time-code.h"

/* The plate’s phase is of 8 bits and moves by 4 with each picture, so that it comes round. */
#define COUNT 64
#define PLATE_SPEED 4

/*
 * Pictures is what every camera of a comparison sees: a zone plate in motion, which has fine and
 * coarse detail in every direction, so that a codec has about as much to do as with a room and a
 * face in it. Drawn once, because drawing costs more than a camera does; each picture gets the
 * clock when it is taken. They are kept in a file, as a camera keeps its own out of the program’s
 * memory.
 */
struct _Pictures
{
  GstVideoInfo info;
  int file;
  guint next;
};

static gboolean
keep (Pictures *self, GstSample *sample)
{
  GstMapInfo map;
  gboolean kept;

  if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
    return FALSE;
  kept = map.size == GST_VIDEO_INFO_SIZE (&self->info) &&
         write (self->file, map.data, map.size) == (gssize) map.size;
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);

  return kept;
}

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
  guint count = 0;

  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420, width, height);
  self->file = memfd_create ("pictures", MFD_CLOEXEC);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (sink))) != NULL)
    {
      count += keep (self, sample);
      gst_sample_unref (sample);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (count != COUNT)
    g_error ("only %u pictures could be drawn", count);

  return self;
}

void
pictures_free (Pictures *self)
{
  close (self->file);
  g_free (self);
}

static GstPadProbeReturn
on_picture (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (info));
  Pictures *self = user_data;
  GstVideoFrame frame;

  GST_PAD_PROBE_INFO_DATA (info) = buffer;
  if (gst_video_frame_map (&frame, &self->info, buffer, GST_MAP_READWRITE))
    {
      pictures_next (self, &frame);
      interview_time_code_draw (&frame, g_get_real_time () / 1000);
      gst_video_frame_unmap (&frame);
    }

  return GST_PAD_PROBE_OK;
}

/* An InterviewCameraMaker: a camera that sees the pictures, with the clock in each. */
GstElement *
pictures_camera (gpointer pictures)
{
  Pictures *self = pictures;
  GstElement *camera = gst_bin_new (NULL);
  GstElement *clock = gst_element_factory_make ("videotestsrc", NULL);
  GstElement *format = gst_element_factory_make ("capsfilter", NULL);
  g_autoptr (GstCaps) caps = NULL;
  g_autoptr (GstPad) pad = gst_element_get_static_pad (format, "src");

  self->info.fps_n = PICTURES_RATE;
  self->info.fps_d = 1;
  caps = gst_video_info_to_caps (&self->info);
  gst_util_set_object_arg (G_OBJECT (clock), "pattern", "black");
  g_object_set (clock, "is-live", TRUE, NULL);
  g_object_set (format, "caps", caps, NULL);
  gst_bin_add_many (GST_BIN (camera), clock, format, NULL);
  gst_element_link (clock, format);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_picture, self, NULL);
  gst_element_add_pad (camera, gst_ghost_pad_new ("src", pad));

  return camera;
}

/* Puts the next picture into a frame of the same size and I420; the clock is left to the caller. */
void
pictures_next (Pictures *self, GstVideoFrame *frame)
{
  gsize size = GST_VIDEO_INFO_SIZE (&self->info);
  guint8 *data = GST_VIDEO_FRAME_PLANE_DATA (frame, 0);

  g_return_if_fail (GST_VIDEO_FRAME_SIZE (frame) == size);

  if (pread (self->file, data, size, size * (self->next++ % COUNT)) != (gssize) size)
    g_error ("a picture could not be read");
}
