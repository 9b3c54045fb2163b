/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/video-stage.h"

#include <glib/gi18n-lib.h>

#include "media/presenter.h"
#include "ui/stage-layout.h"

/*
 * InterviewVideoStage shows the others of a call in a grid and oneself in a corner, from where the
 * small video can be dragged to another corner. While one of the others shares a screen, that is
 * large and the people small. It follows a list model of #InterviewRemote.
 */
struct _InterviewVideoStage
{
  GtkWidget parent_instance;

  GListModel *remotes;
  GPtrArray *views; /* of InterviewVideoView, in the order of the model */
  InterviewVideoView *own;
  InterviewVideoView *screen;
  InterviewRemote *presenter; /* whose screen is shown */

  GdkRectangle free;
  int controls_width;
  int controls_height;
  InterviewStageCorner corner;
  GdkRectangle own_area;
  double offset_x;
  double offset_y;
};

/* Room for a name under a video, in pixels. */
#define TAG_WIDTH 240

G_DEFINE_FINAL_TYPE (InterviewVideoStage, interview_video_stage, GTK_TYPE_WIDGET)

static const char *
make_note (InterviewRemote *remote)
{
  switch (interview_remote_get_state (remote))
    {
    case INTERVIEW_CALL_STATE_CONNECTING:
      return _ ("Connecting…");
    case INTERVIEW_CALL_STATE_RECONNECTING:
      return _ ("Reconnecting…");
    default:
      return interview_remote_get_paused (remote) ? _ ("Their connection is too slow for video")
                                                  : NULL;
    }
}

static void
on_note (InterviewVideoView *view, GParamSpec *pspec, InterviewRemote *remote)
{
  interview_video_view_set_note (view, make_note (remote));
}

static void
update_presenter (InterviewVideoStage *self)
{
  InterviewRemote *presenter = interview_presenter_find (self->remotes);
  InterviewParticipant *who;

  if (!g_set_object (&self->presenter, presenter))
    return;
  who = presenter != NULL ? interview_remote_get_participant (presenter) : NULL;
  interview_video_view_set_frame_slot (
      self->screen, presenter != NULL ? interview_remote_get_screen_slot (presenter) : NULL);
  interview_video_view_set_name (self->screen,
                                 who != NULL ? interview_participant_get_display_name (who) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->screen), presenter != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static InterviewVideoView *
create_view (InterviewVideoStage *self, InterviewRemote *remote)
{
  InterviewVideoView *view = interview_video_view_new (interview_remote_get_frame_slot (remote));
  InterviewParticipant *participant = interview_remote_get_participant (remote);

  if (participant != NULL)
    interview_video_view_set_name (view, interview_participant_get_display_name (participant));
  g_object_bind_property (remote, "camera-on", view, "camera-on", G_BINDING_SYNC_CREATE);
  g_object_bind_property (remote, "microphone-on", view, "microphone-on", G_BINDING_SYNC_CREATE);
  interview_video_view_set_note (view, make_note (remote));
  g_signal_connect_object (remote, "notify::state", G_CALLBACK (on_note), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "notify::paused", G_CALLBACK (on_note), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "notify::screen-turn", G_CALLBACK (update_presenter), self,
                           G_CONNECT_SWAPPED);
  return view;
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  InterviewVideoStage *self)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->views, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (model, position + i);
      InterviewVideoView *view = create_view (self, remote);

      gtk_widget_insert_before (GTK_WIDGET (view), GTK_WIDGET (self), GTK_WIDGET (self->own));
      g_ptr_array_insert (self->views, (int) (position + i), view);
    }
  update_presenter (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, InterviewVideoStage *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->offset_x = dx;
  self->offset_y = dy;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, InterviewVideoStage *self)
{
  double x = self->own_area.x + self->offset_x + self->own_area.width / 2.0;
  double y = self->own_area.y + self->offset_y + self->own_area.height / 2.0;

  if (self->offset_x != 0 || self->offset_y != 0)
    self->corner = interview_stage_layout_nearest (&self->free, x, y);
  self->offset_x = self->offset_y = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The point where a drag starts must lie on one's own video. */
static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, InterviewVideoStage *self)
{
  if (!gdk_rectangle_contains_point (&self->own_area, (int) x, (int) y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* Whether controls cover a part of that on a stage of this size. */
static gboolean
is_covered (InterviewVideoStage *self, int width, int height, const GdkRectangle *area)
{
  return area->y + area->height > height - self->controls_height &&
         area->x < (width + self->controls_width) / 2 &&
         area->x + area->width > (width - self->controls_width) / 2;
}

static void
allocate_own (InterviewVideoStage *self, int width, int height)
{
  GdkRectangle free = self->free;
  GtkAllocation area;
  int inset = 0;

  if (free.width <= 1 || free.height <= 1)
    free = (GdkRectangle){ 0, 0, width, height };
  /* Beside the controls there is only room where one's own video is clear of them. */
  area = interview_stage_layout_own (&free, self->corner, 0);
  if (is_covered (self, width, height, &area))
    inset = self->controls_height;
  self->own_area = interview_stage_layout_own (&free, self->corner, inset);
  area = self->own_area;
  area.x = CLAMP (area.x + (int) self->offset_x, 0, MAX (width - area.width, 0));
  area.y = CLAMP (area.y + (int) self->offset_y, 0, MAX (height - area.height, 0));
  gtk_widget_size_allocate (GTK_WIDGET (self->own), &area, -1);
}

static void
interview_video_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  InterviewVideoStage *self = INTERVIEW_VIDEO_STAGE (widget);
  int above = self->free.y + self->free.height;
  int shown = height;

  /* In a high window a video only moves up, and does not shrink, for a panel that covers the lower
   * part. */
  if (above < height && above >= width * 9 / 16)
    shown = above;
  for (guint i = 0; i < self->views->len; i++)
    {
      GtkAllocation cell = self->presenter != NULL
                               ? interview_stage_layout_face (width, shown, self->views->len, i)
                               : interview_stage_layout_cell (width, shown, self->views->len, i);
      GdkRectangle tag = { cell.x, cell.y, MIN (cell.width, TAG_WIDTH), cell.height };

      interview_video_view_set_inset (g_ptr_array_index (self->views, i),
                                      is_covered (self, width, height, &tag) ? self->controls_height
                                                                             : 0);
      gtk_widget_size_allocate (g_ptr_array_index (self->views, i), &cell, -1);
    }
  if (self->presenter != NULL)
    {
      GtkAllocation area = interview_stage_layout_screen (width, shown);

      interview_video_view_set_inset (self->screen, self->controls_height);
      gtk_widget_size_allocate (GTK_WIDGET (self->screen), &area, -1);
    }
  if (gtk_widget_should_layout (GTK_WIDGET (self->own)))
    allocate_own (self, width, height);
}

static void
interview_video_stage_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  InterviewVideoStage *self = INTERVIEW_VIDEO_STAGE (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
interview_video_stage_dispose (GObject *object)
{
  InterviewVideoStage *self = INTERVIEW_VIDEO_STAGE (object);

  interview_video_stage_set_remotes (self, NULL);
  if (self->own != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->own)));
  if (self->screen != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->screen)));

  G_OBJECT_CLASS (interview_video_stage_parent_class)->dispose (object);
}

static void
interview_video_stage_finalize (GObject *object)
{
  InterviewVideoStage *self = INTERVIEW_VIDEO_STAGE (object);

  g_ptr_array_unref (self->views);

  G_OBJECT_CLASS (interview_video_stage_parent_class)->finalize (object);
}

static void
interview_video_stage_class_init (InterviewVideoStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_video_stage_dispose;
  object_class->finalize = interview_video_stage_finalize;
  widget_class->measure = interview_video_stage_measure;
  widget_class->size_allocate = interview_video_stage_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "videostage");
}

static void
interview_video_stage_init (InterviewVideoStage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->corner = INTERVIEW_STAGE_CORNER_BOTTOM_END;
  self->screen = interview_video_view_new (NULL);
  interview_video_view_set_screen (self->screen, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->screen), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->screen), GTK_WIDGET (self));
  self->own = interview_video_view_new (NULL);
  interview_video_view_set_own (self->own, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->own), _ ("Drag to another corner"));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->own), "grab");
  gtk_widget_set_parent (GTK_WIDGET (self->own), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * interview_video_stage_new:
 *
 * Returns: (transfer floating): a stage with nobody but oneself
 */
InterviewVideoStage *
interview_video_stage_new (void)
{
  return g_object_new (INTERVIEW_TYPE_VIDEO_STAGE, NULL);
}

/**
 * interview_video_stage_set_remotes:
 * @remotes: (nullable): list model of #InterviewRemote
 */
void
interview_video_stage_set_remotes (InterviewVideoStage *self, GListModel *remotes)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_STAGE (self));
  g_return_if_fail (remotes == NULL || G_IS_LIST_MODEL (remotes));

  if (self->remotes == remotes)
    return;
  if (self->remotes != NULL)
    g_signal_handlers_disconnect_by_func (self->remotes, on_items_changed, self);
  g_ptr_array_set_size (self->views, 0);
  g_set_object (&self->remotes, remotes);
  update_presenter (self);
  if (remotes != NULL)
    {
      g_signal_connect_object (remotes, "items-changed", G_CALLBACK (on_items_changed), self, 0);
      on_items_changed (remotes, 0, 0, g_list_model_get_n_items (remotes), self);
    }
}

/**
 * interview_video_stage_get_own:
 *
 * Returns: (transfer none): the small view of oneself
 */
InterviewVideoView *
interview_video_stage_get_own (InterviewVideoStage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VIDEO_STAGE (self), NULL);

  return self->own;
}

/**
 * interview_video_stage_set_free_area:
 * @free: the part of the stage that no panel covers
 *
 * To be called before the stage gets its size.
 */
void
interview_video_stage_set_free_area (InterviewVideoStage *self, const GdkRectangle *free)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_STAGE (self));

  if (gdk_rectangle_equal (&self->free, free))
    return;
  self->free = *free;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * interview_video_stage_set_controls_size:
 * @width: of the controls at the bottom, in pixels
 * @height: with their margins, in pixels
 */
void
interview_video_stage_set_controls_size (InterviewVideoStage *self, int width, int height)
{
  g_return_if_fail (INTERVIEW_IS_VIDEO_STAGE (self));

  self->controls_width = width;
  self->controls_height = height;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
