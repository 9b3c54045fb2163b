/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/capture-input.h"

/* How long until the next attempt, in seconds. */
#define RETRY_SECONDS 3

/* How long a device may take to give something, in seconds; a headset by radio takes
 * two or three. */
#define ANSWER_SECONDS 6

/* What the source says on the bus with its first picture or sound. */
#define FIRST_BUFFER "interview-first-buffer"

/*
 * InterviewCaptureInput is the place in a running pipeline where its source can be exchanged:
 * another camera, none, the first one again, as the choice says. Closing takes the source out and
 * closes its device, so that the light of a camera that is switched off goes out. A source that
 * fails, or gives nothing for a while, is taken out and tried again; one that appears while there
 * is none is taken in. In the place of a missing microphone stands silence.
 *
 * The capture owns one for each kind; called on the main context.
 */
struct _InterviewCaptureInput
{
  GObject parent_instance;

  InterviewDeviceChoice *choice;
  InterviewSourceFactory *factory;
  GstBin *pipeline;
  GstElement *head;

  GstElement *source;
  GstElement *refused; /* could not be started, and may yet say why */
  InterviewDeviceFailure failure;
  guint retry;
  guint answer; /* runs until the device gives something */
  gboolean is_open;
  gboolean has_device;
};

enum
{
  PROP_0,
  PROP_HAS_DEVICE,
  PROP_FAILURE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewCaptureInput, interview_capture_input, G_TYPE_OBJECT)

static void
set_state (InterviewCaptureInput *self, gboolean has_device, InterviewDeviceFailure failure)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (self->has_device != has_device)
    g_object_notify_by_pspec (object, properties[PROP_HAS_DEVICE]);
  if (self->failure != failure)
    g_object_notify_by_pspec (object, properties[PROP_FAILURE]);
  self->has_device = has_device;
  self->failure = failure;
  g_object_thaw_notify (object);
}

static InterviewDeviceKind
get_kind (InterviewCaptureInput *self)
{
  return interview_device_choice_get_kind (self->choice);
}

static gboolean
uses_devices (InterviewCaptureInput *self)
{
  return get_kind (self) == INTERVIEW_DEVICE_KIND_CAMERA
             ? interview_source_factory_uses_camera_devices (self->factory)
             : interview_source_factory_uses_microphone_devices (self->factory);
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
  gst_clear_object (&self->refused);
  g_clear_handle_id (&self->answer, g_source_remove);
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
  self->refused = gst_object_ref (source);
  return FALSE;
}

static gboolean
on_retry (gpointer user_data)
{
  InterviewCaptureInput *self = user_data;

  self->retry = 0;
  interview_capture_input_open (self);

  return G_SOURCE_REMOVE;
}

static void
fail (InterviewCaptureInput *self, InterviewDeviceFailure failure)
{
  g_autoptr (GstElement) refused = g_steal_pointer (&self->refused);

  remove_source (self);
  if (get_kind (self) == INTERVIEW_DEVICE_KIND_MICROPHONE)
    insert_source (self, create_silence ());
  g_set_object (&self->refused, refused);
  g_clear_handle_id (&self->retry, g_source_remove);
  /* Where there is none, its coming is told. */
  if (uses_devices (self) && failure != INTERVIEW_DEVICE_FAILURE_MISSING &&
      interview_device_choice_get_device (self->choice) != NULL)
    self->retry = g_timeout_add_seconds (RETRY_SECONDS, on_retry, self);
  set_state (self, FALSE, failure);
}

static gboolean
on_no_answer (gpointer user_data)
{
  InterviewCaptureInput *self = user_data;

  self->answer = 0;
  fail (self, INTERVIEW_DEVICE_FAILURE_BROKEN);

  return G_SOURCE_REMOVE;
}

static GstPadProbeReturn
on_first_buffer (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  g_autoptr (GstElement) source = gst_pad_get_parent_element (pad);

  if (source != NULL)
    gst_element_post_message (source,
                              gst_message_new_application (GST_OBJECT (source),
                                                           gst_structure_new_empty (FIRST_BUFFER)));
  return GST_PAD_PROBE_REMOVE;
}

static void
watch_first_buffer (GstElement *source)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (source, "src");

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_first_buffer, NULL, NULL);
}

static void
on_device (InterviewCaptureInput *self)
{
  gboolean there = interview_device_choice_get_device (self->choice) != NULL;

  if (!uses_devices (self))
    return;

  if (self->is_open)
    interview_capture_input_open (self);
  else
    set_state (self, there,
               there ? INTERVIEW_DEVICE_FAILURE_NONE
                     : interview_source_factory_explain_absence (self->factory, get_kind (self)));
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
    case PROP_FAILURE:
      g_value_set_enum (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_capture_input_dispose (GObject *object)
{
  InterviewCaptureInput *self = INTERVIEW_CAPTURE_INPUT (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  remove_source (self);
  gst_clear_object (&self->head);
  gst_clear_object (&self->pipeline);
  g_clear_object (&self->choice);
  g_clear_object (&self->factory);

  G_OBJECT_CLASS (interview_capture_input_parent_class)->dispose (object);
}

static void
interview_capture_input_class_init (InterviewCaptureInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_capture_input_get_property;
  object_class->dispose = interview_capture_input_dispose;

  properties[PROP_HAS_DEVICE] = g_param_spec_boolean ("has-device", NULL, NULL, FALSE, flags);
  properties[PROP_FAILURE] =
      g_param_spec_enum ("failure", NULL, NULL, INTERVIEW_TYPE_DEVICE_FAILURE,
                         INTERVIEW_DEVICE_FAILURE_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_capture_input_init (InterviewCaptureInput *self)
{
}

/**
 * interview_capture_input_new:
 * @choice: (transfer none): which camera or microphone
 * @factory: (transfer none): makes the sources
 * @pipeline: (transfer none): where sources are added
 * @head: (transfer none): the first element after the source
 *
 * Returns: (transfer full): an input that is closed
 */
InterviewCaptureInput *
interview_capture_input_new (InterviewDeviceChoice *choice,
                             InterviewSourceFactory *factory,
                             GstBin *pipeline,
                             GstElement *head)
{
  InterviewCaptureInput *self;
  InterviewDeviceMonitor *monitor;

  g_return_val_if_fail (INTERVIEW_IS_DEVICE_CHOICE (choice), NULL);
  g_return_val_if_fail (INTERVIEW_IS_SOURCE_FACTORY (factory), NULL);
  g_return_val_if_fail (GST_IS_BIN (pipeline), NULL);
  g_return_val_if_fail (GST_IS_ELEMENT (head), NULL);

  self = g_object_new (INTERVIEW_TYPE_CAPTURE_INPUT, NULL);
  self->choice = g_object_ref (choice);
  self->factory = g_object_ref (factory);
  self->pipeline = gst_object_ref (pipeline);
  self->head = gst_object_ref (head);
  g_signal_connect_object (choice, "notify::device", G_CALLBACK (on_device), self,
                           G_CONNECT_SWAPPED);
  monitor = interview_source_factory_get_monitor (factory);
  if (monitor != NULL && interview_device_choice_get_kind (choice) == INTERVIEW_DEVICE_KIND_CAMERA)
    g_signal_connect_object (monitor, "notify::camera-absence", G_CALLBACK (on_device), self,
                             G_CONNECT_SWAPPED);

  return self;
}

/**
 * interview_capture_input_get_choice:
 *
 * Returns: (transfer none): which camera or microphone
 */
InterviewDeviceChoice *
interview_capture_input_get_choice (InterviewCaptureInput *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), NULL);

  return self->choice;
}

/**
 * interview_capture_input_open:
 *
 * Opens the device, again if it is open already; what goes wrong is told by `failure`.
 */
void
interview_capture_input_open (InterviewCaptureInput *self)
{
  InterviewDevice *device;
  InterviewDeviceFailure failure = INTERVIEW_DEVICE_FAILURE_NONE;
  GstElement *source;

  g_return_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self));

  self->is_open = TRUE;
  g_clear_handle_id (&self->retry, g_source_remove);
  /* The former one first: many a camera can be opened only once. */
  remove_source (self);
  device = interview_device_choice_get_device (self->choice);
  source = get_kind (self) == INTERVIEW_DEVICE_KIND_CAMERA
               ? interview_source_factory_create_camera (self->factory, device, &failure)
               : interview_source_factory_create_microphone (self->factory, device, &failure);
  if (source != NULL)
    watch_first_buffer (source);
  /* Why is told on the bus, if at all. */
  if (source != NULL && !insert_source (self, source))
    failure = self->failure != INTERVIEW_DEVICE_FAILURE_NONE ? self->failure
                                                             : INTERVIEW_DEVICE_FAILURE_BROKEN;

  if (failure != INTERVIEW_DEVICE_FAILURE_NONE)
    {
      fail (self, failure);
      return;
    }
  if (uses_devices (self))
    self->answer = g_timeout_add_seconds (ANSWER_SECONDS, on_no_answer, self);
  /* What did not work before is believed to work once something comes of it. */
  if (self->failure == INTERVIEW_DEVICE_FAILURE_NONE)
    set_state (self, TRUE, INTERVIEW_DEVICE_FAILURE_NONE);
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
  g_clear_handle_id (&self->retry, g_source_remove);
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
 * interview_capture_input_get_failure:
 *
 * Returns: why it could not, or why it stopped
 */
InterviewDeviceFailure
interview_capture_input_get_failure (InterviewCaptureInput *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), INTERVIEW_DEVICE_FAILURE_NONE);

  return self->failure;
}

static gboolean
is_of (GstMessage *message, GstElement *source)
{
  GstObject *from = GST_MESSAGE_SRC (message);

  return source != NULL &&
         (from == GST_OBJECT (source) || gst_object_has_as_ancestor (from, GST_OBJECT (source)));
}

/**
 * interview_capture_input_take_message:
 * @message: (transfer none): from the pipeline’s bus
 *
 * Returns: whether it was for this input
 */
gboolean
interview_capture_input_take_message (InterviewCaptureInput *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (INTERVIEW_IS_CAPTURE_INPUT (self), FALSE);

  if (!is_of (message, self->source) && !is_of (message, self->refused))
    return FALSE;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, &details);
      g_info ("%s: %s (%s)", GST_OBJECT_NAME (GST_MESSAGE_SRC (message)), error->message, details);
      gst_clear_object (&self->refused);
      fail (self, interview_device_failure_from_error (error, details, !uses_devices (self)));
    }
  else if (gst_message_has_name (message, FIRST_BUFFER))
    {
      g_clear_handle_id (&self->answer, g_source_remove);
      set_state (self, TRUE, INTERVIEW_DEVICE_FAILURE_NONE);
    }
  else
    return FALSE;

  return TRUE;
}
