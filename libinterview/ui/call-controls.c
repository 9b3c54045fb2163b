/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/call-controls.h"

#include <glib/gi18n-lib.h>

#include "ui/panel-control.h"
#include "ui/talk-key.h"

/*
 * InterviewCallControls is the bar of a call: microphone, camera, volume and the choice of devices,
 * one control per panel, full screen, hang up. It changes nothing itself: `microphone-on`,
 * `camera-on`, `volume`, `muted` and `sound-only` are bound to the capture and the playback by
 * whoever owns them, and hanging up is the signal `hang-up`. Every control is a key too, see the
 * header.
 */
struct _InterviewCallControls
{
  GtkWidget parent_instance;

  GtkWidget *microphone_button;
  GtkWidget *camera_button;
  GtkWidget *volume_button;
  GtkAdjustment *volume_adjustment;
  InterviewDeviceList *device_list;
  GtkWidget *failure_label;
  GtkWidget *panel_box;
  GtkWidget *full_screen_button;
  GtkEventController *shortcuts;
  InterviewTalkKey *talk_key;
  gboolean talking;  /* the microphone is on only because the key is held */
  GtkWindow *window; /* that full screen was last followed in; weak */

  gboolean microphone_on;
  gboolean camera_on;
  gboolean muted;
  gboolean sound_only;
  gboolean full_screen;
  char *camera_failure;
  char *microphone_failure;
};

enum
{
  PROP_0,
  PROP_MICROPHONE_ON,
  PROP_CAMERA_ON,
  PROP_VOLUME,
  PROP_MUTED,
  PROP_SOUND_ONLY,
  PROP_FULL_SCREEN,
  N_PROPS,
};

enum
{
  SIGNAL_HANG_UP,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Volumes where the icon changes. */
#define VOLUME_LOW 0.34
#define VOLUME_HIGH 0.67

G_DEFINE_FINAL_TYPE (InterviewCallControls, interview_call_controls, GTK_TYPE_WIDGET)

static void
show_device (GtkWidget *button,
             gboolean on,
             const char *icon_on,
             const char *icon_off,
             const char *tooltip_on,
             const char *tooltip_off,
             const char *failure)
{
  const char *tooltip = on ? tooltip_on : tooltip_off;

  gtk_button_set_icon_name (GTK_BUTTON (button), on ? icon_on : icon_off);
  gtk_widget_set_tooltip_text (button, failure != NULL ? failure : tooltip);
  gtk_widget_remove_css_class (button, "off");
  gtk_widget_remove_css_class (button, "trouble");
  if (failure != NULL)
    gtk_widget_add_css_class (button, "trouble");
  else if (!on)
    gtk_widget_add_css_class (button, "off");
}

static void
show_failures (InterviewCallControls *self)
{
  const char *camera = self->camera_failure, *microphone = self->microphone_failure;
  g_autofree char *text = g_strdup_printf ("%s%s%s", microphone != NULL ? microphone : "",
                                           microphone != NULL && camera != NULL ? "\n" : "",
                                           camera != NULL ? camera : "");

  gtk_label_set_label (GTK_LABEL (self->failure_label), text);
  gtk_widget_set_visible (self->failure_label, *text != '\0');
}

static void
show_volume (InterviewCallControls *self)
{
  double volume = gtk_adjustment_get_value (self->volume_adjustment);
  const char *icon_name = "audio-volume-high-symbolic";

  if (self->muted || volume <= 0)
    icon_name = "audio-volume-muted-symbolic";
  else if (volume < VOLUME_LOW)
    icon_name = "audio-volume-low-symbolic";
  else if (volume < VOLUME_HIGH)
    icon_name = "audio-volume-medium-symbolic";
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->volume_button), icon_name);
  gtk_widget_set_tooltip_text (self->volume_button,
                               self->muted ? _ ("Volume and devices: the sound is muted")
                                           : _ ("Volume and devices"));
}

static void
show_state (InterviewCallControls *self)
{
  show_device (self->microphone_button, self->microphone_on, "microphone-sensitivity-high-symbolic",
               "microphone-disabled-symbolic", _ ("Turn the microphone off (Ctrl+D)"),
               _ ("Turn the microphone on (Ctrl+D), or hold F9 to speak"),
               self->microphone_failure);
  show_device (self->camera_button, self->camera_on, "camera-video-symbolic",
               "camera-disabled-symbolic", _ ("Turn the camera off (Ctrl+E)"),
               _ ("Turn the camera on (Ctrl+E)"), self->camera_failure);
  show_failures (self);
  show_volume (self);
  gtk_button_set_icon_name (GTK_BUTTON (self->full_screen_button),
                            self->full_screen ? "view-restore-symbolic"
                                              : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (self->full_screen_button, self->full_screen
                                                             ? _ ("Leave full screen (F11)")
                                                             : _ ("Full screen (F11)"));
}

static void
on_volume_changed (InterviewCallControls *self)
{
  /* Who moves the slider wants to hear something. */
  if (self->muted && gtk_adjustment_get_value (self->volume_adjustment) > 0)
    g_object_set (self, "muted", FALSE, NULL);
  show_volume (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

static void
on_fullscreened (InterviewCallControls *self)
{
  gboolean full_screen = self->window != NULL && gtk_window_is_fullscreen (self->window);

  if (self->full_screen == full_screen)
    return;
  self->full_screen = full_screen;
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL_SCREEN]);
}

static void
set_full_screen (InterviewCallControls *self, gboolean full_screen)
{
  if (self->window == NULL || self->full_screen == full_screen)
    return;
  if (full_screen)
    gtk_window_fullscreen (self->window);
  else
    gtk_window_unfullscreen (self->window);
}

/* Who turns the microphone on or off by other means meanwhile is not overruled. */
static void
on_talk_key (InterviewCallControls *self)
{
  gboolean held =
      interview_talk_key_is_held (self->talk_key) && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (held == self->microphone_on || (!held && !self->talking))
    {
      self->talking = FALSE;
      return;
    }
  g_object_set (self, "microphone-on", held, NULL);
  self->talking = held;
}

static void
follow_window (InterviewCallControls *self, GtkWindow *window)
{
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, on_fullscreened, self);
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (on_fullscreened), self,
                             G_CONNECT_SWAPPED);
  if (self->talk_key != NULL)
    interview_talk_key_set_window (self->talk_key, window);
  on_fullscreened (self);
}

static void
interview_call_controls_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (interview_call_controls_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  follow_window (INTERVIEW_CALL_CONTROLS (widget), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
interview_call_controls_unroot (GtkWidget *widget)
{
  follow_window (INTERVIEW_CALL_CONTROLS (widget), NULL);
  GTK_WIDGET_CLASS (interview_call_controls_parent_class)->unroot (widget);
}

static void
hang_up (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_HANG_UP], 0);
}

static gboolean
toggle_panel (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  InterviewCallControls *self = INTERVIEW_CALL_CONTROLS (widget);
  InterviewOverlayPanel *panel = user_data;

  if (!gtk_widget_get_visible (self->panel_box) || !gtk_widget_get_mapped (widget))
    return FALSE;
  interview_overlay_panel_set_open (panel, !interview_overlay_panel_get_open (panel));
  return TRUE;
}

static void
interview_call_controls_dispose (GObject *object)
{
  GtkWidget *child;

  follow_window (INTERVIEW_CALL_CONTROLS (object), NULL);
  g_clear_object (&INTERVIEW_CALL_CONTROLS (object)->talk_key);
  gtk_widget_dispose_template (GTK_WIDGET (object), INTERVIEW_TYPE_CALL_CONTROLS);
  /* That unparents only what is bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_call_controls_parent_class)->dispose (object);
}

static void
interview_call_controls_finalize (GObject *object)
{
  InterviewCallControls *self = INTERVIEW_CALL_CONTROLS (object);

  g_free (self->camera_failure);
  g_free (self->microphone_failure);

  G_OBJECT_CLASS (interview_call_controls_parent_class)->finalize (object);
}

static void
interview_call_controls_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  InterviewCallControls *self = INTERVIEW_CALL_CONTROLS (object);

  switch (prop_id)
    {
    case PROP_MICROPHONE_ON:
      g_value_set_boolean (value, self->microphone_on);
      break;
    case PROP_CAMERA_ON:
      g_value_set_boolean (value, self->camera_on);
      break;
    case PROP_VOLUME:
      g_value_set_double (value, gtk_adjustment_get_value (self->volume_adjustment));
      break;
    case PROP_MUTED:
      g_value_set_boolean (value, self->muted);
      break;
    case PROP_SOUND_ONLY:
      g_value_set_boolean (value, self->sound_only);
      break;
    case PROP_FULL_SCREEN:
      g_value_set_boolean (value, self->full_screen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_flag (InterviewCallControls *self, gboolean *flag, const GValue *value, GParamSpec *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
interview_call_controls_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  InterviewCallControls *self = INTERVIEW_CALL_CONTROLS (object);

  switch (prop_id)
    {
    case PROP_MICROPHONE_ON:
      set_flag (self, &self->microphone_on, value, pspec);
      break;
    case PROP_CAMERA_ON:
      set_flag (self, &self->camera_on, value, pspec);
      break;
    case PROP_VOLUME:
      gtk_adjustment_set_value (self->volume_adjustment, g_value_get_double (value));
      break;
    case PROP_MUTED:
      set_flag (self, &self->muted, value, pspec);
      break;
    case PROP_SOUND_ONLY:
      set_flag (self, &self->sound_only, value, pspec);
      break;
    case PROP_FULL_SCREEN:
      set_full_screen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_call_controls_get_property;
  object_class->set_property = interview_call_controls_set_property;
  properties[PROP_MICROPHONE_ON] = g_param_spec_boolean ("microphone-on", NULL, NULL, TRUE, flags);
  properties[PROP_CAMERA_ON] = g_param_spec_boolean ("camera-on", NULL, NULL, TRUE, flags);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_MUTED] = g_param_spec_boolean ("muted", NULL, NULL, FALSE, flags);
  properties[PROP_SOUND_ONLY] = g_param_spec_boolean ("sound-only", NULL, NULL, FALSE, flags);
  properties[PROP_FULL_SCREEN] = g_param_spec_boolean ("full-screen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "call.microphone", "microphone-on");
  gtk_widget_class_install_property_action (widget_class, "call.camera", "camera-on");
  gtk_widget_class_install_property_action (widget_class, "call.mute-sound", "muted");
  gtk_widget_class_install_property_action (widget_class, "call.sound-only", "sound-only");
  gtk_widget_class_install_property_action (widget_class, "call.full-screen", "full-screen");
  gtk_widget_class_install_action (widget_class, "call.hang-up", NULL, hang_up);
}

static void
interview_call_controls_class_init (InterviewCallControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_call_controls_dispose;
  object_class->finalize = interview_call_controls_finalize;
  widget_class->root = interview_call_controls_root;
  widget_class->unroot = interview_call_controls_unroot;
  install_properties (object_class);
  install_actions (widget_class);

  /**
   * InterviewCallControls::hang-up:
   *
   * The person wants to hang up; whether to ask first is up to the receiver.
   */
  signals[SIGNAL_HANG_UP] = g_signal_new ("hang-up", INTERVIEW_TYPE_CALL_CONTROLS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (INTERVIEW_TYPE_DEVICE_LIST);
  gtk_widget_class_set_css_name (widget_class, "callcontrols");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/call-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, microphone_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, camera_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, volume_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, device_list);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, failure_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, panel_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallControls, full_screen_button);
}

static void
add_key (InterviewCallControls *self, const char *accelerator, const char *action_name)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              accelerator),
                                                          gtk_named_action_new (action_name)));
}

static void
interview_call_controls_init (InterviewCallControls *self)
{
  self->microphone_on = TRUE;
  self->camera_on = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->volume_adjustment, "value-changed", G_CALLBACK (on_volume_changed),
                           self, G_CONNECT_SWAPPED);

  self->shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (self->shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (self, INTERVIEW_CALL_KEY_MICROPHONE, "call.microphone");
  add_key (self, INTERVIEW_CALL_KEY_CAMERA, "call.camera");
  add_key (self, INTERVIEW_CALL_KEY_SOUND, "call.mute-sound");
  add_key (self, INTERVIEW_CALL_KEY_FULL_SCREEN, "call.full-screen");
  add_key (self, INTERVIEW_CALL_KEY_HANG_UP, "call.hang-up");
  gtk_widget_add_controller (GTK_WIDGET (self), self->shortcuts);
  self->talk_key = interview_talk_key_new (INTERVIEW_CALL_KEY_TALK);
  g_signal_connect_object (self->talk_key, "notify::held", G_CALLBACK (on_talk_key), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}

/**
 * interview_call_controls_new:
 *
 * Returns: (transfer floating): the bar
 */
InterviewCallControls *
interview_call_controls_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CALL_CONTROLS, NULL);
}

/**
 * interview_call_controls_add_panel:
 * @panel: the panel; it must live as long as the controls
 * @number: 1 to 9: shown on the control, and its key with Ctrl
 *
 * Returns: (transfer none): the new control, which opens and closes @panel
 */
GtkWidget *
interview_call_controls_add_panel (InterviewCallControls *self,
                                   InterviewOverlayPanel *panel,
                                   guint number)
{
  GtkWidget *button;

  g_return_val_if_fail (INTERVIEW_IS_CALL_CONTROLS (self), NULL);
  g_return_val_if_fail (INTERVIEW_IS_OVERLAY_PANEL (panel), NULL);
  g_return_val_if_fail (number >= 1 && number <= 9, NULL);

  button = interview_panel_control_new (panel, number);
  gtk_box_append (GTK_BOX (self->panel_box), button);
  gtk_widget_set_visible (self->panel_box, TRUE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (self->shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_0 + number, GDK_CONTROL_MASK),
                        gtk_callback_action_new (toggle_panel, panel, NULL)));
  return button;
}

/**
 * interview_call_controls_set_panels_shown:
 * @shown: whether the controls of the panels are there
 */
void
interview_call_controls_set_panels_shown (InterviewCallControls *self, gboolean shown)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CONTROLS (self));

  gtk_widget_set_visible (self->panel_box,
                          shown && gtk_widget_get_first_child (self->panel_box) != NULL);
}

/**
 * interview_call_controls_get_device_list:
 *
 * Returns: (transfer none): where devices are chosen
 */
InterviewDeviceList *
interview_call_controls_get_device_list (InterviewCallControls *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_CONTROLS (self), NULL);

  return self->device_list;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/**
 * interview_call_controls_set_failures:
 * @camera: (nullable): why the camera does not work, %NULL if it does
 * @microphone: (nullable): likewise
 */
void
interview_call_controls_set_failures (InterviewCallControls *self,
                                      const char *camera,
                                      const char *microphone)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CONTROLS (self));

  set_text (&self->camera_failure, camera);
  set_text (&self->microphone_failure, microphone);
  show_state (self);
}
