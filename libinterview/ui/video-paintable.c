/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-ui"

#include "ui/video-paintable.h"

#include <gst/video/video.h>
#include <gtk/gtk.h>

#include "ui/frame-texture.h"

/*
 * InterviewVideoPaintable paints the newest frame of an #InterviewFrameSlot. A frame becomes a
 * texture without being copied, in RGB or, where GTK takes that, as it was decoded. Asking for a
 * redraw more often than the frame clock ticks costs nothing, so frames that come faster than the
 * screen are simply replaced. Where a graphics card
 * paints with GL, an #InterviewGlPicture draws frames as they were decoded, one at a time; the
 * newest waits in the slot meanwhile.
 *
 * It has no size of its own, only an aspect ratio: a video is as large as there is room.
 *
 * The frames of a slot go to the paintable that was given it last; this one keeps its last picture
 * meanwhile, and goes on when the other one is given another slot or none. Main thread only.
 */
typedef struct
{
  InterviewVideoPaintable *paintable; /* cleared when the paintable gives the slot up */
} Reader;

struct _InterviewVideoPaintable
{
  GObject parent_instance;

  InterviewFrameSlot *slot;
  Reader *reader; /* owned by the slot */
  InterviewGlPicture *gl_picture;
  gboolean gl_failed;
  GCancellable *drawing; /* a frame is being drawn */
  gboolean takes_planes;
  double drawn_aspect_ratio;
  GdkTexture *texture;
  double aspect_ratio;
  gboolean mirrored;
};

enum
{
  PROP_0,
  PROP_SLOT,
  PROP_MIRRORED,
  PROP_HAS_PICTURE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void interview_video_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewVideoPaintable,
                               interview_video_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                      interview_video_paintable_iface_init))

static double
find_aspect_ratio (GstSample *sample)
{
  GstVideoInfo info;

  gst_video_info_from_caps (&info, gst_sample_get_caps (sample));

  return (double) info.width * MAX (info.par_n, 1) / (info.height * MAX (info.par_d, 1));
}

static void
set_texture (InterviewVideoPaintable *self, GdkTexture *texture, double aspect_ratio)
{
  gboolean had_picture = self->texture != NULL;
  gboolean resized = self->aspect_ratio != aspect_ratio;

  if (!had_picture && texture == NULL)
    return;
  g_set_object (&self->texture, texture);
  self->aspect_ratio = aspect_ratio;
  if (resized)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
  if (had_picture != (texture != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_PICTURE]);
}

static void
set_planar (InterviewVideoPaintable *self)
{
  interview_frame_slot_set_planar (self->slot, self->gl_picture != NULL || self->takes_planes);
}

static void
use_gl_picture (InterviewVideoPaintable *self, InterviewGlPicture *picture)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_set_object (&self->gl_picture, picture);
  if (self->reader != NULL)
    set_planar (self);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewVideoPaintable) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
      interview_gl_picture_draw_finish (INTERVIEW_GL_PICTURE (source), result, &error);

  /* Then another drawing may be under way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->drawing);
  if (texture != NULL)
    set_texture (self, texture, self->drawn_aspect_ratio);
  else
    {
      g_info ("Pictures are not drawn with GL any more: %s", error->message);
      self->gl_failed = TRUE;
      use_gl_picture (self, NULL);
    }
  if (self->reader != NULL)
    interview_frame_slot_remind (self->slot);
}

static void
draw (InterviewVideoPaintable *self, GstSample *sample)
{
  self->drawn_aspect_ratio = find_aspect_ratio (sample);
  self->drawing = g_cancellable_new ();
  interview_gl_picture_draw_async (self->gl_picture, sample,
                                   interview_frame_slot_get_display_width (self->slot),
                                   interview_frame_slot_get_display_height (self->slot),
                                   self->drawing, on_drawn, g_object_ref (self));
}

static void
take_frame (InterviewVideoPaintable *self)
{
  g_autoptr (GstSample) sample = interview_frame_slot_take (self->slot);

  if (sample == NULL)
    {
      if (interview_frame_slot_is_blank (self->slot))
        set_texture (self, NULL, 0);
    }
  else if (self->gl_picture != NULL && interview_gl_picture_can_draw (sample))
    draw (self, sample);
  else
    {
      g_autoptr (GdkTexture) texture = interview_frame_texture_new (sample);

      if (texture != NULL)
        set_texture (self, texture, find_aspect_ratio (sample));
    }
}

static void
on_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  Reader *reader = user_data;
  InterviewVideoPaintable *self = reader->paintable;

  if (self == NULL)
    return;
  /* Another one may have had the slot meanwhile. */
  set_planar (self);
  if (self->drawing == NULL)
    take_frame (self);
}

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  if (reader->paintable != NULL)
    reader->paintable->reader = NULL;
  g_free (reader);
}

static void
interview_video_paintable_snapshot (GdkPaintable *paintable,
                                    GdkSnapshot *snapshot,
                                    double width,
                                    double height)
{
  InterviewVideoPaintable *self = INTERVIEW_VIDEO_PAINTABLE (paintable);

  if (self->texture == NULL)
    return;
  gtk_snapshot_save (snapshot);
  if (self->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  interview_frame_texture_snapshot (self->texture, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static double
interview_video_paintable_get_aspect_ratio (GdkPaintable *paintable)
{
  return INTERVIEW_VIDEO_PAINTABLE (paintable)->aspect_ratio;
}

static GdkPaintable *
interview_video_paintable_get_current_image (GdkPaintable *paintable)
{
  InterviewVideoPaintable *self = INTERVIEW_VIDEO_PAINTABLE (paintable);

  return self->texture != NULL ? GDK_PAINTABLE (g_object_ref (self->texture))
                               : gdk_paintable_new_empty (0, 0);
}

static void
interview_video_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = interview_video_paintable_snapshot;
  iface->get_intrinsic_aspect_ratio = interview_video_paintable_get_aspect_ratio;
  iface->get_current_image = interview_video_paintable_get_current_image;
}

static void
interview_video_paintable_dispose (GObject *object)
{
  InterviewVideoPaintable *self = INTERVIEW_VIDEO_PAINTABLE (object);

  interview_video_paintable_set_slot (self, NULL);
  g_clear_object (&self->gl_picture);

  G_OBJECT_CLASS (interview_video_paintable_parent_class)->dispose (object);
}

static void
interview_video_paintable_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  InterviewVideoPaintable *self = INTERVIEW_VIDEO_PAINTABLE (object);

  switch (prop_id)
    {
    case PROP_SLOT:
      g_value_set_object (value, self->slot);
      break;
    case PROP_MIRRORED:
      g_value_set_boolean (value, self->mirrored);
      break;
    case PROP_HAS_PICTURE:
      g_value_set_boolean (value, self->texture != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_video_paintable_set_property (GObject *object,
                                        guint prop_id,
                                        const GValue *value,
                                        GParamSpec *pspec)
{
  InterviewVideoPaintable *self = INTERVIEW_VIDEO_PAINTABLE (object);

  switch (prop_id)
    {
    case PROP_SLOT:
      interview_video_paintable_set_slot (self, g_value_get_object (value));
      break;
    case PROP_MIRRORED:
      interview_video_paintable_set_mirrored (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_video_paintable_class_init (InterviewVideoPaintableClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_video_paintable_dispose;
  object_class->get_property = interview_video_paintable_get_property;
  object_class->set_property = interview_video_paintable_set_property;

  properties[PROP_SLOT] =
      g_param_spec_object ("slot", NULL, NULL, INTERVIEW_TYPE_FRAME_SLOT, flags);
  properties[PROP_MIRRORED] = g_param_spec_boolean ("mirrored", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_PICTURE] =
      g_param_spec_boolean ("has-picture", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_video_paintable_init (InterviewVideoPaintable *self)
{
}

/**
 * interview_video_paintable_new:
 *
 * Returns: (transfer full): a paintable without a picture
 */
InterviewVideoPaintable *
interview_video_paintable_new (void)
{
  return g_object_new (INTERVIEW_TYPE_VIDEO_PAINTABLE, NULL);
}

/**
 * interview_video_paintable_get_slot:
 *
 * Returns: (nullable) (transfer none): where the frames come from
 */
InterviewFrameSlot *
interview_video_paintable_get_slot (InterviewVideoPaintable *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self), NULL);

  return self->slot;
}

/**
 * interview_video_paintable_set_slot:
 * @slot: (nullable): where the frames come from; %NULL takes the picture away
 */
void
interview_video_paintable_set_slot (InterviewVideoPaintable *self, InterviewFrameSlot *slot)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self));
  g_return_if_fail (slot == NULL || INTERVIEW_IS_FRAME_SLOT (slot));

  if (slot == NULL && self->slot == NULL)
    return;
  if (self->reader != NULL)
    interview_frame_slot_remove_reader (self->slot, self->reader);
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  if (self->slot != slot)
    set_texture (self, NULL, 0);
  g_set_object (&self->slot, slot);
  if (slot != NULL)
    {
      self->reader = g_new0 (Reader, 1);
      self->reader->paintable = self;
      set_planar (self);
      interview_frame_slot_add_reader (slot, on_frame, self->reader, reader_free);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}

/**
 * interview_video_paintable_set_mirrored:
 * @mirrored: whether left and right change places, as people know themselves from mirrors
 */
void
interview_video_paintable_set_mirrored (InterviewVideoPaintable *self, gboolean mirrored)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self));

  mirrored = !!mirrored;
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIRRORED]);
}

/**
 * interview_video_paintable_set_gl_picture:
 * @picture: (nullable): what draws the frames, on the display where they are shown; %NULL has them
 *   come in RGB, too
 *
 * One that fails is given up, and no other is taken after that.
 */
void
interview_video_paintable_set_gl_picture (InterviewVideoPaintable *self,
                                          InterviewGlPicture *picture)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self));
  g_return_if_fail (picture == NULL || INTERVIEW_IS_GL_PICTURE (picture));

  if (!self->gl_failed && self->gl_picture != picture)
    use_gl_picture (self, picture);
}

/**
 * interview_video_paintable_set_takes_planes:
 * @takes_planes: what interview_frame_texture_takes_planes() says of the window
 */
void
interview_video_paintable_set_takes_planes (InterviewVideoPaintable *self, gboolean takes_planes)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self));

  self->takes_planes = takes_planes;
  if (self->reader != NULL)
    set_planar (self);
}

/**
 * interview_video_paintable_get_has_picture:
 *
 * Returns: whether there is a frame to paint
 */
gboolean
interview_video_paintable_get_has_picture (InterviewVideoPaintable *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VIDEO_PAINTABLE (self), FALSE);

  return self->texture != NULL;
}
