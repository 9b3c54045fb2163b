/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/ratio-layout.h"

#include <math.h>

/*
 * InterviewRatioLayout makes a widget as high as its width and a ratio of sides ask for, so that a
 * picture of that ratio fills it without bars. Each child gets the whole place.
 */
struct _InterviewRatioLayout
{
  GtkLayoutManager parent_instance;

  double ratio;
};

G_DEFINE_FINAL_TYPE (InterviewRatioLayout, interview_ratio_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Pixels: what is asked for where there is room for anything. */
#define NATURAL_WIDTH 480

static GtkSizeRequestMode
interview_ratio_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Rounded up, but for what is not exact in the ratio: in a place that is too low by a part of a
 * pixel a picture would be a pixel narrower than it. */
static int
find_height (InterviewRatioLayout *self, int width)
{
  return (int) ceil (width / self->ratio - 1e-6);
}

static void
interview_ratio_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  InterviewRatioLayout *self = INTERVIEW_RATIO_LAYOUT (manager);
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;
  int wanted = wide ? NATURAL_WIDTH : find_height (self, for_size < 0 ? NATURAL_WIDTH : for_size);

  *minimum = wide ? 0 : wanted;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, wanted);
}

static void
interview_ratio_layout_allocate (GtkLayoutManager *manager,
                                 GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
interview_ratio_layout_class_init (InterviewRatioLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = interview_ratio_layout_get_request_mode;
  layout_class->measure = interview_ratio_layout_measure;
  layout_class->allocate = interview_ratio_layout_allocate;
}

static void
interview_ratio_layout_init (InterviewRatioLayout *self)
{
  self->ratio = 1;
}

/**
 * interview_ratio_layout_new:
 * @ratio: width divided by height, above 0
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
interview_ratio_layout_new (double ratio)
{
  InterviewRatioLayout *self;

  g_return_val_if_fail (ratio > 0, NULL);

  self = g_object_new (INTERVIEW_TYPE_RATIO_LAYOUT, NULL);
  self->ratio = ratio;
  return GTK_LAYOUT_MANAGER (self);
}
