/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/device-check.h"

#include <glib/gi18n-lib.h>

#include "ui/device-list.h"
#include "ui/device-words.h"
#include "ui/level-bar.h"
#include "ui/ratio-layout.h"
#include "ui/video-view.h"

/*
 * InterviewDeviceCheck lets a person see and hear whether camera and microphone work, and choose
 * others and a speaker. It warns and says what still works; it never stops anybody from joining.
 *
 * Its properties are named as those of the capture, to be bound to them: `camera-enabled` and
 * `microphone-enabled` both ways; `level`, `has-camera`, `has-microphone`, `camera-failure` and
 * `microphone-failure` from the capture.
 */
struct _InterviewDeviceCheck
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *preview_place;
  InterviewVideoView *preview;
  GtkWidget *microphone_button;
  GtkWidget *camera_button;
  GtkWidget *level_bar;
  GtkWidget *level_label;
  InterviewDeviceList *list;
  GtkWidget *warning_box;

  gboolean camera_enabled;
  gboolean microphone_enabled;
  gboolean has_camera;
  gboolean has_microphone;
  InterviewDeviceFailure camera_failure;
  InterviewDeviceFailure microphone_failure;
  gboolean heard;
  char *notice;
};

enum
{
  PROP_0,
  PROP_CAMERA_ENABLED,
  PROP_MICROPHONE_ENABLED,
  PROP_HAS_CAMERA,
  PROP_HAS_MICROPHONE,
  PROP_CAMERA_FAILURE,
  PROP_MICROPHONE_FAILURE,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewDeviceCheck, interview_device_check, GTK_TYPE_WIDGET)

/* Cameras of computers give pictures of this shape. */
#define PREVIEW_RATIO (16.0 / 9.0)

static void
add_warning (InterviewDeviceCheck *self, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "dialog-warning-symbolic", NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "device-warning");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (self->warning_box), line);
}

static void
show_warnings (InterviewDeviceCheck *self)
{
  const char *camera, *microphone;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->warning_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->warning_box), child);
  camera = interview_device_words_get_failure (INTERVIEW_DEVICE_KIND_CAMERA, self->camera_failure);
  if (camera != NULL)
    add_warning (self, camera);
  microphone = interview_device_words_get_failure (INTERVIEW_DEVICE_KIND_MICROPHONE,
                                                   self->microphone_failure);
  if (microphone != NULL)
    add_warning (self, microphone);
  if (self->notice != NULL)
    add_warning (self, self->notice);
  gtk_widget_set_visible (self->warning_box,
                          gtk_widget_get_first_child (self->warning_box) != NULL);
}

static void
show_toggle (GtkWidget *button,
             gboolean on,
             const char *icon_name,
             const char *tooltip,
             gboolean sensitive)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, sensitive);
  if (on)
    gtk_widget_remove_css_class (button, "off");
  else
    gtk_widget_add_css_class (button, "off");
}

static void
show_level_text (InterviewDeviceCheck *self)
{
  const char *text = _ ("Say something to test the microphone");

  if (!self->has_microphone)
    text = _ ("No microphone");
  else if (!self->microphone_enabled)
    text = _ ("The microphone is off");
  else if (self->heard)
    text = _ ("Your microphone works");
  gtk_label_set_label (GTK_LABEL (self->level_label), text);
}

static void
show_state (InterviewDeviceCheck *self)
{
  show_toggle (self->microphone_button, self->microphone_enabled,
               self->microphone_enabled ? "microphone-sensitivity-high-symbolic"
                                        : "microphone-disabled-symbolic",
               self->microphone_enabled ? _ ("Turn the microphone off")
                                        : _ ("Turn the microphone on"),
               self->has_microphone);
  show_toggle (self->camera_button, self->camera_enabled,
               self->camera_enabled ? "camera-video-symbolic" : "camera-disabled-symbolic",
               self->camera_enabled ? _ ("Turn the camera off") : _ ("Turn the camera on"),
               self->has_camera);
  show_level_text (self);
  show_warnings (self);
}

static void
set_level (InterviewDeviceCheck *self, double level)
{
  interview_level_bar_set_level (INTERVIEW_LEVEL_BAR (self->level_bar), level);
  if (level > INTERVIEW_LEVEL_BAR_SPEECH && !self->heard)
    {
      self->heard = TRUE;
      show_level_text (self);
    }
}

static void
interview_device_check_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), INTERVIEW_TYPE_DEVICE_CHECK);

  G_OBJECT_CLASS (interview_device_check_parent_class)->dispose (object);
}

static void
interview_device_check_finalize (GObject *object)
{
  g_free (INTERVIEW_DEVICE_CHECK (object)->notice);

  G_OBJECT_CLASS (interview_device_check_parent_class)->finalize (object);
}

static void
interview_device_check_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  InterviewDeviceCheck *self = INTERVIEW_DEVICE_CHECK (object);

  switch (prop_id)
    {
    case PROP_CAMERA_ENABLED:
      g_value_set_boolean (value, self->camera_enabled);
      break;
    case PROP_MICROPHONE_ENABLED:
      g_value_set_boolean (value, self->microphone_enabled);
      break;
    case PROP_HAS_CAMERA:
      g_value_set_boolean (value, self->has_camera);
      break;
    case PROP_HAS_MICROPHONE:
      g_value_set_boolean (value, self->has_microphone);
      break;
    case PROP_LEVEL:
      g_value_set_double (value,
                          interview_level_bar_get_level (INTERVIEW_LEVEL_BAR (self->level_bar)));
      break;
    case PROP_CAMERA_FAILURE:
      g_value_set_enum (value, self->camera_failure);
      break;
    case PROP_MICROPHONE_FAILURE:
      g_value_set_enum (value, self->microphone_failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_flag (InterviewDeviceCheck *self, gboolean *flag, const GValue *value, GParamSpec *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_failure (InterviewDeviceCheck *self,
             InterviewDeviceFailure *failure,
             const GValue *value,
             GParamSpec *pspec)
{
  if (*failure == (InterviewDeviceFailure) g_value_get_enum (value))
    return;
  *failure = g_value_get_enum (value);
  show_warnings (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
interview_device_check_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  InterviewDeviceCheck *self = INTERVIEW_DEVICE_CHECK (object);

  switch (prop_id)
    {
    case PROP_CAMERA_ENABLED:
      set_flag (self, &self->camera_enabled, value, pspec);
      break;
    case PROP_MICROPHONE_ENABLED:
      set_flag (self, &self->microphone_enabled, value, pspec);
      break;
    case PROP_HAS_CAMERA:
      set_flag (self, &self->has_camera, value, pspec);
      break;
    case PROP_HAS_MICROPHONE:
      set_flag (self, &self->has_microphone, value, pspec);
      break;
    case PROP_LEVEL:
      set_level (self, g_value_get_double (value));
      break;
    case PROP_CAMERA_FAILURE:
      set_failure (self, &self->camera_failure, value, pspec);
      break;
    case PROP_MICROPHONE_FAILURE:
      set_failure (self, &self->microphone_failure, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
create_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, TRUE,
                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                   G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_device_check_get_property;
  object_class->set_property = interview_device_check_set_property;
  properties[PROP_CAMERA_ENABLED] = create_flag ("camera-enabled");
  properties[PROP_MICROPHONE_ENABLED] = create_flag ("microphone-enabled");
  properties[PROP_HAS_CAMERA] = create_flag ("has-camera");
  properties[PROP_HAS_MICROPHONE] = create_flag ("has-microphone");
  properties[PROP_CAMERA_FAILURE] =
      g_param_spec_enum ("camera-failure", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_NONE, flags);
  properties[PROP_MICROPHONE_FAILURE] =
      g_param_spec_enum ("microphone-failure", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_NONE, flags);
  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -60, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/device-check.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, box);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, preview_place);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, preview);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, microphone_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, camera_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, level_bar);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, level_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, list);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, warning_box);
}

static void
interview_device_check_class_init (InterviewDeviceCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_device_check_dispose;
  object_class->finalize = interview_device_check_finalize;
  install_properties (object_class);

  g_type_ensure (INTERVIEW_TYPE_DEVICE_LIST);
  g_type_ensure (INTERVIEW_TYPE_VIDEO_VIEW);
  g_type_ensure (INTERVIEW_TYPE_LEVEL_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
interview_device_check_init (InterviewDeviceCheck *self)
{
  self->camera_enabled = self->microphone_enabled = TRUE;
  self->has_camera = self->has_microphone = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->preview_place, interview_ratio_layout_new (PREVIEW_RATIO));
  g_object_bind_property (self, "microphone-enabled", self->microphone_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "camera-enabled", self->camera_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "microphone-enabled", self->preview, "microphone-on",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "camera-enabled", self->preview, "camera-on",
                          G_BINDING_SYNC_CREATE);
  show_state (self);
}

/**
 * interview_device_check_new:
 *
 * Returns: (transfer floating): a check without any device
 */
GtkWidget *
interview_device_check_new (void)
{
  return g_object_new (INTERVIEW_TYPE_DEVICE_CHECK, NULL);
}

/* Another microphone has yet to be heard. */
static void
on_microphone (InterviewDeviceCheck *self)
{
  self->heard = FALSE;
  show_level_text (self);
}

/**
 * interview_device_check_add_choice:
 * @choice: (transfer none): a device that can be chosen; one of each kind at most
 */
void
interview_device_check_add_choice (InterviewDeviceCheck *self, InterviewDeviceChoice *choice)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (self));
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHOICE (choice));

  interview_device_list_add (self->list, choice);
  if (interview_device_choice_get_kind (choice) == INTERVIEW_DEVICE_KIND_MICROPHONE)
    g_signal_connect_object (choice, "notify::device", G_CALLBACK (on_microphone), self,
                             G_CONNECT_SWAPPED);
}

/**
 * interview_device_check_set_frame_slot:
 * @slot: (nullable): the preview
 */
void
interview_device_check_set_frame_slot (InterviewDeviceCheck *self, InterviewFrameSlot *slot)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (self));

  interview_video_view_set_frame_slot (self->preview, slot);
}

/**
 * interview_device_check_set_person_name:
 * @name: (nullable): one's own name, for the initials
 */
void
interview_device_check_set_person_name (InterviewDeviceCheck *self, const char *name)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (self));

  interview_video_view_set_name (self->preview, name);
}

/**
 * interview_device_check_set_notice:
 * @notice: (nullable): one more warning, for example about the network
 */
void
interview_device_check_set_notice (InterviewDeviceCheck *self, const char *notice)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (self));

  if (g_strcmp0 (self->notice, notice) == 0)
    return;
  g_free (self->notice);
  self->notice = g_strdup (notice);
  show_warnings (self);
}
