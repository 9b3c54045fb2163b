/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/device-check.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/level-bar.h"
#include "ui/ratio-layout.h"
#include "ui/video-view.h"

/*
 * InterviewDeviceCheck lets a person see and hear whether camera, microphone and speaker work, and
 * choose others. It warns and says what still works; it never stops anybody from joining.
 *
 * Its properties are named as those of the capture, to be bound to them: `camera`, `microphone`,
 * `camera-enabled`, `microphone-enabled` both ways; `level`, `has-camera`, `has-microphone` from
 * the capture; `speaker` both ways with the playback. `test-sound` is emitted by the button beside
 * the speaker, which is only there if `can-test-sound` is set.
 */
struct _InterviewDeviceCheck
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InterviewVideoView *preview;
  GtkWidget *microphone_button;
  GtkWidget *camera_button;
  GtkWidget *level_bar;
  GtkWidget *level_label;
  GtkWidget *camera_row;
  GtkWidget *microphone_row;
  GtkWidget *speaker_row;
  GtkWidget *test_button;
  GtkWidget *warning_box;

  gboolean camera_enabled;
  gboolean microphone_enabled;
  gboolean has_camera;
  gboolean has_microphone;
  gboolean heard;
  char *notice;
};

enum
{
  PROP_0,
  PROP_CAMERA,
  PROP_MICROPHONE,
  PROP_SPEAKER,
  PROP_CAMERA_ENABLED,
  PROP_MICROPHONE_ENABLED,
  PROP_HAS_CAMERA,
  PROP_HAS_MICROPHONE,
  PROP_LEVEL,
  PROP_CAN_TEST_SOUND,
  N_PROPS,
};

enum
{
  SIGNAL_TEST_SOUND,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDeviceCheck, interview_device_check, GTK_TYPE_WIDGET)

/* Cameras of computers give pictures of this shape. */
#define PREVIEW_RATIO (16.0 / 9.0)

static void
on_test_clicked (InterviewDeviceCheck *self)
{
  g_signal_emit (self, signals[SIGNAL_TEST_SOUND], 0);
}

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
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->warning_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->warning_box), child);
  if (!self->has_camera)
    add_warning (self, _ ("No camera works. You can join without a picture; the others hear you. "
                          "Another program may be using the camera."));
  if (!self->has_microphone)
    add_warning (self, _ ("No microphone works, so nobody will hear you. Plug one in or choose "
                          "another; you can join meanwhile."));
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

static GtkWidget *
get_row (InterviewDeviceCheck *self, guint prop_id)
{
  if (prop_id == PROP_CAMERA)
    return self->camera_row;
  return prop_id == PROP_MICROPHONE ? self->microphone_row : self->speaker_row;
}

static void
choose_device (InterviewDeviceCheck *self, guint prop_id, InterviewDevice *device)
{
  AdwComboRow *row = ADW_COMBO_ROW (get_row (self, prop_id));
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; device != NULL && model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewDevice) item = g_list_model_get_item (model, i);

      if (item == device ||
          g_strcmp0 (interview_device_get_id (item), interview_device_get_id (device)) == 0)
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
}

static void
on_selected (GObject *row, GParamSpec *pspec, InterviewDeviceCheck *self)
{
  guint prop_id = PROP_SPEAKER;

  if (row == G_OBJECT (self->camera_row))
    prop_id = PROP_CAMERA;
  else if (row == G_OBJECT (self->microphone_row))
    prop_id = PROP_MICROPHONE;
  /* Another microphone has yet to be heard. */
  if (prop_id == PROP_MICROPHONE)
    {
      self->heard = FALSE;
      show_level_text (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
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
    case PROP_CAMERA:
    case PROP_MICROPHONE:
    case PROP_SPEAKER:
      g_value_set_object (value, adw_combo_row_get_selected_item (
                                     ADW_COMBO_ROW (get_row (self, prop_id))));
      break;
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
    case PROP_CAN_TEST_SOUND:
      g_value_set_boolean (value, gtk_widget_get_visible (self->test_button));
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
interview_device_check_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  InterviewDeviceCheck *self = INTERVIEW_DEVICE_CHECK (object);

  switch (prop_id)
    {
    case PROP_CAMERA:
    case PROP_MICROPHONE:
    case PROP_SPEAKER:
      choose_device (self, prop_id, g_value_get_object (value));
      break;
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
    case PROP_CAN_TEST_SOUND:
      gtk_widget_set_visible (self->test_button, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
create_flag (const char *name, gboolean value)
{
  return g_param_spec_boolean (name, NULL, NULL, value,
                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                   G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_device_check_get_property;
  object_class->set_property = interview_device_check_set_property;
  properties[PROP_CAMERA] =
      g_param_spec_object ("camera", NULL, NULL, INTERVIEW_TYPE_DEVICE, flags);
  properties[PROP_MICROPHONE] =
      g_param_spec_object ("microphone", NULL, NULL, INTERVIEW_TYPE_DEVICE, flags);
  properties[PROP_SPEAKER] =
      g_param_spec_object ("speaker", NULL, NULL, INTERVIEW_TYPE_DEVICE, flags);
  properties[PROP_CAMERA_ENABLED] = create_flag ("camera-enabled", TRUE);
  properties[PROP_MICROPHONE_ENABLED] = create_flag ("microphone-enabled", TRUE);
  properties[PROP_HAS_CAMERA] = create_flag ("has-camera", TRUE);
  properties[PROP_HAS_MICROPHONE] = create_flag ("has-microphone", TRUE);
  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, -60, flags);
  properties[PROP_CAN_TEST_SOUND] = create_flag ("can-test-sound", FALSE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/device-check.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, box);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, preview);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, microphone_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, camera_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, level_bar);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, level_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, camera_row);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, microphone_row);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, speaker_row);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, test_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewDeviceCheck, warning_box);
  gtk_widget_class_bind_template_callback (widget_class, on_test_clicked);
}

static void
interview_device_check_class_init (InterviewDeviceCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = interview_device_check_dispose;
  object_class->finalize = interview_device_check_finalize;
  install_properties (object_class);
  signals[SIGNAL_TEST_SOUND] =
      g_signal_new ("test-sound", INTERVIEW_TYPE_DEVICE_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_COMBO_ROW);
  g_type_ensure (INTERVIEW_TYPE_VIDEO_VIEW);
  g_type_ensure (INTERVIEW_TYPE_LEVEL_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
prepare_row (InterviewDeviceCheck *self, GtkWidget *row)
{
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (INTERVIEW_TYPE_DEVICE, NULL, "name");

  adw_combo_row_set_expression (ADW_COMBO_ROW (row), name);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (on_selected), self, 0);
}

static void
interview_device_check_init (InterviewDeviceCheck *self)
{
  self->camera_enabled = self->microphone_enabled = TRUE;
  self->has_camera = self->has_microphone = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->preview),
                                 interview_ratio_layout_new (PREVIEW_RATIO));
  prepare_row (self, self->camera_row);
  prepare_row (self, self->microphone_row);
  prepare_row (self, self->speaker_row);
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

static void
show_count (AdwActionRow *row, guint position, guint removed, guint added, GListModel *devices)
{
  adw_action_row_set_subtitle (row,
                               g_list_model_get_n_items (devices) == 0 ? _ ("None found") : NULL);
}

static void
show_devices (GtkWidget *row, GListModel *devices)
{
  GListModel *former = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  if (former != NULL)
    g_signal_handlers_disconnect_by_func (former, show_count, row);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), devices);
  gtk_widget_set_visible (row, devices != NULL);
  if (devices == NULL)
    return;
  g_signal_connect_object (devices, "items-changed", G_CALLBACK (show_count), row,
                           G_CONNECT_SWAPPED);
  show_count (ADW_ACTION_ROW (row), 0, 0, 0, devices);
}

/**
 * interview_device_check_set_devices:
 * @cameras: (nullable): list model of #InterviewDevice; %NULL leaves the choice out
 * @microphones: (nullable): likewise
 * @speakers: (nullable): likewise
 */
void
interview_device_check_set_devices (InterviewDeviceCheck *self,
                                    GListModel *cameras,
                                    GListModel *microphones,
                                    GListModel *speakers)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (self));

  show_devices (self->camera_row, cameras);
  show_devices (self->microphone_row, microphones);
  show_devices (self->speaker_row, speakers);
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
