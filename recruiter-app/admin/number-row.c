/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "number-row.h"

/*
 * RecruiterNumberRow is a row that asks for a whole number. Properties: `minimum`, `maximum`.
 *
 * Signal `changed`(): the number is another one.
 */
struct _RecruiterNumberRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *number;
  double minimum;
  double maximum;
};

enum
{
  PROP_0,
  PROP_MINIMUM,
  PROP_MAXIMUM,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterNumberRow, recruiter_number_row, ADW_TYPE_ACTION_ROW)

static void
on_value (RecruiterNumberRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
recruiter_number_row_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  RecruiterNumberRow *self = RECRUITER_NUMBER_ROW (object);

  switch (prop_id)
    {
    case PROP_MINIMUM:
      self->minimum = g_value_get_double (value);
      break;
    case PROP_MAXIMUM:
      self->maximum = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The number is called as the row is, since it is what the row activates. */
static void
recruiter_number_row_constructed (GObject *object)
{
  RecruiterNumberRow *self = RECRUITER_NUMBER_ROW (object);

  G_OBJECT_CLASS (recruiter_number_row_parent_class)->constructed (object);
  self->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (self->minimum, self->maximum, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->number), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect_object (self->number, "value-changed", G_CALLBACK (on_value), self,
                           G_CONNECT_SWAPPED);
}

static void
recruiter_number_row_class_init (RecruiterNumberRowClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = recruiter_number_row_constructed;
  object_class->set_property = recruiter_number_row_set_property;

  properties[PROP_MINIMUM] =
      g_param_spec_double ("minimum", NULL, NULL, -G_MAXINT32, G_MAXINT32, 0, flags);
  properties[PROP_MAXIMUM] =
      g_param_spec_double ("maximum", NULL, NULL, -G_MAXINT32, G_MAXINT32, 100, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_NUMBER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
recruiter_number_row_init (RecruiterNumberRow *self)
{
}

/**
 * recruiter_number_row_get_value:
 *
 * Returns: the number
 */
gint64
recruiter_number_row_get_value (RecruiterNumberRow *self)
{
  g_return_val_if_fail (RECRUITER_IS_NUMBER_ROW (self), 0);

  return gtk_spin_button_get_value_as_int (self->number);
}

/**
 * recruiter_number_row_set_value:
 * @value: the number
 */
void
recruiter_number_row_set_value (RecruiterNumberRow *self, gint64 value)
{
  g_return_if_fail (RECRUITER_IS_NUMBER_ROW (self));

  gtk_spin_button_set_value (self->number, (double) value);
}
