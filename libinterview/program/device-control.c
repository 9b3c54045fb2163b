/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/device-control.h"

#include <glib/gi18n-lib.h>

#include "ui/device-words.h"

/*
 * InterviewDeviceControl tells in the window of a call what becomes of camera, microphone and
 * speaker, and lets others be chosen there. Main thread; belongs to the call page.
 */
struct _InterviewDeviceControl
{
  GObject parent_instance;

  InterviewCapture *capture;
  InterviewCallCorner *corner; /* the page that owns us owns both */
  InterviewCallControls *controls;
};

G_DEFINE_FINAL_TYPE (InterviewDeviceControl, interview_device_control, G_TYPE_OBJECT)

static gboolean
is_there (InterviewDeviceChoice *choice, InterviewDevice *device)
{
  GListModel *devices = interview_device_choice_get_devices (choice);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr (InterviewDevice) item = g_list_model_get_item (devices, i);

      if (g_str_equal (interview_device_get_id (item), interview_device_get_id (device)))
        return TRUE;
    }

  return FALSE;
}

static char *
describe_loss (InterviewDeviceKind kind, const char *name)
{
  switch (kind)
    {
    case INTERVIEW_DEVICE_KIND_CAMERA:
      /* Translators: %s is the name of a camera. */
      return g_strdup_printf (_ ("“%s” was unplugged. The others do not see you until it is "
                                 "plugged in again."),
                              name);
    case INTERVIEW_DEVICE_KIND_MICROPHONE:
      /* Translators: %s is the name of a microphone. */
      return g_strdup_printf (_ ("“%s” was unplugged. The others do not hear you until it is "
                                 "plugged in again."),
                              name);
    default:
      /* Translators: %s is the name of a speaker. */
      return g_strdup_printf (_ ("“%s” was unplugged. You do not hear the others until it is "
                                 "plugged in again."),
                              name);
    }
}

static void
on_moved (InterviewDeviceControl *self, InterviewDevice *former, InterviewDeviceChoice *choice)
{
  InterviewDevice *device = interview_device_choice_get_device (choice);
  g_autofree char *note = NULL;

  if (device == NULL && former == NULL)
    return;
  if (device == NULL)
    note = describe_loss (interview_device_choice_get_kind (choice),
                          interview_device_get_name (former));
  else if (former != NULL && !is_there (choice, former))
    /* Translators: the names of two cameras, two microphones or two speakers. */
    note = g_strdup_printf (_ ("“%s” was unplugged. “%s” is used now."),
                            interview_device_get_name (former), interview_device_get_name (device));
  else
    /* Translators: %s is the name of a camera, a microphone or a speaker. */
    note = g_strdup_printf (_ ("“%s” is used now."), interview_device_get_name (device));

  interview_call_corner_show_note (self->corner, note);
}

static void
show_failures (InterviewDeviceControl *self)
{
  interview_call_controls_set_failures (
      self->controls,
      interview_device_words_get_failure (INTERVIEW_DEVICE_KIND_CAMERA,
                                          interview_capture_get_camera_failure (self->capture)),
      interview_device_words_get_failure (INTERVIEW_DEVICE_KIND_MICROPHONE,
                                          interview_capture_get_microphone_failure (
                                              self->capture)));
}

/* That there is none is said with what was unplugged. */
static void
tell_failure (InterviewDeviceControl *self,
              InterviewDeviceKind kind,
              InterviewDeviceFailure failure)
{
  const char *words = interview_device_words_get_failure (kind, failure);

  if (words != NULL && failure != INTERVIEW_DEVICE_FAILURE_MISSING)
    interview_call_corner_show_note (self->corner, words);
  show_failures (self);
}

static void
on_camera_failure (InterviewDeviceControl *self)
{
  tell_failure (self, INTERVIEW_DEVICE_KIND_CAMERA,
                interview_capture_get_camera_failure (self->capture));
}

static void
on_microphone_failure (InterviewDeviceControl *self)
{
  tell_failure (self, INTERVIEW_DEVICE_KIND_MICROPHONE,
                interview_capture_get_microphone_failure (self->capture));
}

static void
interview_device_control_dispose (GObject *object)
{
  g_clear_object (&INTERVIEW_DEVICE_CONTROL (object)->capture);

  G_OBJECT_CLASS (interview_device_control_parent_class)->dispose (object);
}

static void
interview_device_control_class_init (InterviewDeviceControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_device_control_dispose;
}

static void
interview_device_control_init (InterviewDeviceControl *self)
{
}

static void
add_choice (gpointer choice, gpointer user_data)
{
  InterviewDeviceControl *self = user_data;

  interview_device_list_add (interview_call_controls_get_device_list (self->controls), choice);
  g_signal_connect_object (choice, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
}

/**
 * interview_device_control_new:
 * @devices: (transfer none): what is used
 * @view: (transfer none): where it is told and chosen; must live longer than the control
 *
 * Returns: (transfer full): a control that follows the devices from now on
 */
InterviewDeviceControl *
interview_device_control_new (InterviewDevices *devices, InterviewCallView *view)
{
  InterviewDeviceControl *self;

  g_return_val_if_fail (INTERVIEW_IS_DEVICES (devices), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (view), NULL);

  self = g_object_new (INTERVIEW_TYPE_DEVICE_CONTROL, NULL);
  self->capture = g_object_ref (interview_devices_get_capture (devices));
  self->corner = interview_call_view_get_corner (view);
  self->controls = interview_call_view_get_controls (view);
  interview_devices_foreach_choice (devices, add_choice, self);
  g_signal_connect_object (self->capture, "notify::camera-failure", G_CALLBACK (on_camera_failure),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capture, "notify::microphone-failure",
                           G_CALLBACK (on_microphone_failure), self, G_CONNECT_SWAPPED);
  show_failures (self);

  return self;
}
