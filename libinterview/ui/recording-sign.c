/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/recording-sign.h"

#include <glib/gi18n-lib.h>

/* How long a note stays. */
#define NOTE_SECONDS 10

/*
 * InterviewRecordingSign says to everybody in a call whether it is recorded, by a word and a sign
 * and not by colour alone, and is where one asks for it, decides, stops it and takes an agreement
 * back. It lies over the picture and stays when the controls fade.
 *
 * Signals: `ask`, `decide`, `stop`, `withdraw`: what the person wants.
 */
struct _InterviewRecordingSign
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *note_label;
  GtkWidget *popover;
  GtkWidget *title_label;
  GtkWidget *text_label;
  GtkWidget *decide_button;
  GtkWidget *stop_button;
  GtkWidget *withdraw_button;

  InterviewRecordingSignState state;
  guint note_id;
};

enum
{
  SIGNAL_ASK,
  SIGNAL_DECIDE,
  SIGNAL_STOP,
  SIGNAL_WITHDRAW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewRecordingSign, interview_recording_sign, GTK_TYPE_WIDGET)

static const char *
get_word (InterviewRecordingSignState state)
{
  switch (state)
    {
    case INTERVIEW_RECORDING_SIGN_ASKED:
      return _ ("Asked to record");
    case INTERVIEW_RECORDING_SIGN_WAITING:
      return _ ("Not recording yet");
    case INTERVIEW_RECORDING_SIGN_RUNNING:
      return _ ("Recording");
    case INTERVIEW_RECORDING_SIGN_OFF:
    default:
      return _ ("Record");
    }
}

static void
show_state (InterviewRecordingSign *self)
{
  gboolean running = self->state == INTERVIEW_RECORDING_SIGN_RUNNING;
  gboolean off = self->state == INTERVIEW_RECORDING_SIGN_OFF;
  const char *word = get_word (self->state);

  gtk_label_set_label (GTK_LABEL (self->label), word);
  gtk_label_set_label (GTK_LABEL (self->title_label), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  gtk_widget_set_tooltip_text (self->button, off ? _ ("Ask to record (Ctrl+Shift+R)")
                                                 : _ ("About the recording (Ctrl+Shift+R)"));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "media-record-symbolic");
  if (running)
    gtk_widget_add_css_class (self->button, "running");
  else
    gtk_widget_remove_css_class (self->button, "running");
  gtk_widget_set_visible (self->decide_button, self->state == INTERVIEW_RECORDING_SIGN_ASKED);
  gtk_button_set_label (GTK_BUTTON (self->stop_button),
                        running ? _ ("_Stop Recording") : _ ("_Do Not Record"));
  gtk_widget_set_visible (self->withdraw_button, running);
  if (off)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
press (InterviewRecordingSign *self)
{
  if (!gtk_widget_get_sensitive (self->button))
    return;
  if (self->state == INTERVIEW_RECORDING_SIGN_OFF)
    g_signal_emit (self, signals[SIGNAL_ASK], 0);
  else
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
emit (InterviewRecordingSign *self, guint signal)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[signal], 0);
}

static void
on_decide (InterviewRecordingSign *self)
{
  emit (self, SIGNAL_DECIDE);
}

static void
on_stop (InterviewRecordingSign *self)
{
  emit (self, SIGNAL_STOP);
}

static void
on_withdraw (InterviewRecordingSign *self)
{
  emit (self, SIGNAL_WITHDRAW);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  press (INTERVIEW_RECORDING_SIGN (widget));
  return TRUE;
}

static gboolean
on_note_timeout (gpointer user_data)
{
  InterviewRecordingSign *self = user_data;

  self->note_id = 0;
  gtk_widget_set_visible (self->note_label, FALSE);
  return G_SOURCE_REMOVE;
}

static void
interview_recording_sign_dispose (GObject *object)
{
  InterviewRecordingSign *self = INTERVIEW_RECORDING_SIGN (object);
  GtkWidget *child;

  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_RECORDING_SIGN);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_recording_sign_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, INTERVIEW_TYPE_RECORDING_SIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
interview_recording_sign_class_init (InterviewRecordingSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_recording_sign_dispose;
  signals[SIGNAL_ASK] = add_signal ("ask");
  signals[SIGNAL_DECIDE] = add_signal ("decide");
  signals[SIGNAL_STOP] = add_signal ("stop");
  signals[SIGNAL_WITHDRAW] = add_signal ("withdraw");

  gtk_widget_class_set_css_name (widget_class, "recordingsign");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/recording-sign.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, button);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, label);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, note_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, popover);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, title_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, text_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, decide_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, stop_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewRecordingSign, withdraw_button);
  gtk_widget_class_bind_template_callback (widget_class, press);
  gtk_widget_class_bind_template_callback (widget_class, on_decide);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw);
}

static void
interview_recording_sign_init (InterviewRecordingSign *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref_sink (self->popover);
  gtk_widget_set_parent (self->popover, self->button);
  g_object_unref (self->popover);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (INTERVIEW_RECORDING_KEY),
                        gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  show_state (self);
}

/**
 * interview_recording_sign_new:
 *
 * Returns: (transfer floating): a sign that says that nothing is recorded
 */
InterviewRecordingSign *
interview_recording_sign_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RECORDING_SIGN, NULL);
}

/**
 * interview_recording_sign_set_state:
 * @state: what it says
 * @asked_by: (nullable): who asked to record
 * @purpose: (nullable): what for, in a sentence
 */
void
interview_recording_sign_set_state (InterviewRecordingSign *self,
                                    InterviewRecordingSignState state,
                                    const char *asked_by,
                                    const char *purpose)
{
  g_autofree char *text = NULL;

  g_return_if_fail (INTERVIEW_IS_RECORDING_SIGN (self));

  if (asked_by != NULL)
    /* Translators: %s is a person’s name. */
    text = g_strdup_printf (_ ("Asked for by %s."), asked_by);
  if (purpose != NULL)
    {
      g_autofree char *asked = g_steal_pointer (&text);

      text = g_strjoin ("\n", asked != NULL ? asked : "", purpose, NULL);
    }
  gtk_label_set_label (GTK_LABEL (self->text_label), text != NULL ? text : "");
  if (self->state == state)
    return;
  self->state = state;
  show_state (self);
}

/**
 * interview_recording_sign_set_busy:
 * @busy: whether something that was wanted is under way, and nothing else can be wanted
 */
void
interview_recording_sign_set_busy (InterviewRecordingSign *self, gboolean busy)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_SIGN (self));

  gtk_widget_set_sensitive (self->button, !busy);
}

/**
 * interview_recording_sign_show_note:
 * @note: what has just happened, to be read for a while
 */
void
interview_recording_sign_show_note (InterviewRecordingSign *self, const char *note)
{
  g_return_if_fail (INTERVIEW_IS_RECORDING_SIGN (self));

  g_clear_handle_id (&self->note_id, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->note_label), note);
  gtk_widget_set_visible (self->note_label, TRUE);
  self->note_id = g_timeout_add_seconds (NOTE_SECONDS, on_note_timeout, self);
}
