/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/level-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * InterviewLevelBar shows how loud a microphone is.
 */
struct _InterviewLevelBar
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  double level;
};

enum
{
  PROP_0,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Quieter than this, in dB, is nothing. */
#define LEVEL_FLOOR (-60.0)

G_DEFINE_FINAL_TYPE (InterviewLevelBar, interview_level_bar, GTK_TYPE_WIDGET)

static void
interview_level_bar_dispose (GObject *object)
{
  g_clear_pointer (&INTERVIEW_LEVEL_BAR (object)->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (interview_level_bar_parent_class)->dispose (object);
}

static void
interview_level_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, INTERVIEW_LEVEL_BAR (object)->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_level_bar_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEVEL:
      interview_level_bar_set_level (INTERVIEW_LEVEL_BAR (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_level_bar_class_init (InterviewLevelBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_level_bar_dispose;
  object_class->get_property = interview_level_bar_get_property;
  object_class->set_property = interview_level_bar_set_property;
  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, LEVEL_FLOOR,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "interviewlevel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
interview_level_bar_init (InterviewLevelBar *self)
{
  self->level = LEVEL_FLOOR;
  self->bar = gtk_level_bar_new ();
  /* The colours of a battery that runs low mean nothing here. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Level of the microphone"), -1);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * interview_level_bar_new:
 *
 * Returns: (transfer floating): a meter that shows silence
 */
GtkWidget *
interview_level_bar_new (void)
{
  return g_object_new (INTERVIEW_TYPE_LEVEL_BAR, NULL);
}

/**
 * interview_level_bar_set_level:
 * @level: loudness in dB, 0 is the loudest; anything that is no number is silence
 */
void
interview_level_bar_set_level (InterviewLevelBar *self, double level)
{
  g_return_if_fail (INTERVIEW_IS_LEVEL_BAR (self));

  if (isnan (level))
    level = LEVEL_FLOOR;
  if (self->level == level)
    return;
  self->level = level;
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), interview_level_bar_fraction (level));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/**
 * interview_level_bar_get_level:
 *
 * Returns: loudness in dB
 */
double
interview_level_bar_get_level (InterviewLevelBar *self)
{
  g_return_val_if_fail (INTERVIEW_IS_LEVEL_BAR (self), LEVEL_FLOOR);

  return self->level;
}

/**
 * interview_level_bar_fraction:
 * @level: loudness in dB
 *
 * Returns: how much of the meter is filled, 0 to 1: even steps in dB, as loudness is heard
 */
double
interview_level_bar_fraction (double level)
{
  if (isnan (level) || level <= LEVEL_FLOOR)
    return 0;
  return MIN ((level - LEVEL_FLOOR) / -LEVEL_FLOOR, 1);
}
