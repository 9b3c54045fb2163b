/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/call-corner.h"

#include <glib/gi18n-lib.h>

/* How long a note stays. */
#define NOTE_SECONDS 10

/*
 * InterviewCallCorner is the upper corner of a call, across from the recording’s sign: it says how
 * the connection is, begins to share the screen, and says as long as that lasts that it is shared,
 * with the way to stop it. It lies over the picture and stays when the controls fade.
 *
 * Signals: `share`, `stop`: what the person wants.
 */
struct _InterviewCallCorner
{
  GtkWidget parent_instance;

  GtkWidget *connection_button;
  InterviewConnectionView *connection;
  GtkWidget *share_button;
  GtkWidget *mark;
  GtkWidget *stop_button;
  GtkWidget *note_label;

  gboolean sharing;
  guint note_id;
};

enum
{
  SIGNAL_SHARE,
  SIGNAL_STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCallCorner, interview_call_corner, GTK_TYPE_WIDGET)

static void
on_share (InterviewCallCorner *self)
{
  g_signal_emit (self, signals[SIGNAL_SHARE], 0);
}

static void
on_stop (InterviewCallCorner *self)
{
  g_signal_emit (self, signals[SIGNAL_STOP], 0);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  InterviewCallCorner *self = INTERVIEW_CALL_CORNER (widget);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (self->share_button))
    return FALSE;
  if (self->sharing)
    on_stop (self);
  else
    on_share (self);
  return TRUE;
}

static gboolean
on_note_timeout (gpointer user_data)
{
  InterviewCallCorner *self = user_data;

  self->note_id = 0;
  gtk_widget_set_visible (self->note_label, FALSE);
  return G_SOURCE_REMOVE;
}

static void
interview_call_corner_dispose (GObject *object)
{
  InterviewCallCorner *self = INTERVIEW_CALL_CORNER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->note_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_CALL_CORNER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_call_corner_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, INTERVIEW_TYPE_CALL_CORNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
interview_call_corner_class_init (InterviewCallCornerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_call_corner_dispose;
  signals[SIGNAL_SHARE] = add_signal ("share");
  signals[SIGNAL_STOP] = add_signal ("stop");

  g_type_ensure (INTERVIEW_TYPE_CONNECTION_VIEW);
  gtk_widget_class_set_css_name (widget_class, "callcorner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/call-corner.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, connection_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, connection);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, share_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, mark);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, stop_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallCorner, note_label);
  gtk_widget_class_bind_template_callback (widget_class, on_share);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
interview_call_corner_init (InterviewCallCorner *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (INTERVIEW_SCREEN_KEY),
                        gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  interview_call_corner_set_trouble (self, NULL);
}

/**
 * interview_call_corner_new:
 *
 * Returns: (transfer floating): a corner of a call in which the screen is not shared
 */
InterviewCallCorner *
interview_call_corner_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CALL_CORNER, NULL);
}

/**
 * interview_call_corner_set_sharing:
 * @sharing: whether one’s own screen is shared
 */
void
interview_call_corner_set_sharing (InterviewCallCorner *self, gboolean sharing)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CORNER (self));

  if (self->sharing == sharing)
    return;
  self->sharing = sharing;
  gtk_widget_set_visible (self->share_button, !sharing);
  gtk_widget_set_visible (self->mark, sharing);
  if (sharing)
    {
      /* What was said of the screen before is no longer so. */
      g_clear_handle_id (&self->note_id, g_source_remove);
      gtk_widget_set_visible (self->note_label, FALSE);
    }
}

/**
 * interview_call_corner_set_busy:
 * @busy: whether it is being chosen what to share
 */
void
interview_call_corner_set_busy (InterviewCallCorner *self, gboolean busy)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CORNER (self));

  gtk_widget_set_sensitive (self->share_button, !busy);
}

/**
 * interview_call_corner_show_note:
 * @note: what has just happened, to be read for a while
 */
void
interview_call_corner_show_note (InterviewCallCorner *self, const char *note)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CORNER (self));

  g_clear_handle_id (&self->note_id, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->note_label), note);
  gtk_widget_set_visible (self->note_label, TRUE);
  self->note_id = g_timeout_add_seconds (NOTE_SECONDS, on_note_timeout, self);
}

/**
 * interview_call_corner_set_trouble:
 * @trouble: (nullable): what is wrong with the connection, %NULL if nothing is
 */
void
interview_call_corner_set_trouble (InterviewCallCorner *self, const char *trouble)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CORNER (self));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->connection_button),
                                 trouble != NULL ? "network-cellular-signal-weak-symbolic"
                                                 : "network-cellular-signal-excellent-symbolic");
  gtk_widget_set_tooltip_text (self->connection_button,
                               trouble != NULL ? trouble : _ ("How the connection is"));
  if (trouble != NULL)
    gtk_widget_add_css_class (self->connection_button, "trouble");
  else
    gtk_widget_remove_css_class (self->connection_button, "trouble");
}

/**
 * interview_call_corner_get_connection:
 *
 * Returns: (transfer none): what says how the connection is
 */
InterviewConnectionView *
interview_call_corner_get_connection (InterviewCallCorner *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_CORNER (self), NULL);

  return self->connection;
}
