/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/call-view.h"

#include <glib/gi18n-lib.h>

#include "ui/call-banner.h"
#include "ui/pointer-rest.h"
#include "ui/video-stage.h"

/*
 * InterviewCallView is the page of a call: the others' videos, oneself in a corner, what is the
 * matter, the controls, and the panels around all of it. It shows what it is told; the owner binds
 * the controls to capture and playback and tells the situation.
 *
 * A panel that is open stays open through every change of situation.
 */
struct _InterviewCallView
{
  GtkWidget parent_instance;

  InterviewPanelHost *host;
  InterviewVideoStage *stage;
  InterviewCallControls *controls;
  GtkWidget *overlay;
  GtkWidget *status_box;
  GtkWidget *status_icon;
  GtkWidget *status_title;
  GtkWidget *status_text;
  GtkWidget *present_label;
  InterviewRecordingSign *recording_sign;
  InterviewCallCorner *corner;
  InterviewCallBanner *banner;

  InterviewPointerRest *rest;
  GdkRectangle free_area;
  InterviewCallSituation situation;
  gboolean absent; /* the other side was there and went */
  char *other_name;
  char *present;
};

G_DEFINE_FINAL_TYPE (InterviewCallView, interview_call_view, GTK_TYPE_WIDGET)

static void
show_status (InterviewCallView *self, const char *icon_name, const char *title, const char *text)
{
  gtk_widget_set_visible (self->status_box, title != NULL);
  if (title == NULL)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status_icon), icon_name);
  gtk_label_set_label (GTK_LABEL (self->status_title), title);
  gtk_label_set_label (GTK_LABEL (self->status_text), text);
  gtk_label_set_label (GTK_LABEL (self->present_label), self->present != NULL ? self->present : "");
  gtk_widget_set_visible (self->present_label, self->present != NULL);
}

static void
show_waiting (InterviewCallView *self)
{
  g_autofree char *title = NULL;

  if (self->other_name != NULL)
    /* Translators: %s is a person’s name. */
    title = g_strdup_printf (_ ("Waiting for %s"), self->other_name);
  show_status (self, "system-users-symbolic", title != NULL ? title : _ ("Waiting for the others"),
               _ ("The interview starts by itself as soon as the other side is here."));
}

static void
show_lobby (InterviewCallView *self)
{
  show_status (self, "system-users-symbolic", _ ("You are in the lobby"),
               _ ("The recruiters know that you are here and let you in. Keep this window open."));
}

static void
show_knocking (InterviewCallView *self)
{
  g_autofree char *title = NULL;

  if (self->other_name != NULL)
    /* Translators: %s is a person’s name. */
    title = g_strdup_printf (_ ("%s is in the lobby"), self->other_name);
  show_status (self, "system-users-symbolic",
               title != NULL ? title : _ ("The other side is in the lobby"),
               _ ("They neither see nor hear you. Admit them when you are ready."));
}

static void
show_absent (InterviewCallView *self, gboolean left)
{
  g_autofree char *title = NULL;

  if (self->other_name != NULL && left)
    /* Translators: %s is a person’s name. */
    title = g_strdup_printf (_ ("%s left the interview"), self->other_name);
  else if (self->other_name != NULL)
    /* Translators: %s is a person’s name. */
    title = g_strdup_printf (_ ("The connection to %s was lost"), self->other_name);
  else
    title = g_strdup (left ? _ ("The other side left the interview")
                           : _ ("The connection to the other side was lost"));
  show_status (self, left ? "call-stop-symbolic" : "network-error-symbolic", title,
               left ? _ ("They can come back. Stay here, or hang up.")
                    : _ ("The interview continues by itself as soon as they are back."));
}

static void
show_returned (InterviewCallView *self)
{
  g_autofree char *text = NULL;

  /* Translators: %s is a person’s name. */
  text = self->other_name != NULL ? g_strdup_printf (_ ("%s is back"), self->other_name)
                                  : g_strdup (_ ("You are connected"));
  interview_call_banner_tell (self->banner, "object-select-symbolic", text);
}

static void
show_situation (InterviewCallView *self)
{
  show_status (self, NULL, NULL, NULL);
  switch (self->situation)
    {
    case INTERVIEW_CALL_SITUATION_LOBBY:
      interview_call_banner_hide (self->banner);
      show_lobby (self);
      break;
    case INTERVIEW_CALL_SITUATION_KNOCKING:
      interview_call_banner_hide (self->banner);
      show_knocking (self);
      break;
    case INTERVIEW_CALL_SITUATION_WAITING:
      interview_call_banner_hide (self->banner);
      show_waiting (self);
      break;
    case INTERVIEW_CALL_SITUATION_CONNECTING:
      interview_call_banner_tell_busy (self->banner, _ ("Connecting…"));
      break;
    case INTERVIEW_CALL_SITUATION_OFFLINE:
      interview_call_banner_tell_busy (self->banner,
                                       _ ("You are offline. The call reconnects by itself."));
      break;
    case INTERVIEW_CALL_SITUATION_RECONNECTING:
      interview_call_banner_tell_busy (self->banner,
                                       _ ("The connection was interrupted. Reconnecting…"));
      break;
    case INTERVIEW_CALL_SITUATION_LEFT:
    case INTERVIEW_CALL_SITUATION_LOST:
      self->absent = TRUE;
      interview_call_banner_hide (self->banner);
      show_absent (self, self->situation == INTERVIEW_CALL_SITUATION_LEFT);
      break;
    case INTERVIEW_CALL_SITUATION_LIVE:
    default:
      if (self->absent)
        show_returned (self);
      else
        interview_call_banner_hide (self->banner);
      self->absent = FALSE;
      break;
    }
}

static void
on_resting (InterviewPointerRest *rest, GParamSpec *pspec, InterviewCallView *self)
{
  if (interview_pointer_rest_get_resting (rest))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->controls), "resting");
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->overlay), "none");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->controls), "resting");
      gtk_widget_set_cursor (GTK_WIDGET (self->overlay), NULL);
    }
}

static void
on_free_area (const GdkRectangle *free, gpointer user_data)
{
  InterviewCallView *self = user_data;

  self->free_area = *free;
  interview_video_stage_set_free_area (self->stage, free);
}

/* What is recorded or shared is said where no panel covers it, too, from the corner on. */
static void
place_sign (GtkWidget *sign, gboolean end, const GdkRectangle *free, GdkRectangle *place)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (sign, NULL, &natural);
  place->width = MIN (natural.width, free->width);
  gtk_widget_measure (sign, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL,
                      NULL);
  place->x = free->x;
  if ((gtk_widget_get_direction (sign) == GTK_TEXT_DIR_RTL) != end)
    place->x += free->width - place->width;
  place->y = free->y;
}

/* Gives it what it wants at most, in the middle. */
static void
place_in_middle (GtkWidget *child, const GdkRectangle *free, GdkRectangle *place)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place->width = MAX (minimum, MIN (natural, free->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL,
                      NULL);
  place->x = free->x + (free->width - place->width) / 2;
  place->y = MAX (0, free->y + (free->height - place->height) / 2);
}

/* Between the signs of the two corners, or below them where it is too wide for that. */
static void
place_banner (InterviewCallView *self, GdkRectangle *place)
{
  const GdkRectangle *free = &self->free_area;
  GdkRectangle start, end;

  place_sign (GTK_WIDGET (self->recording_sign), FALSE, free, &start);
  place_sign (GTK_WIDGET (self->corner), TRUE, free, &end);
  place_in_middle (GTK_WIDGET (self->banner), free, place);
  place->y = free->y;
  if (gdk_rectangle_intersect (place, &start, NULL) || gdk_rectangle_intersect (place, &end, NULL))
    place->y += MAX (start.height, end.height);
}

/* What is the matter is said where no panel covers it. */
static gboolean
on_child_position (GtkOverlay *overlay,
                   GtkWidget *child,
                   GdkRectangle *place,
                   InterviewCallView *self)
{
  const GdkRectangle *free = &self->free_area;

  if (free->width <= 0 || free->height <= 0)
    return FALSE;
  if (INTERVIEW_IS_RECORDING_SIGN (child) || INTERVIEW_IS_CALL_CORNER (child))
    place_sign (child, INTERVIEW_IS_CALL_CORNER (child), free, place);
  else if (INTERVIEW_IS_CALL_BANNER (child))
    place_banner (self, place);
  else if (child == self->status_box)
    place_in_middle (child, free, place);
  else
    return FALSE;

  return TRUE;
}

static void
interview_call_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  InterviewCallView *self = INTERVIEW_CALL_VIEW (widget);
  int bar_width, bar_height;

  gtk_widget_measure (GTK_WIDGET (self->controls), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bar_width,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->controls), GTK_ORIENTATION_VERTICAL, -1, NULL, &bar_height,
                      NULL, NULL);
  interview_panel_host_set_inset (self->host, bar_height);
  interview_video_stage_set_controls_size (self->stage, bar_width, bar_height);
  gtk_widget_allocate (GTK_WIDGET (self->host), width, height, baseline, NULL);
}

static void
interview_call_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  InterviewCallView *self = INTERVIEW_CALL_VIEW (widget);

  gtk_widget_measure (GTK_WIDGET (self->host), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
interview_call_view_dispose (GObject *object)
{
  InterviewCallView *self = INTERVIEW_CALL_VIEW (object);

  if (self->host != NULL)
    interview_panel_host_set_free_func (self->host, NULL, NULL);
  g_clear_object (&self->rest);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_CALL_VIEW);

  G_OBJECT_CLASS (interview_call_view_parent_class)->dispose (object);
}

static void
interview_call_view_finalize (GObject *object)
{
  InterviewCallView *self = INTERVIEW_CALL_VIEW (object);

  g_free (self->other_name);
  g_free (self->present);

  G_OBJECT_CLASS (interview_call_view_parent_class)->finalize (object);
}

static void
interview_call_view_class_init (InterviewCallViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_call_view_dispose;
  object_class->finalize = interview_call_view_finalize;
  widget_class->measure = interview_call_view_measure;
  widget_class->size_allocate = interview_call_view_size_allocate;

  g_type_ensure (INTERVIEW_TYPE_PANEL_HOST);
  g_type_ensure (INTERVIEW_TYPE_VIDEO_STAGE);
  g_type_ensure (INTERVIEW_TYPE_CALL_CONTROLS);
  g_type_ensure (INTERVIEW_TYPE_RECORDING_SIGN);
  g_type_ensure (INTERVIEW_TYPE_CALL_CORNER);
  g_type_ensure (INTERVIEW_TYPE_CALL_BANNER);
  gtk_widget_class_set_css_name (widget_class, "callview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/call-view.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, host);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, stage);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, controls);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, overlay);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, status_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, status_icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, status_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, status_text);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, present_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, recording_sign);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, corner);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallView, banner);
}

static void
interview_call_view_init (InterviewCallView *self)
{
  InterviewVideoView *own;

  gtk_widget_init_template (GTK_WIDGET (self));
  interview_panel_host_set_free_func (self->host, on_free_area, self);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_child_position),
                           self, 0);
  own = interview_video_stage_get_own (self->stage);
  g_object_bind_property (self->controls, "camera-on", own, "camera-on", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->controls, "microphone-on", own, "microphone-on",
                          G_BINDING_SYNC_CREATE);
  self->rest = interview_pointer_rest_new (GTK_WIDGET (self), GTK_WIDGET (self->controls));
  g_signal_connect_object (self->rest, "notify::resting", G_CALLBACK (on_resting), self, 0);
  self->situation = INTERVIEW_CALL_SITUATION_WAITING;
  show_situation (self);
}

/**
 * interview_call_view_new:
 *
 * Returns: (transfer floating): a view that waits for the others
 */
InterviewCallView *
interview_call_view_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CALL_VIEW, NULL);
}

/**
 * interview_call_view_get_controls:
 *
 * Returns: (transfer none): the bar, to bind to capture and playback
 */
InterviewCallControls *
interview_call_view_get_controls (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);

  return self->controls;
}

/**
 * interview_call_view_get_panel_host:
 *
 * Returns: (transfer none): what the panels lie in
 */
InterviewPanelHost *
interview_call_view_get_panel_host (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);

  return self->host;
}

/**
 * interview_call_view_get_own_view:
 *
 * Returns: (transfer none): the small view of oneself
 */
InterviewVideoView *
interview_call_view_get_own_view (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);

  return interview_video_stage_get_own (self->stage);
}

/**
 * interview_call_view_get_recording_sign:
 *
 * Returns: (transfer none): what says whether it is recorded
 */
InterviewRecordingSign *
interview_call_view_get_recording_sign (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);

  return self->recording_sign;
}

/**
 * interview_call_view_get_corner:
 *
 * Returns: (transfer none): where the screen is shared
 */
InterviewCallCorner *
interview_call_view_get_corner (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);

  return self->corner;
}

/**
 * interview_call_view_add_panel:
 * @panel: (transfer floating): a panel
 * @number: 1 to 9: the number of its control
 *
 * Returns: (transfer none): the control
 */
InterviewPanelControl *
interview_call_view_add_panel (InterviewCallView *self, InterviewOverlayPanel *panel, guint number)
{
  GtkWidget *control;

  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), NULL);
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (panel), NULL);

  control = interview_call_controls_add_panel (self->controls, panel, number);
  interview_panel_host_add_panel (self->host, panel, control);
  return INTERVIEW_PANEL_CONTROL (control);
}

/**
 * interview_call_view_wake_controls:
 *
 * Shows the controls if they have faded, as when there is something new on one of them.
 */
void
interview_call_view_wake_controls (InterviewCallView *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  interview_pointer_rest_wake (self->rest);
}

/**
 * interview_call_view_set_remotes:
 * @remotes: (nullable): list model of #InterviewRemote
 */
void
interview_call_view_set_remotes (InterviewCallView *self, GListModel *remotes)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  interview_video_stage_set_remotes (self->stage, remotes);
}

/**
 * interview_call_view_set_own_slot:
 * @slot: (nullable): where one's own picture comes from
 */
void
interview_call_view_set_own_slot (InterviewCallView *self, InterviewFrameSlot *slot)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  interview_video_view_set_frame_slot (interview_video_stage_get_own (self->stage), slot);
}

/**
 * interview_call_view_set_own_name:
 * @name: (nullable): one's own name, for the initials
 */
void
interview_call_view_set_own_name (InterviewCallView *self, const char *name)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  interview_video_view_set_name (interview_video_stage_get_own (self->stage), name);
}

/**
 * interview_call_view_set_present:
 * @names: (nullable) (array zero-terminated=1): the people in the room, oneself included
 *
 * Shown while one waits.
 */
void
interview_call_view_set_present (InterviewCallView *self, const char *const *names)
{
  g_autofree char *list = NULL;

  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  g_clear_pointer (&self->present, g_free);
  if (names != NULL && names[0] != NULL)
    {
      /* Translators: between the names of people in a list. */
      list = g_strjoinv (C_ ("list", ", "), (char **) names);
      /* Translators: %s is a list of names. */
      self->present = g_strdup_printf (_ ("In the room: %s"), list);
    }
  gtk_label_set_label (GTK_LABEL (self->present_label), self->present != NULL ? self->present : "");
  gtk_widget_set_visible (self->present_label, self->present != NULL);
}

/**
 * interview_call_view_set_situation:
 * @situation: what is the matter
 * @other_name: (nullable): the name of whom it is about
 *
 * That somebody came back is told by going from left or lost to live, by any way.
 */
void
interview_call_view_set_situation (InterviewCallView *self,
                                   InterviewCallSituation situation,
                                   const char *other_name)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  if (self->situation == situation && g_strcmp0 (self->other_name, other_name) == 0)
    return;
  self->situation = situation;
  if (self->other_name != other_name)
    {
      g_free (self->other_name);
      self->other_name = g_strdup (other_name);
    }
  show_situation (self);
}

/**
 * interview_call_view_get_situation:
 *
 * Returns: what was told last
 */
InterviewCallSituation
interview_call_view_get_situation (InterviewCallView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (self), INTERVIEW_CALL_SITUATION_WAITING);

  return self->situation;
}

/**
 * interview_call_view_set_interactive:
 * @interactive: %FALSE hides every panel and its control: plain video
 */
void
interview_call_view_set_interactive (InterviewCallView *self, gboolean interactive)
{
  g_return_if_fail (INTERVIEW_IS_CALL_VIEW (self));

  interview_panel_host_set_panels_shown (self->host, interactive);
  interview_call_controls_set_panels_shown (self->controls, interactive);
}
