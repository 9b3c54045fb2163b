/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/wrap-layout.h"

/*
 * InterviewWrapLayout sets its children like words: beside each other as long as there is room,
 * then on the next line. A child that is wider than a line is narrowed to it.
 */
struct _InterviewWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (InterviewWrapLayout, interview_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child, int line, int *width, int *height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *width = MAX (MIN (natural, line), minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Sets the children into lines of @width and returns the height; allocates them if asked. */
static int
flow (InterviewWrapLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &area.width, &area.height);
      if (x > 0 && x + area.width > width)
        {
          x = 0;
          y += line_height + self->spacing;
          line_height = 0;
        }
      area.x = rtl ? width - x - area.width : x;
      area.y = y;
      if (allocate)
        gtk_widget_size_allocate (child, &area, -1);
      x += area.width + self->spacing;
      line_height = MAX (line_height, area.height);
    }
  return y + line_height;
}

static void
measure_width (InterviewWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
interview_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
interview_wrap_layout_measure (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  InterviewWrapLayout *self = INTERVIEW_WRAP_LAYOUT (manager);
  int width_minimum, width_natural;

  measure_width (self, widget, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      *natural = width_natural;
    }
  else
    *minimum = *natural = flow (self, widget, for_size < 0 ? width_natural : for_size, FALSE);
}

static void
interview_wrap_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  flow (INTERVIEW_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
interview_wrap_layout_class_init (InterviewWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = interview_wrap_layout_get_request_mode;
  layout_class->measure = interview_wrap_layout_measure;
  layout_class->allocate = interview_wrap_layout_allocate;
}

static void
interview_wrap_layout_init (InterviewWrapLayout *self)
{
}

/**
 * interview_wrap_layout_new:
 * @spacing: pixels between children and between lines
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
interview_wrap_layout_new (int spacing)
{
  InterviewWrapLayout *self = g_object_new (INTERVIEW_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
