/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/devices.h"

#include "media/start.h"

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
  gboolean restoring;
  gboolean wanted; /* by the page that is shown */
  guint holds;     /* by others, whatever the page does */
};

G_DEFINE_FINAL_TYPE (InterviewDevices, interview_devices, G_TYPE_OBJECT)

static void
keep_device (InterviewDevices *self, const char *key, InterviewDevice *device)
{
  /* A chosen device that is unplugged now is not forgotten. */
  if (!self->restoring && device != NULL)
    g_settings_set_string (self->settings, key,
                           interview_device_is_default (device) ? ""
                                                                : interview_device_get_id (device));
}

static void
on_camera_changed (InterviewDevices *self)
{
  keep_device (self, "camera", interview_capture_get_camera (self->capture));
}

static void
on_microphone_changed (InterviewDevices *self)
{
  keep_device (self, "microphone", interview_capture_get_microphone (self->capture));
}

static void
on_speaker_changed (InterviewDevices *self)
{
  keep_device (self, "speaker", interview_playback_get_speaker (self->playback));
}

static InterviewDevice *
find_kept (InterviewDevices *self, InterviewDeviceKind kind, const char *key)
{
  g_autofree char *id = g_settings_get_string (self->settings, key);

  return *id != '\0' ? interview_device_monitor_dup_device (self->monitor, kind, id) : NULL;
}

static void
on_monitor_ready (InterviewDevices *self)
{
  g_autoptr (InterviewDevice) camera = NULL;
  g_autoptr (InterviewDevice) microphone = NULL;
  g_autoptr (InterviewDevice) speaker = NULL;

  if (!interview_device_monitor_get_ready (self->monitor))
    return;
  camera = find_kept (self, INTERVIEW_DEVICE_KIND_CAMERA, "camera");
  microphone = find_kept (self, INTERVIEW_DEVICE_KIND_MICROPHONE, "microphone");
  speaker = find_kept (self, INTERVIEW_DEVICE_KIND_SPEAKER, "speaker");
  self->restoring = TRUE;
  if (camera != NULL)
    interview_capture_set_camera (self->capture, camera);
  if (microphone != NULL)
    interview_capture_set_microphone (self->capture, microphone);
  if (speaker != NULL)
    interview_playback_set_speaker (self->playback, speaker);
  self->restoring = FALSE;
}

static void
interview_devices_finalize (GObject *object)
{
  InterviewDevices *self = INTERVIEW_DEVICES (object);

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
  self->monitor = interview_device_monitor_new ();
  self->factory = interview_source_factory_new (self->monitor);
  self->capture = interview_capture_new (self->factory);
  self->playback = interview_playback_new ();
  interview_source_factory_set_echo_probe (self->factory, interview_loudspeaker_get_probe (
                                                              interview_playback_get_loudspeaker (
                                                                  self->playback)));
  g_signal_connect_object (self->monitor, "notify::ready", G_CALLBACK (on_monitor_ready), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capture, "notify::camera", G_CALLBACK (on_camera_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capture, "notify::microphone", G_CALLBACK (on_microphone_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->playback, "notify::speaker", G_CALLBACK (on_speaker_changed), self,
                           G_CONNECT_SWAPPED);
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
  g_settings_bind (settings, "volume", self->playback, "volume", G_SETTINGS_BIND_DEFAULT);
  return self;
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
 * Opens camera and microphone and begins to watch for devices. Does nothing if that is done.
 */
void
interview_devices_start (InterviewDevices *self)
{
  g_return_if_fail (INTERVIEW_IS_DEVICES (self));

  interview_device_monitor_start (self->monitor);
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

  interview_device_monitor_start (self->monitor);
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
 * interview_devices_get_monitor:
 *
 * Returns: (transfer none): the lists of devices
 */
InterviewDeviceMonitor *
interview_devices_get_monitor (InterviewDevices *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (self), NULL);

  return self->monitor;
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
