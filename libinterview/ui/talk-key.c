/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/talk-key.h"

/*
 * InterviewTalkKey knows whether somebody holds down the key by which they are heard while it is
 * down. A window that loses the keyboard does not hear that the key was let go; so it counts as let
 * go then. Whatever has the focus in the window, the key is not passed on to it.
 *
 * Signal `notify::held`. Main thread.
 */
struct _InterviewTalkKey
{
  GObject parent_instance;

  guint keyval;
  GtkWindow *window; /* weak */
  GtkEventController *keys;
  gboolean held;
};

enum
{
  PROP_0,
  PROP_HELD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewTalkKey, interview_talk_key, G_TYPE_OBJECT)

static void
set_held (InterviewTalkKey *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
}

static gboolean
on_pressed (InterviewTalkKey *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != self->keyval || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  set_held (self, TRUE);
  return GDK_EVENT_STOP;
}

static void
on_released (InterviewTalkKey *self, guint keyval)
{
  if (keyval == self->keyval)
    set_held (self, FALSE);
}

static void
on_active (InterviewTalkKey *self)
{
  if (self->window == NULL || !gtk_window_is_active (self->window))
    set_held (self, FALSE);
}

static void
interview_talk_key_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HELD)
    g_value_set_boolean (value, INTERVIEW_TALK_KEY (object)->held);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_talk_key_dispose (GObject *object)
{
  interview_talk_key_set_window (INTERVIEW_TALK_KEY (object), NULL);
  G_OBJECT_CLASS (interview_talk_key_parent_class)->dispose (object);
}

static void
interview_talk_key_class_init (InterviewTalkKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_talk_key_get_property;
  object_class->dispose = interview_talk_key_dispose;
  properties[PROP_HELD] =
      g_param_spec_boolean ("held", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_talk_key_init (InterviewTalkKey *self)
{
}

/**
 * interview_talk_key_new:
 * @keyval: which key; it is pressed without others
 *
 * Returns: (transfer full): a key that is not looked for yet
 */
InterviewTalkKey *
interview_talk_key_new (guint keyval)
{
  InterviewTalkKey *self = g_object_new (INTERVIEW_TYPE_TALK_KEY, NULL);

  self->keyval = keyval;
  return self;
}

/**
 * interview_talk_key_set_window:
 * @window: (nullable): where it is looked for from now on; it is not held there yet
 */
void
interview_talk_key_set_window (InterviewTalkKey *self, GtkWindow *window)
{
  g_return_if_fail (INTERVIEW_IS_TALK_KEY (self));

  if (self->window == window)
    return;
  if (self->window != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keys, self);
      gtk_widget_remove_controller (GTK_WIDGET (self->window), self->keys);
      g_signal_handlers_disconnect_by_data (self->window, self);
    }
  self->keys = NULL;
  g_set_weak_pointer (&self->window, window);
  set_held (self, FALSE);
  if (window == NULL)
    return;
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (on_pressed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keys, "key-released", G_CALLBACK (on_released), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), self->keys);
}

/**
 * interview_talk_key_is_held:
 *
 * Returns: whether it is down
 */
gboolean
interview_talk_key_is_held (InterviewTalkKey *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TALK_KEY (self), FALSE);

  return self->held;
}
