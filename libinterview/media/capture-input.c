/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/capture-input.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

/*
 * InterviewCaptureInput is the place in a running pipeline where its source can be exchanged:
 * another camera, none, the first one again. Closing takes the source out and closes its device, so
 * that the light of a camera that is switched off goes out. A source that fails is taken out, and
 * one that appears while there is none is taken in. In the place of a missing microphone stands
 * silence.
 *
 * Signal `failed` (#GError) tells in words for a person that a device is missing or broken.
 *
 * The capture owns one for each kind; called on the main context.
 */
struct _InterviewCaptureInput
{
  GObject parent_instance;

  InterviewDeviceKind kind;
  InterviewSourceFactory *factory;
  GstBin *pipeline;
  GstElement *head;

  InterviewDevice *device;
  InterviewDevice *in_use;
  GstElement *source;
  gboolean is_open;
  gboolean has_device;
};

enum
{
  PROP_0,
  PROP_HAS_DEVICE,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCaptureInput, interview_capture_input, G_TYPE_OBJECT)

static void
set_has_device (InterviewCaptureInput *self, gboolean has_device)
{
  if (self->has_device == has_device)
    return;

  self->has_device = has_device;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_DEVICE]);
}

static GError *
does_not_answer (InterviewCaptureInput *self)
{
  return g_error_new_literal (
      INTERVIEW_ERROR, INTERVIEW_ERROR_DEVICE,
      self->kind == INTERVIEW_DEVICE_KIND_CAMERA
          ? _ ("The camera does not answer. Check that it is plugged in and that no other program "
               "uses it.")
          : _ ("The microphone does not answer. Check that it is plugged in and that no other "
               "program uses it."));
}

/* In the pace of a sound card, so that the meter and the packets go on as with one. */
static GstElement *
create_silence (void)
{
  GstElement *source = gst_element_factory_make ("audiotestsrc", NULL);

  g_object_set (source, "is-live", TRUE, "samplesperbuffer", 960, NULL);
  gst_util_set_object_arg (G_OBJECT (source), "wave", "silence");

  return source;
}

static void
remove_source (InterviewCaptureInput *self)
{
  if (self->source == NULL)
    return;

  gst_element_set_state (self->source, GST_STATE_NULL);
  gst_element_unlink (self->source, self->head);
  gst_bin_remove (self->pipeline, self->source);
  gst_clear_object (&self->source);
}

static gboolean
insert_source (InterviewCaptureInput *self, GstElement *source)
{
  remove_source (self);
  self->source = gst_object_ref_sink (source);
  gst_bin_add (self->pipeline, source);
  if (gst_element_link (source, self->head) && gst_element_sync_state_with_parent (source))
    return TRUE;

  remove_source (self);
  return FALSE;
}

static void
fail (InterviewCaptureInput *self, const GError *error)
{
  remove_source (self);
  if (self->kind == INTERVIEW_DEVICE_KIND_MICROPHONE)
    insert_source (self, create_silence ());
  set_has_device (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static gboolean
uses_devices (InterviewCaptureInput *self)
{
  return self->kind == INTERVIEW_DEVICE_KIND_CAMERA
             ? interview_source_factory_uses_camera_devices (self->factory)
             : interview_source_factory_uses_microphone_devices (self->factory);
}

/* The one that was chosen, another if that is not there, %NULL if there is none. */
static InterviewDevice *
resolve (InterviewCaptureInput *self)
{
  InterviewDeviceMonitor *monitor = interview_source_factory_get_monitor (self->factory);
  const char *id = self->device != NULL ? interview_device_get_id (self->device) : NULL;

  if (monitor == NULL)
    return self->device != NULL ? g_object_ref (self->device) : NULL;

  return interview_device_monitor_dup_device (monitor, self->kind, id);
}

static gboolean
is_unplugged (InterviewCaptureInput *self)
{
  InterviewDeviceMonitor *monitor = interview_source_factory_get_monitor (self->factory);
  const char *id = self->in_use != NULL ? interview_device_get_id (self->in_use) : NULL;
  g_autoptr (InterviewDevice) found = NULL;

  if (id == NULL)
    return FALSE;

  found = interview_device_monitor_dup_device (monitor, self->kind, id);
  return found == NULL || !g_str_equal (interview_device_get_id (found), id);
}

/* A device that is pulled out may only fall silent, without an error. */
static void
on_devices_changed (InterviewCaptureInput *self)
{
  if (self->is_open && uses_devices (self) && (!self->has_device || is_unplugged (self)))
    interview_capture_input_open (self);
}

static void
interview_capture_input_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewCaptureInput *self = INTERVIEW_CAPTURE_INPUT (object);

  switch (id)
    {
    case PROP_HAS_DEVICE:
      g_value_set_boolean (value, self->has_device);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_capture_input_dispose (GObject *object)
{
  InterviewCaptureInput *self = INTERVIEW_CAPTURE_INPUT (object);

  remove_source (self);
  gst_clear_object (&self->head);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->device);
  g_clear_object (&self->in_use);
  g_clear_object (&self->factory);

  G_OBJECT_CLASS (interview_capture_input_parent_class)->dispose (object);
}

static void
interview_capture_input_class_init (InterviewCaptureInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_capture_input_get_property;
  object_class->dispose = interview_capture_input_dispose;

  properties[PROP_HAS_DEVICE] =
      g_param_spec_boolean ("has-device", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_CAPTURE_INPUT, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_capture_input_init (InterviewCaptureInput *self)
{
}

/**
 * interview_capture_input_new:
 * @kind: camera or microphone
 * @factory: (transfer none): makes the sources
 * @pipeline: (transfer none): where sources are added
 * @head: (transfer none): the first element after the source
 *
 * Returns: (transfer full): an input that is closed
 */
InterviewCaptureInput *
interview_capture_input_new (InterviewDeviceKind kind,
                             InterviewSourceFactory *factory,
                             GstBin *pipeline,
                             GstElement *head)
{
  InterviewCaptureInput *self;
  InterviewDeviceMonitor *monitor;
  GListModel *list;

  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (factory), NULL);
  g_return_val_if_fail (GST_IS_BIN (pipeline), NULL);
  g_return_val_if_fail (GST_IS_ELEMENT (head), NULL);

  self = g_object_new (INTERVIEW_TYPE_CAPTURE_INPUT, NULL);
  self->kind = kind;
  self->factory = g_object_ref (factory);
  self->pipeline = gst_object_ref (pipeline);
  self->head = gst_object_ref (head);

  monitor = interview_source_factory_get_monitor (factory);
  if (monitor != NULL)
    {
      list = kind == INTERVIEW_DEVICE_KIND_CAMERA
                 ? interview_device_monitor_get_cameras (monitor)
                 : interview_device_monitor_get_microphones (monitor);
      g_signal_connect_object (list, "items-changed", G_CALLBACK (on_devices_changed), self,
                               G_CONNECT_SWAPPED);
    }

  return self;
}

/**
 * interview_capture_input_set_device:
 * @device: (nullable) (transfer none): which one; %NULL for the one the system prefers
 *
 * Changes over at once if it is open.
 *
 * Returns: whether it is another one than before
 */
gboolean
interview_capture_input_set_device (InterviewCaptureInput *self, InterviewDevice *device)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), FALSE);

  if (!g_set_object (&self->device, device))
    return FALSE;

  if (self->is_open)
    interview_capture_input_open (self);
  return TRUE;
}

/**
 * interview_capture_input_get_device:
 *
 * Returns: (transfer none) (nullable): which one was chosen
 */
InterviewDevice *
interview_capture_input_get_device (InterviewCaptureInput *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), NULL);

  return self->device;
}

/**
 * interview_capture_input_open:
 *
 * Opens the device, again if it is open already; what goes wrong is told by `failed`.
 */
void
interview_capture_input_open (InterviewCaptureInput *self)
{
  g_autoptr (GError) error = NULL;
  GstElement *source;

  g_return_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self));

  self->is_open = TRUE;
  /* The former one first: many a camera can be opened only once. */
  remove_source (self);
  g_clear_object (&self->in_use);
  self->in_use = resolve (self);
  source = self->kind == INTERVIEW_DEVICE_KIND_CAMERA
               ? interview_source_factory_create_camera (self->factory, self->in_use, &error)
               : interview_source_factory_create_microphone (self->factory, self->in_use, &error);
  if (source != NULL && !insert_source (self, source))
    error = does_not_answer (self);

  if (error != NULL)
    fail (self, error);
  else
    set_has_device (self, TRUE);
}

/**
 * interview_capture_input_close:
 *
 * Closes the device; whether there is one is still known.
 */
void
interview_capture_input_close (InterviewCaptureInput *self)
{
  g_return_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self));

  self->is_open = FALSE;
  remove_source (self);
}

/**
 * interview_capture_input_has_device:
 *
 * Returns: whether the device could be opened when that was last tried
 */
gboolean
interview_capture_input_has_device (InterviewCaptureInput *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), FALSE);

  return self->has_device;
}

/**
 * interview_capture_input_take_message:
 * @message: (transfer none): an error from the pipeline’s bus
 *
 * Returns: whether it came from the source, which is out now
 */
gboolean
interview_capture_input_take_message (InterviewCaptureInput *self, GstMessage *message)
{
  GstObject *from = GST_MESSAGE_SRC (message);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), FALSE);

  if (self->source == NULL || (from != GST_OBJECT (self->source) &&
                               !gst_object_has_as_ancestor (from, GST_OBJECT (self->source))))
    return FALSE;

  error = does_not_answer (self);
  fail (self, error);
  return TRUE;
}
