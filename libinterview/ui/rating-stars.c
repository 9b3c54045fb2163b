/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/rating-stars.h"

#include <glib/gi18n-lib.h>

/*
 * InterviewRatingStars takes a number of stars, or none. For programs of assistance it is a group
 * of radio buttons; by keyboard the arrows, digits, Home and End choose and Delete takes the choice
 * back, as does a click on the star that is chosen.
 */
struct _InterviewRatingStars
{
  GtkWidget parent_instance;

  GtkWidget *stars[INTERVIEW_RATING_STARS_MAX];
  guint scale;
  guint value;
};

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_SCALE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define DEFAULT_SCALE 5

G_DEFINE_FINAL_TYPE (InterviewRatingStars, interview_rating_stars, GTK_TYPE_WIDGET)

static guint
find_star (InterviewRatingStars *self, GtkWidget *star)
{
  for (guint i = 0; i < self->scale; i++)
    {
      if (self->stars[i] == star)
        return i + 1;
    }
  return 0;
}

static void
on_clicked (GtkWidget *star, InterviewRatingStars *self)
{
  guint value = find_star (self, star);

  interview_rating_stars_set_value (self, value == self->value ? 0 : value);
}

static void
show_value (InterviewRatingStars *self)
{
  guint tab_stop = MAX (self->value, 1);

  for (guint i = 0; i < self->scale; i++)
    {
      gtk_button_set_icon_name (GTK_BUTTON (self->stars[i]),
                                i < self->value ? "starred-symbolic"
                                                : "interview-star-outline-symbolic");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->stars[i]), GTK_ACCESSIBLE_STATE_CHECKED,
                                   i + 1 == self->value ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
      /* One stop for the Tab key, as in any group of radio buttons. */
      gtk_widget_set_focusable (self->stars[i], i + 1 == tab_stop);
      if (i < self->value)
        gtk_widget_add_css_class (self->stars[i], "filled");
      else
        gtk_widget_remove_css_class (self->stars[i], "filled");
    }
}

static void
choose_by_key (InterviewRatingStars *self, guint value)
{
  interview_rating_stars_set_value (self, value);
  gtk_widget_grab_focus (self->stars[MAX (self->value, 1) - 1]);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        InterviewRatingStars *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint32 digit = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    keyval = rtl ? GDK_KEY_Up : GDK_KEY_Down;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    keyval = rtl ? GDK_KEY_Down : GDK_KEY_Up;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    choose_by_key (self, MIN (self->value + 1, self->scale));
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    choose_by_key (self, self->value > 1 ? self->value - 1 : 1);
  else if (keyval == GDK_KEY_Home)
    choose_by_key (self, 1);
  else if (keyval == GDK_KEY_End)
    choose_by_key (self, self->scale);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace || digit == '0')
    choose_by_key (self, 0);
  else if (digit >= '1' && digit <= '9' && digit - '0' <= self->scale)
    choose_by_key (self, digit - '0');
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
clear (InterviewRatingStars *self)
{
  for (guint i = 0; i < INTERVIEW_RATING_STARS_MAX; i++)
    g_clear_pointer (&self->stars[i], gtk_widget_unparent);
}

static void
create_stars (InterviewRatingStars *self)
{
  for (guint i = 0; i < self->scale; i++)
    {
      g_autofree char *name = g_strdup_printf (ngettext ("%u star", "%u stars", i + 1), i + 1);
      GtkWidget *star = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                      "tooltip-text", name, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_add_css_class (star, "flat");
      gtk_widget_add_css_class (star, "star");
      g_signal_connect_object (star, "clicked", G_CALLBACK (on_clicked), self, 0);
      gtk_widget_set_parent (star, GTK_WIDGET (self));
      self->stars[i] = star;
    }
  show_value (self);
}

static void
interview_rating_stars_dispose (GObject *object)
{
  clear (INTERVIEW_RATING_STARS (object));

  G_OBJECT_CLASS (interview_rating_stars_parent_class)->dispose (object);
}

static void
interview_rating_stars_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  InterviewRatingStars *self = INTERVIEW_RATING_STARS (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_uint (value, self->value);
      break;
    case PROP_SCALE:
      g_value_set_uint (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_rating_stars_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  InterviewRatingStars *self = INTERVIEW_RATING_STARS (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      interview_rating_stars_set_value (self, g_value_get_uint (value));
      break;
    case PROP_SCALE:
      interview_rating_stars_set_scale (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_rating_stars_class_init (InterviewRatingStarsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_rating_stars_dispose;
  object_class->get_property = interview_rating_stars_get_property;
  object_class->set_property = interview_rating_stars_set_property;
  properties[PROP_VALUE] =
      g_param_spec_uint ("value", NULL, NULL, 0, INTERVIEW_RATING_STARS_MAX, 0, flags);
  properties[PROP_SCALE] =
      g_param_spec_uint ("scale", NULL, NULL, 1, INTERVIEW_RATING_STARS_MAX, DEFAULT_SCALE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "ratingstars");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
interview_rating_stars_init (InterviewRatingStars *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->scale = DEFAULT_SCALE;
  create_stars (self);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * interview_rating_stars_new:
 * @label: (nullable): what is rated, for programs of assistance
 * @scale: number of stars, 1 to %INTERVIEW_RATING_STARS_MAX
 *
 * Returns: (transfer floating): stars of which none is chosen
 */
GtkWidget *
interview_rating_stars_new (const char *label, guint scale)
{
  InterviewRatingStars *self = g_object_new (INTERVIEW_TYPE_RATING_STARS, "scale", scale, NULL);

  interview_rating_stars_set_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * interview_rating_stars_get_value:
 *
 * Returns: how many stars, 0 if none is chosen
 */
guint
interview_rating_stars_get_value (InterviewRatingStars *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_STARS (self), 0);

  return self->value;
}

/**
 * interview_rating_stars_set_value:
 * @value: how many stars, 0 for no choice; at most the scale
 */
void
interview_rating_stars_set_value (InterviewRatingStars *self, guint value)
{
  g_return_if_fail (INTERVIEW_IS_RATING_STARS (self));

  value = MIN (value, self->scale);
  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * interview_rating_stars_get_scale:
 *
 * Returns: how many stars there are
 */
guint
interview_rating_stars_get_scale (InterviewRatingStars *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_STARS (self), 0);

  return self->scale;
}

/**
 * interview_rating_stars_set_scale:
 * @scale: how many stars there are; brought into 1 to %INTERVIEW_RATING_STARS_MAX
 */
void
interview_rating_stars_set_scale (InterviewRatingStars *self, guint scale)
{
  g_return_if_fail (INTERVIEW_IS_RATING_STARS (self));

  scale = CLAMP (scale, 1, INTERVIEW_RATING_STARS_MAX);
  if (self->scale == scale)
    return;
  clear (self);
  self->scale = scale;
  create_stars (self);
  interview_rating_stars_set_value (self, self->value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

/**
 * interview_rating_stars_set_label:
 * @label: (nullable): what is rated, for programs of assistance
 */
void
interview_rating_stars_set_label (InterviewRatingStars *self, const char *label)
{
  g_return_if_fail (INTERVIEW_IS_RATING_STARS (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
}
