/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/video-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/frame-texture.h"
#include "ui/video-paintable.h"

/*
 * InterviewVideoView shows one person: the picture, or the person's initials while there is none,
 * with the name and whether the microphone is off. One's own is mirrored and smaller.
 */
struct _InterviewVideoView
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  GtkWidget *avatar;
  GtkWidget *note_label;
  GtkWidget *tag;
  GtkWidget *muted_icon;
  GtkWidget *muted_label;
  GtkWidget *name_label;

  InterviewVideoPaintable *paintable;
  char *name;
  gboolean own;
  gboolean screen;
  gboolean camera_on;
  gboolean microphone_on;
  int inset;
};

enum
{
  PROP_0,
  PROP_FRAME_SLOT,
  PROP_NAME,
  PROP_NOTE,
  PROP_OWN,
  PROP_CAMERA_ON,
  PROP_MICROPHONE_ON,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define AVATAR_SIZE 128
#define AVATAR_SIZE_OWN 48

/* In a narrow view a name leaves room for one's own video beside it. */
#define TAG_NARROW 700
#define TAG_SHARE 0.6

G_DEFINE_FINAL_TYPE (InterviewVideoView, interview_video_view, GTK_TYPE_WIDGET)

static char *
describe (InterviewVideoView *self, gboolean picture)
{
  if (self->own)
    {
      if (!picture)
        return g_strdup (_ ("Your own video, camera off"));
      return g_strdup (self->microphone_on ? _ ("Your own video")
                                           : _ ("Your own video, microphone off"));
    }
  if (self->name == NULL)
    return g_strdup (self->screen ? _ ("Shared screen") : _ ("Video"));
  if (self->screen)
    /* Translators: %s is a person’s name. */
    return g_strdup_printf (_ ("Screen of %s"), self->name);
  if (!picture)
    /* Translators: %s is a person’s name. */
    return g_strdup_printf (_ ("%s, no picture"), self->name);
  if (!self->microphone_on)
    /* Translators: %s is a person’s name. */
    return g_strdup_printf (_ ("Video of %s, microphone off"), self->name);
  /* Translators: %s is a person’s name. */
  return g_strdup_printf (_ ("Video of %s"), self->name);
}

static void
update (InterviewVideoView *self)
{
  gboolean picture = self->camera_on && interview_video_paintable_get_has_picture (self->paintable);
  g_autofree char *description = describe (self, picture);
  /* Translators: under one’s own small video. */
  const char *name = self->own ? _ ("You") : self->name;

  gtk_widget_set_visible (self->picture, picture);
  gtk_widget_set_visible (self->avatar, !picture && !self->screen);
  adw_avatar_set_text (ADW_AVATAR (self->avatar), self->name);
  adw_avatar_set_size (ADW_AVATAR (self->avatar), self->own ? AVATAR_SIZE_OWN : AVATAR_SIZE);
  gtk_label_set_label (GTK_LABEL (self->name_label), self->screen   ? description
                                                     : name != NULL ? name
                                                                    : "");
  gtk_widget_set_visible (self->name_label, name != NULL);
  gtk_widget_set_visible (self->muted_icon, !self->microphone_on);
  gtk_widget_set_visible (self->muted_label, !self->microphone_on && !self->own);
  gtk_widget_set_visible (self->tag, name != NULL || !self->microphone_on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

/* Lifts the name above what covers the bottom. */
static gboolean
on_get_child_position (GtkOverlay *overlay,
                       GtkWidget *child,
                       GdkRectangle *area,
                       InterviewVideoView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (overlay));
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GtkRequisition minimum, natural;

  if (child != self->tag)
    return FALSE;
  gtk_widget_get_preferred_size (child, &minimum, &natural);
  if (width < TAG_NARROW)
    width = (int) (width * TAG_SHARE);
  area->width = CLAMP (natural.width, minimum.width, MAX (width, minimum.width));
  area->height = natural.height;
  area->x = rtl ? gtk_widget_get_width (GTK_WIDGET (overlay)) - area->width : 0;
  area->y = MAX (height - area->height - self->inset, 0);
  return TRUE;
}

/* Said again with each picture, for another view may have had the slot meanwhile. */
static void
say_size (InterviewVideoView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  InterviewFrameSlot *slot = interview_video_paintable_get_slot (self->paintable);
  int scale = gtk_widget_get_scale_factor (widget);

  if (slot != NULL && gtk_widget_get_width (widget) > 0)
    interview_frame_slot_set_display_size (slot, gtk_widget_get_width (widget) * scale,
                                           gtk_widget_get_height (widget) * scale);
}

/* A place that is right but for a part of a pixel is filled: no line stays at its side. */
static void
fit (InterviewVideoView *self, int width, int height)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->paintable));
  gboolean right =
      ratio > 0 && (fabs (width - height * ratio) < 1 || fabs (height - width / ratio) < 1);

  gtk_picture_set_content_fit (GTK_PICTURE (self->picture),
                               right ? GTK_CONTENT_FIT_FILL : GTK_CONTENT_FIT_CONTAIN);
}

static void
interview_video_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  fit (INTERVIEW_VIDEO_VIEW (widget), width, height);
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  say_size (INTERVIEW_VIDEO_VIEW (widget));
}

static void
interview_video_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
interview_video_view_realize (GtkWidget *widget)
{
  g_autoptr (InterviewGlPicture) picture = NULL;
  GtkNative *native;

  GTK_WIDGET_CLASS (interview_video_view_parent_class)->realize (widget);
  native = gtk_widget_get_native (widget);
  interview_video_paintable_set_takes_planes (INTERVIEW_VIDEO_VIEW (widget)->paintable,
                                              interview_frame_texture_takes_planes (native));
  picture = interview_gl_picture_new_for_native (native);
  interview_video_paintable_set_gl_picture (INTERVIEW_VIDEO_VIEW (widget)->paintable, picture);
}

static void
interview_video_view_unrealize (GtkWidget *widget)
{
  interview_video_paintable_set_gl_picture (INTERVIEW_VIDEO_VIEW (widget)->paintable, NULL);
  GTK_WIDGET_CLASS (interview_video_view_parent_class)->unrealize (widget);
}

static void
interview_video_view_dispose (GObject *object)
{
  InterviewVideoView *self = INTERVIEW_VIDEO_VIEW (object);
  GtkWidget *child;

  interview_video_paintable_set_slot (self->paintable, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_VIDEO_VIEW);
  /* That unparents only what is bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_video_view_parent_class)->dispose (object);
}

static void
interview_video_view_finalize (GObject *object)
{
  InterviewVideoView *self = INTERVIEW_VIDEO_VIEW (object);

  g_object_unref (self->paintable);
  g_free (self->name);

  G_OBJECT_CLASS (interview_video_view_parent_class)->finalize (object);
}

static void
interview_video_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  InterviewVideoView *self = INTERVIEW_VIDEO_VIEW (object);

  switch (prop_id)
    {
    case PROP_FRAME_SLOT:
      g_value_set_object (value, interview_video_paintable_get_slot (self->paintable));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_NOTE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->note_label)));
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_CAMERA_ON:
      g_value_set_boolean (value, self->camera_on);
      break;
    case PROP_MICROPHONE_ON:
      g_value_set_boolean (value, self->microphone_on);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_flag (InterviewVideoView *self, gboolean *flag, const GValue *value, GParamSpec *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
interview_video_view_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  InterviewVideoView *self = INTERVIEW_VIDEO_VIEW (object);

  switch (prop_id)
    {
    case PROP_FRAME_SLOT:
      interview_video_view_set_frame_slot (self, g_value_get_object (value));
      break;
    case PROP_NAME:
      interview_video_view_set_name (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      interview_video_view_set_note (self, g_value_get_string (value));
      break;
    case PROP_OWN:
      interview_video_view_set_own (self, g_value_get_boolean (value));
      break;
    case PROP_CAMERA_ON:
      set_flag (self, &self->camera_on, value, pspec);
      break;
    case PROP_MICROPHONE_ON:
      set_flag (self, &self->microphone_on, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_video_view_get_property;
  object_class->set_property = interview_video_view_set_property;
  properties[PROP_FRAME_SLOT] =
      g_param_spec_object ("frame-slot", NULL, NULL, INTERVIEW_TYPE_FRAME_SLOT, flags);
  properties[PROP_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, flags);
  properties[PROP_CAMERA_ON] = g_param_spec_boolean ("camera-on", NULL, NULL, TRUE, flags);
  properties[PROP_MICROPHONE_ON] = g_param_spec_boolean ("microphone-on", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_video_view_class_init (InterviewVideoViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_video_view_dispose;
  object_class->finalize = interview_video_view_finalize;
  widget_class->realize = interview_video_view_realize;
  widget_class->unrealize = interview_video_view_unrealize;
  widget_class->measure = interview_video_view_measure;
  widget_class->size_allocate = interview_video_view_size_allocate;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "videoview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/video-view.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, picture);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, avatar);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, note_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, tag);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, muted_icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, muted_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewVideoView, name_label);
  gtk_widget_class_bind_template_callback (widget_class, on_get_child_position);
}

static void
interview_video_view_init (InterviewVideoView *self)
{
  self->camera_on = TRUE;
  self->microphone_on = TRUE;
  self->paintable = interview_video_paintable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (self->paintable));
  g_signal_connect_object (self->paintable, "invalidate-contents", G_CALLBACK (say_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paintable, "notify::has-picture", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * interview_video_view_new:
 * @slot: (nullable): where the picture comes from
 *
 * Returns: (transfer floating): a view
 */
InterviewVideoView *
interview_video_view_new (InterviewFrameSlot *slot)
{
  return g_object_new (INTERVIEW_TYPE_VIDEO_VIEW, "frame-slot", slot, NULL);
}

/**
 * interview_video_view_set_frame_slot:
 * @slot: (nullable): where the picture comes from
 */
void
interview_video_view_set_frame_slot (InterviewVideoView *self, InterviewFrameSlot *slot)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  interview_video_paintable_set_slot (self->paintable, slot);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAME_SLOT]);
}

/**
 * interview_video_view_set_name:
 * @name: (nullable): the person's name
 */
void
interview_video_view_set_name (InterviewVideoView *self, const char *name)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * interview_video_view_set_note:
 * @note: (nullable): said over the picture, such as “Reconnecting…”
 */
void
interview_video_view_set_note (InterviewVideoView *self, const char *note)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  note = note != NULL ? note : "";
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->note_label)), note))
    return;
  gtk_label_set_label (GTK_LABEL (self->note_label), note);
  gtk_widget_set_visible (self->note_label, *note != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/**
 * interview_video_view_set_inset:
 * @inset: height in pixels that controls cover at the bottom; the name lies above it
 *
 * To be called before the view gets its size.
 */
void
interview_video_view_set_inset (InterviewVideoView *self, int inset)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  if (self->inset == inset)
    return;
  self->inset = inset;
  gtk_widget_queue_allocate (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/**
 * interview_video_view_set_own:
 * @own: whether it shows oneself: small and mirrored
 */
void
interview_video_view_set_own (InterviewVideoView *self, gboolean own)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  own = !!own;
  if (self->own == own)
    return;
  self->own = own;
  interview_video_paintable_set_mirrored (self->paintable, own);
  if (own)
    gtk_widget_add_css_class (GTK_WIDGET (self), "own");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "own");
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWN]);
}

/**
 * interview_video_view_set_screen:
 * @screen: whether it shows the person’s screen rather than the person
 */
void
interview_video_view_set_screen (InterviewVideoView *self, gboolean screen)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_VIEW (self));

  self->screen = screen;
  update (self);
}
