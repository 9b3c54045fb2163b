/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/network.h"
#include "test-side.h"

/* Packets of sound. */
#define TWO_SECONDS 100

/*
 * What is sent fits itself to what the network carries, and to what the computer keeps up with. The
 * network is narrowed for real; both directions share it.
 */

static InterviewCallSending
get_sending (Side *side)
{
  return interview_call_stats_get_sending (interview_remote_get_stats (side->remote));
}

static gboolean
sends_all_it_may (gpointer data)
{
  InterviewCallSending sending = get_sending (data);

  /* It may be the computer that holds it down, with a sanitizer and other tests beside this. */
  return !sending.picture_paused && (sending.computer != INTERVIEW_COMPUTER_STATE_AT_EASE ||
                                     (sending.bitrate > 1000000 && sending.lines == 720));
}

static gboolean
sends_less (gpointer data)
{
  InterviewCallSending sending = get_sending (data);

  return sending.bitrate < 400000 && sending.lines < 720 && !sending.picture_paused;
}

static gboolean
sends_no_picture (gpointer data)
{
  return get_sending (data).picture_paused;
}

static gboolean
sends_pictures (gpointer data)
{
  return !get_sending (data).picture_paused;
}

/* What the other one is told of it. */
static gboolean
hears_of_no_picture (gpointer data)
{
  Side *side = data;

  return interview_remote_get_paused (side->remote) &&
         interview_remote_get_camera_on (side->remote);
}

static gboolean
hears_of_pictures (gpointer data)
{
  return !interview_remote_get_paused (((Side *) data)->remote);
}

static void
open_pair (Side *one, Side *other)
{
  sides_open (one, other);
  interview_source_factory_set_test_picture (one->factory, 1280, 720, 30);
  interview_source_factory_set_test_picture (other->factory, 1280, 720, 30);
  sides_start (one, other);
  sides_see (one, other);
}

static void
close_pair (Side *one, Side *other)
{
  g_assert_true (network_limit (0));
  sides_close (one, other);
}

static void
test_narrow (void)
{
  Side one, other;

  if (network_skip ())
    return;
  open_pair (&one, &other);
  wait_for (sends_all_it_may, &one, "the one to send all it may");
  wait_for (sends_all_it_may, &other, "the other to send all it may");

  /* Both of them share this. */
  g_assert_true (network_limit (600));
  wait_for (sends_less, &one, "the one to send less");
  wait_for (sends_less, &other, "the other to send less");
  sides_see (&one, &other);
  g_assert_cmpint (one.other.width, <, 1280);
  /* A recording has the picture from there. */
  g_assert_cmpint (one.own.width, ==, 1280);
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (one.remote)), ==,
                    1);

  g_assert_true (network_limit (0));
  wait_for (sends_all_it_may, &one, "the one to send all it may again");
  wait_for (sends_all_it_may, &other, "the other to send all it may again");
  sides_see (&one, &other);

  close_pair (&one, &other);
}

static gboolean
waits_less (gpointer data)
{
  InterviewCallStats *stats = interview_remote_get_stats (((Side *) data)->remote);
  gint64 delay = interview_call_stats_get_sound_delay (stats);

  return delay > 0 && delay < 100000;
}

/* Where packets come evenly, sound does not wait as long as it does to begin with; and a picture
 * still comes. */
static void
test_even (void)
{
  Side one, other;

  if (network_skip ())
    return;
  open_pair (&one, &other);
  wait_for (waits_less, &one, "the one to wait less");
  wait_for (waits_less, &other, "the other to wait less");
  sides_see (&one, &other);

  close_pair (&one, &other);
}

typedef struct
{
  InterviewCallStats *stats;
  guint64 packets;
} Awaited;

static gboolean
has_come (gpointer data)
{
  const Awaited *awaited = data;

  return interview_call_stats_get_packets (awaited->stats) >= awaited->packets;
}

/* Too little for a picture: the sound goes on alone, and the picture comes back. */
static void
test_hardly_anything (void)
{
  Side one, other;
  Awaited sound;

  if (network_skip ())
    return;
  open_pair (&one, &other);
  g_assert_true (network_limit (100));
  wait_for (sends_no_picture, &one, "the one to leave the picture out");
  wait_for (sends_no_picture, &other, "the other to leave the picture out");

  wait_for (hears_of_no_picture, &one, "the one to be told why there is no picture");
  wait_for (hears_of_no_picture, &other, "the other to be told why there is no picture");

  sound.stats = interview_remote_get_stats (one.remote);
  sound.packets = interview_call_stats_get_packets (sound.stats) + TWO_SECONDS;
  wait_for (has_come, &sound, "two seconds of sound");
  g_assert_cmpint (interview_call_get_state (one.call), ==, INTERVIEW_CALL_STATE_CONNECTED);

  g_assert_true (network_limit (0));
  wait_for (sends_pictures, &one, "the one to send pictures again");
  wait_for (sends_pictures, &other, "the other to send pictures again");
  wait_for (hears_of_pictures, &one, "the one to be told that pictures come");
  wait_for (hears_of_pictures, &other, "the other to be told that pictures come");
  sides_see (&one, &other);

  close_pair (&one, &other);
}

static gboolean
on_glance (gpointer slot)
{
  GstSample *sample = interview_frame_slot_take (slot);

  g_clear_pointer (&sample, gst_sample_unref);

  return G_SOURCE_CONTINUE;
}

/* Leaves the frame where it is. */
static void
on_frame (InterviewFrameSlot *slot, gpointer data)
{
}

static gboolean
sends_what_the_computer_can (gpointer data)
{
  InterviewCallSending sending = get_sending (data);

  return sending.computer == INTERVIEW_COMPUTER_STATE_OVERLOADED && sending.lines == 360;
}

static gboolean
is_small (gpointer data)
{
  return ((Side *) data)->other.width == 640;
}

/* A window that comes to show only four of thirty pictures a second. */
static void
test_slow_window (void)
{
  Side one, other;
  InterviewFrameSlot *own;
  guint timer;

  if (network_skip ())
    return;
  open_pair (&one, &other);
  own = interview_capture_get_frame_slot (other.capture);
  interview_frame_slot_add_reader (own, on_frame, &timer, NULL);
  timer = g_timeout_add (250, on_glance, own);
  wait_for (sends_what_the_computer_can, &other, "the other to send what its computer can");
  wait_for (is_small, &one, "a smaller picture");

  g_source_remove (timer);
  interview_frame_slot_remove_reader (own, &timer);
  close_pair (&one, &other);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_func ("/adapt/narrow", test_narrow);
  g_test_add_func ("/adapt/even", test_even);
  g_test_add_func ("/adapt/hardly-anything", test_hardly_anything);
  g_test_add_func ("/adapt/slow-window", test_slow_window);

  return g_test_run ();
}
