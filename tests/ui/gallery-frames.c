/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gallery-frames.h"

#include <gst/video/video.h>
#include <gtk/gtk.h>

/*
 * GalleryFrames draws somebody before a wall into a frame slot: a video without a camera or a
 * pipeline.
 */
struct _GalleryFrames
{
  GObject parent_instance;

  InterviewFrameSlot *slot;
  double hue;
  guint timeout_id;
  guint count;
};

#define WIDTH 640
#define HEIGHT 360
#define INTERVAL 500

G_DEFINE_FINAL_TYPE (GalleryFrames, gallery_frames, G_TYPE_OBJECT)

static void
draw_person (cairo_t *cr, double hue, guint count)
{
  float r, g, b;
  double x = WIDTH / 2.0 + 12 * ((count % 20) / 10.0 - 1);

  gtk_hsv_to_rgb ((float) hue, 0.25f, 0.85f, &r, &g, &b);
  cairo_set_source_rgb (cr, r, g, b);
  cairo_paint (cr);
  gtk_hsv_to_rgb ((float) hue, 0.6f, 0.45f, &r, &g, &b);
  cairo_set_source_rgb (cr, r, g, b);
  cairo_arc (cr, x, HEIGHT + 60, 170, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.87, 0.7, 0.6);
  cairo_arc (cr, x, 170, 70, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.2, 0.15, 0.12);
  cairo_arc (cr, x, 150, 72, G_PI, 2 * G_PI);
  cairo_fill (cr);
}

static GstSample *
create_sample (GalleryFrames *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GstCaps) caps = NULL;
  GstBuffer *buffer;
  GstVideoInfo info;
  GstVideoFrame frame;
  GstSample *sample;

  draw_person (cr, self->hue, self->count++);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gst_video_info_set_format (&info, GST_VIDEO_FORMAT_RGB, WIDTH, HEIGHT);
  caps = gst_video_info_to_caps (&info);
  buffer = gst_buffer_new_allocate (NULL, info.size, NULL);
  gst_video_frame_map (&frame, &info, buffer, GST_MAP_READWRITE);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *from = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                               y * cairo_image_surface_get_stride (surface));
      guint8 *to = (guint8 *) GST_VIDEO_FRAME_PLANE_DATA (&frame, 0) +
                   y * GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0);

      for (int x = 0; x < WIDTH; x++)
        {
          to[3 * x] = (guint8) (from[x] >> 16);
          to[3 * x + 1] = (guint8) (from[x] >> 8);
          to[3 * x + 2] = (guint8) from[x];
        }
    }
  gst_video_frame_unmap (&frame);
  cairo_surface_destroy (surface);
  sample = gst_sample_new (buffer, caps, NULL, NULL);
  gst_buffer_unref (buffer);
  return sample;
}

static gboolean
on_timeout (gpointer user_data)
{
  GalleryFrames *self = user_data;
  GstSample *sample = create_sample (self);

  interview_frame_slot_put (self->slot, sample);
  gst_sample_unref (sample);
  return G_SOURCE_CONTINUE;
}

static void
gallery_frames_dispose (GObject *object)
{
  GalleryFrames *self = GALLERY_FRAMES (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->slot);

  G_OBJECT_CLASS (gallery_frames_parent_class)->dispose (object);
}

static void
gallery_frames_class_init (GalleryFramesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gallery_frames_dispose;
}

static void
gallery_frames_init (GalleryFrames *self)
{
  self->timeout_id = g_timeout_add (INTERVAL, on_timeout, self);
}

/* A person in front of a wall of some hue, 0 to 1, who moves twice a second. */
GalleryFrames *
gallery_frames_new (InterviewFrameSlot *slot, double hue)
{
  GalleryFrames *self = g_object_new (GALLERY_TYPE_FRAMES, NULL);

  self->slot = g_object_ref (slot);
  self->hue = hue;
  return self;
}
