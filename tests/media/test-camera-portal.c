/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/camera-portal.h"
#include "program/devices.h"
#include "program/profile.h"
#include "test-side.h"

/*
 * A program in a sandbox, which has its cameras from the portal. Runs inside run-in-sandbox.
 */

/* As run-in-sandbox calls it. */
#define PROGRAM "io.github.interview.Test"

static gboolean
is_shown (gpointer data)
{
  InterviewCapture *capture = data;
  InterviewFrameSlot *slot = interview_capture_get_frame_slot (capture);

  return interview_capture_get_has_camera (capture) && !interview_frame_slot_is_blank (slot) &&
         interview_frame_slot_get_frames (slot) > 10;
}

static gboolean
is_denied (gpointer data)
{
  return interview_capture_get_camera_failure (data) == INTERVIEW_DEVICE_FAILURE_DENIED;
}

static gboolean
is_unanswered (gpointer data)
{
  return interview_capture_get_camera_failure (data) == INTERVIEW_DEVICE_FAILURE_UNANSWERED;
}

static gboolean
has_looked (gpointer data)
{
  return interview_device_monitor_get_ready (data);
}

/* The backend answers in the place of the person. */
static void
tell_backend (const char *method)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.impl.portal.desktop.interview", "/",
                                        "io.github.interview.Backend", method, NULL, NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* As the settings of the desktop do. */
static void
allow_in_settings (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *const permissions[] = { "yes", NULL };
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer =
      g_dbus_connection_call_sync (bus, "org.freedesktop.impl.portal.PermissionStore",
                                   "/org/freedesktop/impl/portal/PermissionStore",
                                   "org.freedesktop.impl.portal.PermissionStore", "SetPermission",
                                   g_variant_new ("(sbss^as)", "devices", FALSE, "camera", PROGRAM,
                                                  permissions),
                                   NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_asked_once (void)
{
  g_autofree char *log = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("PORTAL_LOG"), &log, NULL, NULL));
  g_assert_cmpstr (log, ==, "asked for " PROGRAM "\n");
}

static InterviewDevices *
open_devices (InterviewProfile *profile)
{
  InterviewDevices *devices = interview_devices_new (interview_profile_get_settings (profile));

  g_assert_true (interview_camera_portal_is_needed ());
  interview_devices_start (devices);

  return devices;
}

static InterviewProfile *
open_profile (void)
{
  g_autoptr (GError) error = NULL;
  InterviewProfile *profile =
      interview_profile_new ("io.github.interview.Candidate", "test", &error);

  g_assert_no_error (error);

  return profile;
}

/* A camera of the portal is like any other, and the person is not asked the second time. */
static void
test_allowed (void)
{
  g_autoptr (InterviewProfile) profile = open_profile ();
  g_autoptr (InterviewDevices) devices = open_devices (profile);
  InterviewCapture *capture = interview_devices_get_capture (devices);
  InterviewDevice *device;
  guint64 before;

  wait_for (is_shown, capture, "the picture of the camera");
  device = interview_device_choice_get_device (interview_capture_get_camera (capture));
  g_assert_cmpstr (interview_device_get_id (device), ==, "test-camera");

  interview_devices_stop (devices);
  before = interview_frame_slot_get_frames (interview_capture_get_frame_slot (capture));
  interview_devices_start (devices);
  while (interview_frame_slot_get_frames (interview_capture_get_frame_slot (capture)) < before + 5)
    g_main_context_iteration (NULL, TRUE);
  assert_asked_once ();
}

/* It is told for what it is, until the person thinks better of it. */
static void
test_refused (void)
{
  g_autoptr (InterviewProfile) profile = open_profile ();
  g_autoptr (InterviewDevices) devices = NULL;
  InterviewCapture *capture;

  tell_backend ("RefuseAccess");
  devices = open_devices (profile);
  capture = interview_devices_get_capture (devices);
  wait_for (is_denied, capture, "the word that the camera is not allowed");
  g_assert_false (interview_capture_get_has_camera (capture));

  interview_devices_stop (devices);
  allow_in_settings ();
  interview_devices_start (devices);
  wait_for (is_shown, capture, "the picture of the camera that was allowed after all");
  assert_asked_once ();
}

/* Before the answer nobody knows whether there is a camera. */
static void
test_unanswered (void)
{
  g_autoptr (InterviewProfile) profile = open_profile ();
  g_autoptr (InterviewDevices) devices = NULL;
  InterviewSourceFactory *factory;
  InterviewCapture *capture;

  tell_backend ("HoldAccess");
  devices = open_devices (profile);
  factory = interview_devices_get_factory (devices);
  capture = interview_devices_get_capture (devices);
  wait_for (has_looked, interview_source_factory_get_monitor (factory), "the first look");
  g_assert_true (is_unanswered (capture));

  tell_backend ("AnswerAccess");
  wait_for (is_shown, capture, "the picture of the camera");
  g_assert_cmpint (interview_capture_get_camera_failure (capture), ==,
                   INTERVIEW_DEVICE_FAILURE_NONE);
  assert_asked_once ();
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/camera-portal/allowed", test_allowed);
  g_test_add_func ("/camera-portal/refused", test_refused);
  g_test_add_func ("/camera-portal/unanswered", test_unanswered);

  return g_test_run ();
}
