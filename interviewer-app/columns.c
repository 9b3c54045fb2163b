/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "columns.h"

/*
 * CandidateColumns puts its children side by side where they fit in equal columns, and below each
 * other where they do not.
 */
struct _CandidateColumns
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (CandidateColumns, candidate_columns, GTK_TYPE_BOX)

/* Pixels: the gap between children, and the width from which they stand side by side. */
#define GAP 24
#define WIDE 720

static guint
count_visible (GtkWidget *widget)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += gtk_widget_should_layout (child);
  return count;
}

static int
get_column_width (guint count, int width)
{
  return count > 1 && width >= WIDE ? (width - GAP * ((int) count - 1)) / (int) count : width;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  guint count = count_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  if (count > 1)
    *natural = MAX (*natural * (int) count + GAP * ((int) count - 1), WIDE);
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  guint count = count_visible (widget);
  int for_size = width < 0 ? -1 : get_column_width (count, width);
  gboolean beside = count > 1 && width >= WIDE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_size, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = beside ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural = beside ? MAX (*natural, child_natural) : *natural + child_natural;
    }
  if (!beside && count > 1)
    {
      *minimum += GAP * ((int) count - 1);
      *natural += GAP * ((int) count - 1);
    }
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  guint count = count_visible (widget);
  int column = get_column_width (count, width);
  gboolean beside = column < width;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation area = { mirrored && beside ? width - column : 0, 0, column, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      if (!beside)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &area.height, NULL,
                            NULL);
      gtk_widget_size_allocate (child, &area, -1);
      if (beside)
        area.x += mirrored ? -(column + GAP) : column + GAP;
      else
        area.y += area.height + GAP;
    }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
candidate_columns_class_init (CandidateColumnsClass *klass)
{
}

static void
candidate_columns_init (CandidateColumns *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}
