/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/pointer-rest.h"

/*
 * InterviewPointerRest says when controls over a video may fade: the pointer has not moved for some
 * seconds and is not on them, no menu of theirs is open, and nobody works by keyboard. Any movement
 * or key ends the rest. Somebody who never uses the pointer never sees them fade, and a program for
 * assistance reaches them at any time, because they only become transparent.
 */
struct _InterviewPointerRest
{
  GObject parent_instance;

  GtkWidget *area;     /* weak */
  GtkWidget *controls; /* weak */
  guint timeout_id;
  gboolean resting;
  gboolean on_controls;
  double x;
  double y;
};

enum
{
  PROP_0,
  PROP_RESTING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define REST_SECONDS 4

G_DEFINE_FINAL_TYPE (InterviewPointerRest, interview_pointer_rest, G_TYPE_OBJECT)

static void
set_resting (InterviewPointerRest *self, gboolean resting)
{
  if (self->resting == resting)
    return;
  self->resting = resting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESTING]);
}

static gboolean
is_in_use (InterviewPointerRest *self)
{
  GtkRoot *root = self->controls != NULL ? gtk_widget_get_root (self->controls) : NULL;
  GtkWidget *focus;

  if (root == NULL || self->on_controls)
    return TRUE;
  focus = gtk_root_get_focus (root);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->controls))
    return FALSE;
  /* The keyboard is on them, or a popover of theirs is open. */
  return gtk_window_get_focus_visible (GTK_WINDOW (root)) ||
         gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
on_timeout (gpointer user_data)
{
  InterviewPointerRest *self = user_data;

  if (is_in_use (self))
    return G_SOURCE_CONTINUE;
  self->timeout_id = 0;
  set_resting (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, InterviewPointerRest *self)
{
  /* A redraw under a pointer that does not move is reported as a motion too. */
  if (x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  set_resting (self, FALSE);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds (REST_SECONDS, on_timeout, self);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        InterviewPointerRest *self)
{
  interview_pointer_rest_wake (self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_controls_pointer (GtkEventControllerMotion *controller,
                     GParamSpec *pspec,
                     InterviewPointerRest *self)
{
  self->on_controls = gtk_event_controller_motion_contains_pointer (controller);
}

static void
on_controls_focus (InterviewPointerRest *self)
{
  interview_pointer_rest_wake (self);
}

static void
interview_pointer_rest_dispose (GObject *object)
{
  InterviewPointerRest *self = INTERVIEW_POINTER_REST (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_weak_pointer (&self->area);
  g_clear_weak_pointer (&self->controls);

  G_OBJECT_CLASS (interview_pointer_rest_parent_class)->dispose (object);
}

static void
interview_pointer_rest_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RESTING:
      g_value_set_boolean (value, INTERVIEW_POINTER_REST (object)->resting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_pointer_rest_class_init (InterviewPointerRestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_pointer_rest_dispose;
  object_class->get_property = interview_pointer_rest_get_property;

  properties[PROP_RESTING] =
      g_param_spec_boolean ("resting", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_pointer_rest_init (InterviewPointerRest *self)
{
  self->x = self->y = -1;
}

/**
 * interview_pointer_rest_new:
 * @area: where the pointer is watched
 * @controls: what is to fade, inside of @area
 *
 * Returns: (transfer full): not resting before the pointer has moved once
 */
InterviewPointerRest *
interview_pointer_rest_new (GtkWidget *area, GtkWidget *controls)
{
  InterviewPointerRest *self = g_object_new (INTERVIEW_TYPE_POINTER_REST, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *on = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_set_weak_pointer (&self->area, area);
  g_set_weak_pointer (&self->controls, controls);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (on, "notify::contains-pointer", G_CALLBACK (on_controls_pointer), self,
                           0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_controls_focus), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, motion);
  gtk_widget_add_controller (area, key);
  gtk_widget_add_controller (controls, on);
  gtk_widget_add_controller (controls, focus);
  return self;
}

/**
 * interview_pointer_rest_get_resting:
 *
 * Returns: whether the controls may fade
 */
gboolean
interview_pointer_rest_get_resting (InterviewPointerRest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POINTER_REST (self), FALSE);

  return self->resting;
}

/**
 * interview_pointer_rest_wake:
 *
 * Ends the rest until the pointer moves and rests again.
 */
void
interview_pointer_rest_wake (InterviewPointerRest *self)
{
  g_return_if_fail (INTERVIEW_IS_POINTER_REST (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  set_resting (self, FALSE);
}
