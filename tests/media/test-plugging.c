/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/device-monitor.h"
#include "plug.h"
#include "test-side.h"

/*
 * Camera, microphone and speaker are unplugged and plugged in again in a call that goes on over the
 * same link. Runs inside run-in-pipewire.
 */

/* Louder than what is left of the noise of an empty room, dB of full scale. */
#define AUDIBLE -45

/* Somebody who calls with what is plugged in. */
typedef struct
{
  InterviewDeviceMonitor *monitor;
  InterviewDeviceChoice *speaker;
  TestRoom *room;
  Side side;
  Side other; /* with the test picture and the test tone */
  guint64 links;
  guint64 frames;
} Caller;

typedef struct
{
  Caller *caller;
  InterviewDeviceKind kind;
  const char *id;
} Expected;

static InterviewDeviceChoice *
get_choice (Caller *caller, InterviewDeviceKind kind)
{
  switch (kind)
    {
    case INTERVIEW_DEVICE_KIND_CAMERA:
      return interview_capture_get_camera (caller->side.capture);
    case INTERVIEW_DEVICE_KIND_MICROPHONE:
      return interview_capture_get_microphone (caller->side.capture);
    default:
      return caller->speaker;
    }
}

static gboolean
is_used (gpointer data)
{
  Expected *expected = data;
  InterviewDevice *device =
      interview_device_choice_get_device (get_choice (expected->caller, expected->kind));

  return g_strcmp0 (device != NULL ? interview_device_get_id (device) : NULL, expected->id) == 0;
}

static void
wait_until_used (Caller *caller, InterviewDeviceKind kind, const char *id)
{
  Expected expected = { caller, kind, id };

  wait_for (is_used, &expected, id != NULL ? id : "the word that there is none");
  g_test_message ("%s is used", id != NULL ? id : "none");
}

static gboolean
is_ready (gpointer data)
{
  return interview_device_monitor_get_ready (((Caller *) data)->monitor);
}

static void
caller_open (Caller *caller)
{
  InterviewSourceFactory *factory;

  wait_for (plug_can_be_used, NULL, "the sound server");
  *caller = (Caller){ .monitor = interview_device_monitor_new (), .room = test_room_new () };
  factory = interview_source_factory_new (caller->monitor);
  caller->speaker = interview_device_choice_new (
      INTERVIEW_DEVICE_KIND_SPEAKER,
      interview_device_monitor_get_devices (caller->monitor, INTERVIEW_DEVICE_KIND_SPEAKER));
  side_open_from (&caller->side, caller->room, RECRUITER, LARGE, factory);
  interview_playback_set_speaker (caller->side.playback, caller->speaker);
  side_open (&caller->other, caller->room, CANDIDATE, SMALL);
  interview_device_monitor_start (caller->monitor);
  wait_for (is_ready, caller, "the monitor to look");
}

static gboolean
is_connected (gpointer data)
{
  Caller *caller = data;

  return caller->side.remote != NULL && caller->other.remote != NULL &&
         interview_remote_get_state (caller->other.remote) == INTERVIEW_CALL_STATE_CONNECTED &&
         side_sees (&caller->side);
}

static guint64
count_links (Caller *caller)
{
  return interview_call_stats_get_links (interview_remote_get_stats (caller->other.remote));
}

static void
caller_start (Caller *caller)
{
  sides_start (&caller->side, &caller->other);
  wait_for (is_connected, caller, "the call");
  caller->links = count_links (caller);
}

static void
caller_close (Caller *caller)
{
  /* All of it went over one link. */
  g_assert_cmpuint (count_links (caller), ==, caller->links);
  g_assert_cmpint (interview_call_get_state (caller->side.call), ==,
                   INTERVIEW_CALL_STATE_CONNECTED);
  g_assert_cmpint (interview_call_get_state (caller->other.call), ==,
                   INTERVIEW_CALL_STATE_CONNECTED);

  sides_close (&caller->side, &caller->other);
  interview_device_monitor_stop (caller->monitor);
  g_assert_finalize_object (caller->speaker);
  g_assert_finalize_object (caller->monitor);
}

static gboolean
is_seen (gpointer data)
{
  Caller *caller = data;

  return interview_remote_get_camera_on (caller->other.remote) &&
         caller->other.other.frames > caller->frames + 10;
}

static void
wait_until_seen (Caller *caller)
{
  caller->frames = caller->other.other.frames;
  wait_for (is_seen, caller, "the picture of the camera at the other side");
}

static gboolean
is_without_camera (gpointer data)
{
  Caller *caller = data;

  return !interview_remote_get_camera_on (caller->other.remote) &&
         interview_capture_get_camera_failure (caller->side.capture) ==
             INTERVIEW_DEVICE_FAILURE_MISSING;
}

static void
test_camera (void)
{
  Caller caller;
  Plug first, second;

  caller_open (&caller);
  caller_start (&caller);
  wait_for (is_without_camera, &caller, "the word that there is no camera");
  plug_camera (&first, "first-camera");
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_CAMERA, "first-camera");
  wait_until_seen (&caller);

  plug_pull (&first);
  wait_for (is_without_camera, &caller, "the word that the camera is gone");
  plug_camera (&first, "first-camera");
  wait_until_seen (&caller);
  g_assert_cmpint (interview_capture_get_camera_failure (caller.side.capture), ==,
                   INTERVIEW_DEVICE_FAILURE_NONE);

  /* Chosen by a person, it is used again when it is back. */
  plug_camera (&second, "second-camera");
  interview_device_choice_set_id (interview_capture_get_camera (caller.side.capture),
                                  "second-camera");
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_CAMERA, "second-camera");
  wait_until_seen (&caller);
  /* A pipewiresink that is left and taken up again may give nothing any more. */
  plug_pull (&first);
  plug_camera (&first, "first-camera");
  plug_pull (&second);
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_CAMERA, "first-camera");
  wait_until_seen (&caller);
  plug_camera (&second, "second-camera");
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_CAMERA, "second-camera");
  wait_until_seen (&caller);

  plug_pull (&first);
  plug_pull (&second);
  wait_for (is_without_camera, &caller, "the word that both are gone");
  caller_close (&caller);
}

static gboolean
is_heard (gpointer data)
{
  return interview_capture_get_level (((Caller *) data)->side.capture) > AUDIBLE;
}

static gboolean
is_silent (gpointer data)
{
  return !is_heard (data);
}

static gboolean
is_without_microphone (gpointer data)
{
  Caller *caller = data;

  return !interview_remote_get_microphone_on (caller->other.remote) &&
         interview_capture_get_microphone_failure (caller->side.capture) ==
             INTERVIEW_DEVICE_FAILURE_MISSING;
}

/* Somebody speaks beside one microphone, and the other one is in a quiet room. */
static void
test_microphone (void)
{
  g_autoptr (GstElement) voice = NULL;
  g_autoptr (GError) error = NULL;
  Plug loud_room, quiet_room, loud, quiet;
  Caller caller;

  wait_for (plug_can_be_used, NULL, "the sound server");
  plug_speaker (&loud_room, "loud-room");
  plug_speaker (&quiet_room, "quiet-room");
  plug_microphone (&loud, "loud-microphone", "loud-room");
  plug_microphone (&quiet, "quiet-microphone", "quiet-room");
  voice = gst_parse_launch ("audiotestsrc is-live=true wave=ticks tick-interval=200000000 ! "
                            "pulsesink device=loud-room",
                            &error);
  g_assert_no_error (error);
  gst_element_set_state (voice, GST_STATE_PLAYING);

  caller_open (&caller);
  interview_device_choice_set_id (interview_capture_get_microphone (caller.side.capture),
                                  "loud-microphone");
  caller_start (&caller);
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_MICROPHONE, "loud-microphone");
  wait_for (is_heard, &caller, "the voice");

  plug_pull (&loud);
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_MICROPHONE, "quiet-microphone");
  wait_for (is_silent, &caller, "the quiet room");
  g_assert_true (interview_capture_get_has_microphone (caller.side.capture));
  plug_pull (&quiet);
  wait_for (is_without_microphone, &caller, "the word that there is no microphone");
  plug_microphone (&loud, "loud-microphone", "loud-room");
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_MICROPHONE, "loud-microphone");
  wait_for (is_heard, &caller, "the voice again");

  caller_close (&caller);
  gst_element_set_state (voice, GST_STATE_NULL);
  plug_pull (&loud);
  plug_pull (&loud_room);
  plug_pull (&quiet_room);
}

/* Somebody listens at a speaker. */
typedef struct
{
  GstElement *pipeline;
  GstBus *bus;
  gboolean audible;
} Ear;

static void
ear_open (Ear *ear, const char *speaker)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *description =
      g_strdup_printf ("pulsesrc device=%s.monitor ! audioconvert ! level ! fakesink", speaker);

  *ear = (Ear){ .pipeline = gst_parse_launch (description, &error) };
  g_assert_no_error (error);
  ear->bus = gst_element_get_bus (ear->pipeline);
  gst_element_set_state (ear->pipeline, GST_STATE_PLAYING);
}

static void
ear_close (Ear *ear)
{
  gst_element_set_state (ear->pipeline, GST_STATE_NULL);
  gst_clear_object (&ear->bus);
  gst_clear_object (&ear->pipeline);
}

static gboolean
ear_hears (gpointer data)
{
  Ear *ear = data;
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (ear->bus, GST_MESSAGE_ELEMENT);
  const GValue *levels;
  GValueArray *channels;

  if (message == NULL || !gst_message_has_name (message, "level"))
    return FALSE;
  levels = gst_structure_get_value (gst_message_get_structure (message), "rms");
  channels = g_value_get_boxed (levels);

  return g_value_get_double (channels->values) > AUDIBLE;
}

static void
wait_until_played (Caller *caller, const char *speaker)
{
  Ear ear;

  wait_until_used (caller, INTERVIEW_DEVICE_KIND_SPEAKER, speaker);
  ear_open (&ear, speaker);
  wait_for (ear_hears, &ear, speaker);
  ear_close (&ear);
}

static void
test_speaker (void)
{
  Plug first, second;
  Caller caller;

  wait_for (plug_can_be_used, NULL, "the sound server");
  plug_speaker (&first, "first-speaker");
  plug_speaker (&second, "second-speaker");
  caller_open (&caller);
  interview_device_choice_set_id (caller.speaker, "second-speaker");
  caller_start (&caller);
  wait_until_played (&caller, "second-speaker");

  plug_pull (&second);
  wait_until_played (&caller, "first-speaker");
  plug_speaker (&second, "second-speaker");
  wait_until_played (&caller, "second-speaker");
  interview_device_choice_set_id (caller.speaker, "first-speaker");
  wait_until_played (&caller, "first-speaker");
  plug_pull (&first);
  plug_pull (&second);
  wait_until_used (&caller, INTERVIEW_DEVICE_KIND_SPEAKER, NULL);
  plug_speaker (&first, "first-speaker");
  wait_until_played (&caller, "first-speaker");

  caller_close (&caller);
  plug_pull (&first);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/plugging/camera", test_camera);
  g_test_add_func ("/plugging/microphone", test_microphone);
  g_test_add_func ("/plugging/speaker", test_speaker);

  return g_test_run ();
}
