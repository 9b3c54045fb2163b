/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "support/await.h"
#include "test-side.h"

static gboolean
is_heard (gpointer data)
{
  Side *side = data;

  return side->remote != NULL && interview_remote_get_level (side->remote) > -40;
}

static gboolean
is_silent (gpointer data)
{
  Side *side = data;

  return interview_remote_get_level (side->remote) <= -90;
}

static gboolean
says_muted (gpointer data)
{
  Side *side = data;

  return !interview_remote_get_microphone_on (side->remote);
}

static gboolean
says_no_camera (gpointer data)
{
  Side *side = data;

  return !interview_remote_get_camera_on (side->remote) &&
         interview_frame_slot_is_blank (interview_remote_get_frame_slot (side->remote));
}

static gboolean
is_waiting (gpointer data)
{
  Side *side = data;

  return interview_call_get_state (side->call) == INTERVIEW_CALL_STATE_WAITING &&
         side->departures > 0;
}

static void
test_connects (gconstpointer data)
{
  gboolean offerer_first = GPOINTER_TO_INT (data);
  Side one, other;

  sides_open (&one, &other);
  side_start (offerer_first ? &one : &other);
  g_assert_cmpint (interview_call_get_state (one.call), ==,
                   offerer_first ? INTERVIEW_CALL_STATE_CONNECTING : INTERVIEW_CALL_STATE_WAITING);
  viewer_await (offerer_first ? &one.own : &other.own, 5);
  side_start (offerer_first ? &other : &one);

  sides_see (&one, &other);
  wait_for (is_heard, &one, "the tone of the other");
  wait_for (is_heard, &other, "the tone of the one");
  g_assert_cmpint (interview_call_get_state (one.call), ==, INTERVIEW_CALL_STATE_CONNECTED);
  g_assert_cmpstr (interview_remote_get_instance (one.remote), ==, LARGE);
  g_assert_cmpstr (interview_participant_get_person_id (
                       interview_remote_get_participant (one.remote)),
                   ==, RECRUITER);
  g_assert_cmpuint (one.own.codes, >, 0);
  g_assert_cmpint (one.other.width, ==, 320);

  /* One link was enough, whoever came first. */
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    1);

  /* However small the other one shows their own picture, it comes as it was. */
  interview_frame_slot_set_display_size (interview_capture_get_frame_slot (other.capture), 80, 80);
  while (other.own.width > 80)
    g_main_context_iteration (NULL, TRUE);
  sides_see (&one, &other);
  g_assert_cmpint (one.other.width, ==, 320);

  interview_frame_slot_set_display_size (interview_remote_get_frame_slot (one.remote), 150, 90);
  while (one.other.width > 160)
    g_main_context_iteration (NULL, TRUE);
  sides_see (&one, &other);

  side_close (&one, INTERVIEW_PRESENCE_CAUSE_LEFT);
  wait_for (is_waiting, &other, "the other to have left");
  g_assert_cmpint (other.departure, ==, INTERVIEW_PRESENCE_CAUSE_LEFT);
  side_close (&other, INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (one.room);
}

static void
test_mute (void)
{
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  wait_for (is_heard, &other, "the tone");

  interview_capture_set_microphone_enabled (one.capture, FALSE);
  wait_for (is_silent, &other, "silence");
  wait_for (says_muted, &other, "the word that it is muted");
  g_assert_true (interview_remote_get_microphone_on (one.remote));
  sides_see (&one, &other);
  interview_capture_set_microphone_enabled (one.capture, TRUE);
  wait_for (is_heard, &other, "the tone again");

  interview_capture_set_camera_enabled (one.capture, FALSE);
  wait_for (says_no_camera, &other, "the picture to go");
  wait_for (is_heard, &other, "the tone without a picture");
  g_assert_cmpint (interview_remote_get_state (other.remote), ==, INTERVIEW_CALL_STATE_CONNECTED);
  interview_capture_set_camera_enabled (one.capture, TRUE);
  sides_see (&one, &other);
  g_assert_true (interview_remote_get_camera_on (other.remote));

  sides_close (&one, &other);
}

static gboolean
is_listened_to (gpointer data)
{
  Side *side = data;

  return interview_remote_get_sound_only (side->remote);
}

static gboolean
gets_no_pictures (gpointer data)
{
  Side *side = data;
  InterviewCallStats *stats = interview_remote_get_stats (side->remote);
  gint64 last = interview_call_stats_get_last_frame (stats);

  return g_get_monotonic_time () - last > G_USEC_PER_SEC &&
         g_get_monotonic_time () - interview_call_stats_get_last_packet (stats) <
             G_USEC_PER_SEC / 2;
}

/* Who wants only sound is sent no pictures, and sends none. */
static void
test_sound_only (void)
{
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  interview_playback_set_sound_only (one.playback, TRUE);
  wait_for (says_no_camera, &other, "the picture of who listens to go");
  wait_for (is_listened_to, &other, "the word that they only listen");
  wait_for (says_no_camera, &one, "the picture before who listens to go");
  wait_for (gets_no_pictures, &one, "no more pictures to come");
  g_assert_false (interview_capture_get_camera_enabled (one.capture));
  g_assert_true (interview_capture_get_camera_enabled (other.capture));
  wait_for (is_heard, &one, "the tone");

  interview_capture_set_camera_enabled (one.capture, TRUE);
  g_assert_false (interview_playback_get_sound_only (one.playback));
  sides_see (&one, &other);
  g_assert_true (interview_remote_get_camera_on (one.remote));
  g_assert_false (interview_remote_get_sound_only (other.remote));

  sides_close (&one, &other);
}

/* Without a camera and a microphone there is a call all the same. */
static void
test_no_devices (void)
{
  TestRoom *room = test_room_new ();
  Side one, other;

  side_open_from (&one, room, CANDIDATE, SMALL, interview_source_factory_new (NULL));
  side_open (&other, room, RECRUITER, LARGE);
  sides_start (&one, &other);

  g_assert_false (interview_capture_get_has_camera (one.capture));
  g_assert_false (interview_capture_get_has_microphone (one.capture));
  g_assert_cmpint (interview_capture_get_camera_failure (one.capture), ==,
                   INTERVIEW_DEVICE_FAILURE_MISSING);
  g_assert_cmpint (interview_capture_get_microphone_failure (one.capture), ==,
                   INTERVIEW_DEVICE_FAILURE_MISSING);
  wait_for (says_no_camera, &other, "the word that there is no camera");
  wait_for (says_muted, &other, "the word that there is no microphone");
  while (interview_call_get_state (other.call) != INTERVIEW_CALL_STATE_CONNECTED ||
         interview_call_get_state (one.call) != INTERVIEW_CALL_STATE_CONNECTED)
    g_main_context_iteration (NULL, TRUE);

  sides_close (&one, &other);
}

/* The server is away, comes back knowing nobody, and gets to know them again. */
static void
test_server_restart (void)
{
  Side one, other;
  guint64 links;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);
  links = interview_call_stats_get_links (interview_remote_get_stats (one.remote));

  test_room_set_connected (one.room, FALSE);
  viewer_await (&one.other, 3 * SIDE_RATE);
  sides_see (&one, &other);
  interview_capture_set_microphone_enabled (other.capture, FALSE);
  test_room_leave (one.room, other.seat, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  g_assert_cmpint (interview_call_get_state (one.call), ==, INTERVIEW_CALL_STATE_CONNECTED);
  sides_see (&one, &other);

  g_object_unref (other.seat);
  test_room_set_connected (one.room, TRUE);
  g_assert_cmpuint (one.departures, ==, 0);
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    links);
  side_close (&one, INTERVIEW_PRESENCE_CAUSE_LEFT);
  other.seat = test_room_enter (one.room, RECRUITER, NULL);
  side_close (&other, INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (one.room);
}

static void
test_signalling_pause (void)
{
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  test_room_set_connected (one.room, FALSE);
  interview_capture_set_microphone_enabled (other.capture, FALSE);
  viewer_await (&one.other, 3 * SIDE_RATE);
  sides_see (&one, &other);
  g_assert_true (interview_remote_get_microphone_on (one.remote));
  test_room_set_connected (one.room, TRUE);
  test_room_tell (one.room, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  wait_for (says_muted, &one, "what was said while the server was away");
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    1);
  g_assert_cmpuint (one.departures, ==, 0);

  sides_close (&one, &other);
}

/* A program is killed and started again: by the same person, as another instance. */
static void
test_crash (gconstpointer data)
{
  gboolean told_at_once = GPOINTER_TO_INT (data);
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  side_crash (&other);
  if (!told_at_once)
    {
      wait_for (is_waiting, &one, "the other to be given up");
      g_assert_cmpint (one.departure, ==, INTERVIEW_PRESENCE_CAUSE_LOST);
    }
  side_open (&other, one.room, RECRUITER, NULL);
  if (told_at_once)
    g_assert_cmpint (one.departure, ==, INTERVIEW_PRESENCE_CAUSE_REPLACED);
  g_assert_cmpuint (one.departures, ==, 1);
  side_start (&other);
  sides_see (&one, &other);
  g_assert_cmpuint (g_list_model_get_n_items (interview_call_get_remotes (one.call)), ==, 1);

  sides_close (&one, &other);
}

static void
test_three (void)
{
  Side one, other, third;

  sides_open (&one, &other);
  side_open (&third, one.room, "dddddddddddddddddddddddddd", "mmmmmmmmmmmmmmmmmmmmmmmmmm");
  sides_start (&one, &other);
  side_start (&third);
  sides_see (&one, &other);
  sides_see (&one, &third);
  g_assert_cmpuint (g_list_model_get_n_items (interview_call_get_remotes (one.call)), ==, 2);
  side_close (&third, INTERVIEW_PRESENCE_CAUSE_LEFT);
  sides_see (&one, &other);
  sides_close (&one, &other);
}

/* What a peer sends never asserts, and does not end a call that stands. */
static void
test_nonsense (void)
{
  static const InterviewSignalKind kinds[] = {
    INTERVIEW_SIGNAL_KIND_OFFER,
    INTERVIEW_SIGNAL_KIND_ANSWER,
    INTERVIEW_SIGNAL_KIND_CANDIDATE,
  };
  static const char *const texts[] = {
    NULL, "", "v=0", "candidate:", "candidate:nonsense", "a=candidate:1 1 UDP 1 1 1 typ host",
  };
  static const gint64 epochs[] = { 1, 1000 };
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (gsize text = 0; text < G_N_ELEMENTS (texts); text++)
      for (gsize epoch = 0; epoch < G_N_ELEMENTS (epochs); epoch++)
        for (guint way = 0; way < 2; way++)
          {
            g_autoptr (InterviewSignal) signal =
                g_object_new (INTERVIEW_TYPE_SIGNAL, "room-id", CANDIDATE, "peer",
                              way == 0 ? LARGE : SMALL, "epoch", epochs[epoch], "kind", kinds[kind],
                              "sdp", texts[text], "candidate", texts[text], "media-line",
                              (gint64) 64, NULL);

            interview_signalling_send (INTERVIEW_SIGNALLING (way == 0 ? one.seat : other.seat),
                                       signal);
          }
  sides_see (&one, &other);
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    1);

  sides_close (&one, &other);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_data_func ("/call/connects/offerer-first", GINT_TO_POINTER (TRUE), test_connects);
  g_test_add_data_func ("/call/connects/answerer-first", GINT_TO_POINTER (FALSE), test_connects);
  g_test_add_func ("/call/mute", test_mute);
  g_test_add_func ("/call/sound-only", test_sound_only);
  g_test_add_func ("/call/no-devices", test_no_devices);
  g_test_add_func ("/call/signalling-pause", test_signalling_pause);
  g_test_add_func ("/call/server-restart", test_server_restart);
  g_test_add_data_func ("/call/crash/given-up", GINT_TO_POINTER (FALSE), test_crash);
  g_test_add_data_func ("/call/crash/back-at-once", GINT_TO_POINTER (TRUE), test_crash);
  g_test_add_func ("/call/three", test_three);
  g_test_add_func ("/call/nonsense", test_nonsense);

  return g_test_run ();
}
