/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/capture-private.h"

#include "media/capture-chain.h"
#include "media/capture-input.h"
#include "media/level-meter.h"
#include "media/warm-up.h"

/*
 * InterviewCapture is what we send: one pipeline for camera and microphone, with the own preview.
 * It runs from the page before a call to its end, with and without anybody listening; picture and
 * sound are encoded only while somebody does.
 *
 * It never needs hardware. Without a camera no picture is sent; without a microphone silence is,
 * because the packets of the sound are what tells the other side that we are alive. A device that
 * fails is taken out, and `camera-failure` and `microphone-failure` say why; one that appears is
 * taken in. A camera that is switched off is closed, so that its light goes out; a microphone that
 * is switched off is muted before the meter and the encoder.
 *
 * A program owns one and hands it to the page with the preview and to the call. Main context only.
 */
struct _InterviewCapture
{
  GObject parent_instance;

  InterviewFrameSlot *frame_slot;
  InterviewLevelMeter *meter;
  InterviewTap *tap;

  GstElement *pipeline;
  GstBus *bus;
  GstElement *mute;
  InterviewCaptureInput *camera;
  InterviewCaptureInput *microphone;
  InterviewCaptureOutput output;

  gboolean running;
  GThread *warm_up;
  gboolean camera_enabled;
  gboolean microphone_enabled;
};

enum
{
  PROP_0,
  PROP_FRAME_SLOT,
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

G_DEFINE_FINAL_TYPE (InterviewCapture, interview_capture, G_TYPE_OBJECT)

static void
update_camera (InterviewCapture *self)
{
  if (self->running && self->camera_enabled)
    {
      interview_capture_input_open (self->camera);
      return;
    }

  interview_capture_input_close (self->camera);
  interview_frame_slot_clear (self->frame_slot);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewCapture *self = user_data;

  if (interview_level_meter_take_message (self->meter, message) ||
      interview_capture_input_take_message (self->camera, message) ||
      interview_capture_input_take_message (self->microphone, message))
    return G_SOURCE_CONTINUE;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_LATENCY)
    gst_bin_recalculate_latency (GST_BIN (self->pipeline));

  return G_SOURCE_CONTINUE;
}

static void
on_has_camera (InterviewCapture *self)
{
  if (!interview_capture_input_has_device (self->camera))
    interview_frame_slot_clear (self->frame_slot);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CAMERA]);
}

static void
on_has_microphone (InterviewCapture *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MICROPHONE]);
}

static void
on_camera_failure (InterviewCapture *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMERA_FAILURE]);
}

static void
on_microphone_failure (InterviewCapture *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MICROPHONE_FAILURE]);
}

static void
on_level (InterviewCapture *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
interview_capture_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewCapture *self = INTERVIEW_CAPTURE (object);

  switch (id)
    {
    case PROP_FRAME_SLOT:
      g_value_set_object (value, self->frame_slot);
      break;
    case PROP_CAMERA_ENABLED:
      g_value_set_boolean (value, self->camera_enabled);
      break;
    case PROP_MICROPHONE_ENABLED:
      g_value_set_boolean (value, self->microphone_enabled);
      break;
    case PROP_HAS_CAMERA:
      g_value_set_boolean (value, interview_capture_get_has_camera (self));
      break;
    case PROP_HAS_MICROPHONE:
      g_value_set_boolean (value, interview_capture_get_has_microphone (self));
      break;
    case PROP_CAMERA_FAILURE:
      g_value_set_enum (value, interview_capture_get_camera_failure (self));
      break;
    case PROP_MICROPHONE_FAILURE:
      g_value_set_enum (value, interview_capture_get_microphone_failure (self));
      break;
    case PROP_LEVEL:
      g_value_set_double (value, interview_level_meter_get_level (self->meter));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_capture_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  InterviewCapture *self = INTERVIEW_CAPTURE (object);

  switch (id)
    {
    case PROP_CAMERA_ENABLED:
      interview_capture_set_camera_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_MICROPHONE_ENABLED:
      interview_capture_set_microphone_enabled (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_capture_dispose (GObject *object)
{
  InterviewCapture *self = INTERVIEW_CAPTURE (object);

  g_clear_pointer (&self->warm_up, g_thread_join);
  if (self->bus != NULL)
    gst_bus_remove_watch (self->bus);
  gst_clear_object (&self->bus);
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_object (&self->camera);
  g_clear_object (&self->microphone);
  gst_clear_object (&self->mute);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->output.video);
  g_clear_object (&self->output.audio);
  g_clear_object (&self->output.rate_control);
  g_clear_object (&self->output.codecs);
  g_clear_object (&self->meter);
  g_clear_object (&self->tap);
  g_clear_object (&self->frame_slot);

  G_OBJECT_CLASS (interview_capture_parent_class)->dispose (object);
}

static void
interview_capture_class_init (InterviewCaptureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->get_property = interview_capture_get_property;
  object_class->set_property = interview_capture_set_property;
  object_class->dispose = interview_capture_dispose;

  properties[PROP_FRAME_SLOT] =
      g_param_spec_object ("frame-slot", NULL, NULL, INTERVIEW_TYPE_FRAME_SLOT, read);
  properties[PROP_CAMERA_ENABLED] =
      g_param_spec_boolean ("camera-enabled", NULL, NULL, TRUE, write);
  properties[PROP_MICROPHONE_ENABLED] =
      g_param_spec_boolean ("microphone-enabled", NULL, NULL, TRUE, write);
  properties[PROP_HAS_CAMERA] = g_param_spec_boolean ("has-camera", NULL, NULL, FALSE, read);
  properties[PROP_HAS_MICROPHONE] =
      g_param_spec_boolean ("has-microphone", NULL, NULL, FALSE, read);
  properties[PROP_CAMERA_FAILURE] =
      g_param_spec_enum ("camera-failure", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_NONE, read);
  properties[PROP_MICROPHONE_FAILURE] =
      g_param_spec_enum ("microphone-failure", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_NONE, read);
  properties[PROP_LEVEL] = g_param_spec_double ("level", NULL, NULL, INTERVIEW_LEVEL_SILENCE, 0,
                                                INTERVIEW_LEVEL_SILENCE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_capture_init (InterviewCapture *self)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();

  self->camera_enabled = TRUE;
  self->microphone_enabled = TRUE;
  self->frame_slot = interview_frame_slot_new ();
  self->meter = interview_level_meter_new ();
  self->tap = interview_tap_new ();
  g_signal_connect_object (self->meter, "notify::level", G_CALLBACK (on_level), self,
                           G_CONNECT_SWAPPED);

  /* One clock and one base time for this pipeline and for those of the links, so that time stamps
   * mean the same in all of them, also after the capture was stopped and started again. */
  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  self->output.base_time = gst_clock_get_time (clock);
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (self->pipeline, self->output.base_time);

  self->bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (self->bus, on_message, self);
}

static InterviewCaptureInput *
create_input (InterviewCapture *self,
              InterviewDeviceKind kind,
              InterviewSourceFactory *factory,
              GstElement *head)
{
  InterviewDeviceMonitor *monitor = interview_source_factory_get_monitor (factory);
  g_autoptr (InterviewDeviceChoice) choice =
      interview_device_choice_new (kind, monitor != NULL
                                             ? interview_device_monitor_get_devices (monitor, kind)
                                             : NULL);

  return interview_capture_input_new (choice, factory, GST_BIN (self->pipeline), head);
}

static void
follow_inputs (InterviewCapture *self)
{
  g_signal_connect_object (self->camera, "notify::has-device", G_CALLBACK (on_has_camera), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->microphone, "notify::has-device", G_CALLBACK (on_has_microphone),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "notify::failure", G_CALLBACK (on_camera_failure), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->microphone, "notify::failure", G_CALLBACK (on_microphone_failure),
                           self, G_CONNECT_SWAPPED);
}

/**
 * interview_capture_new:
 * @factory: (transfer none): where picture and sound come from
 *
 * Returns: (transfer full): a capture that does not run yet
 */
InterviewCapture *
interview_capture_new (InterviewSourceFactory *factory)
{
  InterviewCapture *self;
  GstElement *head;

  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (factory), NULL);

  self = g_object_new (INTERVIEW_TYPE_CAPTURE, NULL);
  self->output.rate_control = interview_rate_control_new ();
  self->output.codecs = interview_codec_choice_new ();
  self->output.video =
      interview_capture_chain_add_video (GST_BIN (self->pipeline), self->output.codecs,
                                         self->output.rate_control, self->frame_slot, self->tap,
                                         &head);
  self->camera = create_input (self, INTERVIEW_DEVICE_KIND_CAMERA, factory, head);
  self->output.audio =
      interview_capture_chain_add_audio (GST_BIN (self->pipeline), self->output.rate_control,
                                         self->tap, &head, &self->mute);
  gst_object_ref (self->mute);
  self->microphone = create_input (self, INTERVIEW_DEVICE_KIND_MICROPHONE, factory, head);
  follow_inputs (self);

  return self;
}

/**
 * interview_capture_start:
 *
 * Opens the devices. What cannot be opened is told in `has-camera`, `camera-failure` and so on.
 */
void
interview_capture_start (InterviewCapture *self)
{
  g_return_if_fail (INTERVIEW_IS_CAPTURE (self));

  if (self->running)
    return;

  self->running = TRUE;
  if (self->warm_up == NULL)
    self->warm_up = interview_warm_up_new ();
  interview_codec_choice_begin (self->output.codecs);
  update_camera (self);
  interview_capture_input_open (self->microphone);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
}

/**
 * interview_capture_stop:
 *
 * Closes the devices.
 */
void
interview_capture_stop (InterviewCapture *self)
{
  g_return_if_fail (INTERVIEW_IS_CAPTURE (self));

  if (!self->running)
    return;

  self->running = FALSE;
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  update_camera (self);
  interview_capture_input_close (self->microphone);
  interview_level_meter_reset (self->meter);
}

/**
 * interview_capture_get_running:
 *
 * Returns: whether it was started
 */
gboolean
interview_capture_get_running (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), FALSE);

  return self->running;
}

/**
 * interview_capture_get_camera:
 *
 * Returns: (transfer none): which camera, also while it runs
 */
InterviewDeviceChoice *
interview_capture_get_camera (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), NULL);

  return interview_capture_input_get_choice (self->camera);
}

/**
 * interview_capture_get_microphone:
 *
 * Returns: (transfer none): which microphone, also while it runs
 */
InterviewDeviceChoice *
interview_capture_get_microphone (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), NULL);

  return interview_capture_input_get_choice (self->microphone);
}

/**
 * interview_capture_set_camera_enabled:
 * @enabled: %FALSE closes the camera
 */
void
interview_capture_set_camera_enabled (InterviewCapture *self, gboolean enabled)
{
  g_return_if_fail (INTERVIEW_IS_CAPTURE (self));

  enabled = !!enabled;
  if (self->camera_enabled == enabled)
    return;

  self->camera_enabled = enabled;
  update_camera (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAMERA_ENABLED]);
}

/**
 * interview_capture_get_camera_enabled:
 *
 * Returns: whether the camera is wanted
 */
gboolean
interview_capture_get_camera_enabled (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), FALSE);

  return self->camera_enabled;
}

/**
 * interview_capture_set_microphone_enabled:
 * @enabled: %FALSE sends silence, and the meter shows it
 */
void
interview_capture_set_microphone_enabled (InterviewCapture *self, gboolean enabled)
{
  g_return_if_fail (INTERVIEW_IS_CAPTURE (self));

  enabled = !!enabled;
  if (self->microphone_enabled == enabled)
    return;

  self->microphone_enabled = enabled;
  g_object_set (self->mute, "mute", !enabled, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MICROPHONE_ENABLED]);
}

/**
 * interview_capture_get_microphone_enabled:
 *
 * Returns: whether sound is sent
 */
gboolean
interview_capture_get_microphone_enabled (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), FALSE);

  return self->microphone_enabled;
}

/**
 * interview_capture_get_frame_slot:
 *
 * Returns: (transfer none): where the own picture arrives
 */
InterviewFrameSlot *
interview_capture_get_frame_slot (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), NULL);

  return self->frame_slot;
}

/**
 * interview_capture_get_tap:
 *
 * Returns: (transfer none): where picture and sound can be had as they are sent
 */
InterviewTap *
interview_capture_get_tap (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), NULL);

  return self->tap;
}

/**
 * interview_capture_get_level:
 *
 * Returns: how loud we are as sent, dB below full scale
 */
double
interview_capture_get_level (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), INTERVIEW_LEVEL_SILENCE);

  return interview_level_meter_get_level (self->meter);
}

/**
 * interview_capture_get_has_camera:
 *
 * Returns: whether there is a camera that works, as far as is known
 */
gboolean
interview_capture_get_has_camera (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), FALSE);

  return interview_capture_input_has_device (self->camera);
}

/**
 * interview_capture_get_has_microphone:
 *
 * Returns: whether there is a microphone that works, as far as is known
 */
gboolean
interview_capture_get_has_microphone (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), FALSE);

  return interview_capture_input_has_device (self->microphone);
}

/**
 * interview_capture_get_camera_failure:
 *
 * Returns: why the camera does not work
 */
InterviewDeviceFailure
interview_capture_get_camera_failure (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), INTERVIEW_DEVICE_FAILURE_NONE);

  return interview_capture_input_get_failure (self->camera);
}

/**
 * interview_capture_get_microphone_failure:
 *
 * Returns: why the microphone does not work
 */
InterviewDeviceFailure
interview_capture_get_microphone_failure (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), INTERVIEW_DEVICE_FAILURE_NONE);

  return interview_capture_input_get_failure (self->microphone);
}

/**
 * interview_capture_get_output:
 *
 * Returns: (transfer none): what it sends; the same for its whole life
 */
const InterviewCaptureOutput *
interview_capture_get_output (InterviewCapture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (self), NULL);

  return &self->output;
}
