/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/devices.h"

#include "media/device-monitor.h"
#include "media/start.h"
#include "program/camera-portal.h"

/*
 * InterviewDevices holds what a program hears, sees and plays with: the list of devices, the one
 * capture that preview and calls share, so that the camera is opened once, and the playback. It
 * keeps the person's choices in the settings. Main thread; lives as long as the program.
 */
struct _InterviewDevices
{
  GObject parent_instance;

  GSettings *settings;
  InterviewDeviceMonitor *monitor;
  InterviewSourceFactory *factory;
  InterviewCapture *capture;
  InterviewPlayback *playback;
  GCancellable *question; /* to the desktop, for the cameras */
  gboolean wanted;        /* by the page that is shown */
  guint holds;            /* by others, whatever the page does */
};

G_DEFINE_FINAL_TYPE (InterviewDevices, interview_devices, G_TYPE_OBJECT)

static void
interview_devices_finalize (GObject *object)
{
  InterviewDevices *self = INTERVIEW_DEVICES (object);

  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  interview_capture_stop (self->capture);
  interview_device_monitor_stop (self->monitor);
  g_clear_object (&self->playback);
  g_clear_object (&self->capture);
  g_clear_object (&self->factory);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (interview_devices_parent_class)->finalize (object);
}

static void
interview_devices_class_init (InterviewDevicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_devices_finalize;
}

static void
interview_devices_init (InterviewDevices *self)
{
  g_autoptr (InterviewDeviceChoice) speaker = NULL;

  self->monitor = interview_device_monitor_new ();
  speaker = interview_device_choice_new (
      INTERVIEW_DEVICE_KIND_SPEAKER,
      interview_device_monitor_get_devices (self->monitor, INTERVIEW_DEVICE_KIND_SPEAKER));
  self->factory = interview_source_factory_new (self->monitor);
  self->capture = interview_capture_new (self->factory);
  self->playback = interview_playback_new ();
  interview_playback_set_speaker (self->playback, speaker);
  interview_source_factory_set_echo_probe (self->factory, interview_loudspeaker_get_probe (
                                                              interview_playback_get_loudspeaker (
                                                                  self->playback)));
}

/**
 * interview_devices_new:
 * @settings: where the choices are kept: `camera`, `microphone`, `speaker`, `volume`
 *
 * Returns: (transfer full): the devices; nothing is opened yet
 */
InterviewDevices *
interview_devices_new (GSettings *settings)
{
  InterviewDevices *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  interview_media_start ();
  self = g_object_new (INTERVIEW_TYPE_DEVICES, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "camera", interview_capture_get_camera (self->capture), "id",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "microphone", interview_capture_get_microphone (self->capture), "id",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "speaker", interview_playback_get_speaker (self->playback), "id",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "volume", self->playback, "volume", G_SETTINGS_BIND_DEFAULT);
  return self;
}

static void
on_cameras (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewDevices *self = user_data;
  g_autoptr (GError) error = NULL;
  int fd = interview_camera_portal_open_finish (result, &error);

  if (fd >= 0)
    interview_device_monitor_set_camera_remote (self->monitor, fd);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    {
      /* The desktop does not bother the person again, and they may allow it in its settings. */
      g_clear_object (&self->question);
      interview_device_monitor_explain_cameras (self->monitor, INTERVIEW_DEVICE_FAILURE_DENIED);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_info ("The portal has no cameras: %s", error->message);
      interview_device_monitor_explain_cameras (self->monitor, INTERVIEW_DEVICE_FAILURE_MISSING);
    }
}

/* Microphones and speakers do not wait for the answer about the cameras. */
static void
watch (InterviewDevices *self)
{
  interview_device_monitor_start (self->monitor);
  if (self->question != NULL || !interview_camera_portal_is_needed () ||
      !interview_source_factory_uses_camera_devices (self->factory))
    return;

  self->question = g_cancellable_new ();
  /* After a refusal the desktop answers in the place of the person. */
  if (interview_device_monitor_get_camera_absence (self->monitor) !=
      INTERVIEW_DEVICE_FAILURE_DENIED)
    interview_device_monitor_explain_cameras (self->monitor, INTERVIEW_DEVICE_FAILURE_UNANSWERED);
  interview_camera_portal_open_async (self->question, on_cameras, self);
}

static void
update (InterviewDevices *self)
{
  gboolean needed = self->wanted || self->holds > 0;

  if (needed && !interview_capture_get_running (self->capture))
    interview_capture_start (self->capture);
  else if (!needed)
    interview_capture_stop (self->capture);
}

/**
 * interview_devices_start:
 *
 * Opens camera and microphone and begins to watch for devices. Does nothing if that is done. In a
 * sandbox the desktop is asked for the cameras until it has let the program have them.
 */
void
interview_devices_start (InterviewDevices *self)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));

  watch (self);
  self->wanted = TRUE;
  update (self);
}

/**
 * interview_devices_stop:
 *
 * Closes camera and microphone, so that their lights go out, unless somebody holds them.
 */
void
interview_devices_stop (InterviewDevices *self)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));

  self->wanted = FALSE;
  update (self);
}

/**
 * interview_devices_hold:
 *
 * Opens camera and microphone for as long as they are held, whatever page comes and goes. Each call
 * is followed by one of interview_devices_release().
 */
void
interview_devices_hold (InterviewDevices *self)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));

  watch (self);
  self->holds++;
  update (self);
}

/**
 * interview_devices_release:
 *
 * Ends a hold; camera and microphone are closed if the page that is shown does not need them.
 */
void
interview_devices_release (InterviewDevices *self)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));
  g_return_if_fail (self->holds > 0);

  self->holds--;
  update (self);
}

/**
 * interview_devices_get_factory:
 *
 * Returns: (transfer none): where sources come from; set it up before the first start
 */
InterviewSourceFactory *
interview_devices_get_factory (InterviewDevices *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (self), NULL);

  return self->factory;
}

/**
 * interview_devices_get_capture:
 *
 * Returns: (transfer none): camera and microphone
 */
InterviewCapture *
interview_devices_get_capture (InterviewDevices *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (self), NULL);

  return self->capture;
}

/**
 * interview_devices_get_playback:
 *
 * Returns: (transfer none): the sound of the others
 */
InterviewPlayback *
interview_devices_get_playback (InterviewDevices *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (self), NULL);

  return self->playback;
}

/**
 * interview_devices_foreach_choice:
 * @func: called with every device that can be chosen
 * @user_data: for @func
 *
 * Where a file or the test picture takes the place of a device there is nothing to choose.
 */
void
interview_devices_foreach_choice (InterviewDevices *self, GFunc func, gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));

  if (interview_source_factory_uses_camera_devices (self->factory))
    func (interview_capture_get_camera (self->capture), user_data);
  if (interview_source_factory_uses_microphone_devices (self->factory))
    func (interview_capture_get_microphone (self->capture), user_data);
  func (interview_playback_get_speaker (self->playback), user_data);
}

static void
add_choice (gpointer choice, gpointer check)
{
  interview_device_check_add_choice (check, choice);
}

/**
 * interview_devices_bind_check:
 * @check: (transfer none): what shows them
 *
 * Has the devices checked and chosen there. To be called once for a check.
 */
void
interview_devices_bind_check (InterviewDevices *self, InterviewDeviceCheck *check)
{
  static const struct
  {
    const char *name;
    GBindingFlags flags;
  } bindings[] = {
    { "camera-enabled", G_BINDING_BIDIRECTIONAL },
    { "microphone-enabled", G_BINDING_BIDIRECTIONAL },
    { "level", G_BINDING_DEFAULT },
    { "has-camera", G_BINDING_DEFAULT },
    { "has-microphone", G_BINDING_DEFAULT },
    { "camera-failure", G_BINDING_DEFAULT },
    { "microphone-failure", G_BINDING_DEFAULT },
  };

  g_return_if_fail (INTERVIEW_IS_DEVICES (self));
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHECK (check));

  interview_devices_foreach_choice (self, add_choice, check);
  interview_device_check_set_frame_slot (check, interview_capture_get_frame_slot (self->capture));
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    g_object_bind_property (self->capture, bindings[i].name, check, bindings[i].name,
                            bindings[i].flags | G_BINDING_SYNC_CREATE);
}
