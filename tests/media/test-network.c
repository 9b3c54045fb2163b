/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/network-watch.h"
#include "core/sleep-watch.h"
#include "support/network.h"
#include "support/sleeper.h"
#include "test-side.h"

/* The network is cut for real. */

static gboolean
is_reconnecting (gpointer data)
{
  Side *side = data;

  return interview_call_get_state (side->call) == INTERVIEW_CALL_STATE_RECONNECTING &&
         interview_remote_get_state (side->remote) == INTERVIEW_CALL_STATE_RECONNECTING;
}

static guint
count_links (Side *side)
{
  return interview_call_stats_get_links (interview_remote_get_stats (side->remote));
}

static gboolean
has_new_link (gpointer data)
{
  return count_links (data) > 1;
}

/* How far a break gets: to the moment at which it is shown, to the one at which a new link is
 * tried, or as many pictures of the own camera as there are in a minute. */
typedef enum
{
  BREAK_SHORT,
  BREAK_LONG,
  BREAK_MINUTE,
} Break;

static void
cut (gconstpointer data)
{
  Break length = GPOINTER_TO_UINT (data);
  Side one, other;

  if (network_skip ())
    return;
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  g_assert_true (network_set_up (FALSE));
  wait_for (is_reconnecting, &one, "the break to be noticed");
  wait_for (is_reconnecting, &other, "the break to be noticed by the other");
  if (length >= BREAK_LONG)
    {
      wait_for (has_new_link, &one, "a new link to be tried");
      wait_for (has_new_link, &other, "a new link to be tried by the other");
    }
  if (length == BREAK_MINUTE)
    viewer_await (&one.own, 55 * SIDE_RATE);
  g_assert_true (network_set_up (TRUE));
  sides_see (&one, &other);
  g_assert_cmpint (interview_call_get_state (one.call), ==, INTERVIEW_CALL_STATE_CONNECTED);
  g_assert_cmpuint (one.departures, ==, 0);

  sides_close (&one, &other);
}

/* The server gives the other one up during the break, and hears of them again after it. */
static void
test_cut_with_server (void)
{
  Side one, other;

  if (network_skip ())
    return;
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  g_assert_true (network_set_up (FALSE));
  test_room_set_connected (one.room, FALSE);
  viewer_await (&one.own, 9 * SIDE_RATE);
  g_assert_true (network_set_up (TRUE));
  test_room_set_connected (one.room, TRUE);
  test_room_tell (one.room, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  sides_see (&one, &other);

  sides_close (&one, &other);
}

/* Well before silence alone would have had one built. */
static void
expect_new_links (Side *one, Side *other)
{
  gint64 begun = g_get_monotonic_time ();

  wait_for (has_new_link, one, "a new link");
  wait_for (has_new_link, other, "a new link of the other");
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 4 * G_TIME_SPAN_SECOND);
  sides_see (one, other);
  g_assert_cmpuint (count_links (one), ==, 2);
  g_assert_cmpuint (count_links (other), ==, 2);
}

static void
tell_how_long (Side *one, Side *other)
{
  g_test_message ("the pictures stood for %.2f s and %.2f s",
                  (double) one->other.stood / G_USEC_PER_SEC,
                  (double) other->other.stood / G_USEC_PER_SEC);
}

typedef enum
{
  ONE_NOTICES = 1,
  OTHER_NOTICES = 2,
  BOTH_NOTICE = 3,
} Noticing;

/* From Wi-Fi to cable: another address is there, and the one that the call goes by is gone. Whoever
 * notices, one new link is built. */
static void
test_moved (gconstpointer data)
{
  Noticing noticing = GPOINTER_TO_UINT (data);
  g_autoptr (InterviewNetworkWatch) watch = NULL;
  Side one, other;

  if (network_skip ())
    return;
  network_add_interface ("wifi", "10.0.0.1/24");
  watch = interview_network_watch_new ();
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);
  if ((noticing & ONE_NOTICES) != 0)
    g_signal_connect_swapped (watch, "changed", G_CALLBACK (interview_call_doubt), one.call);
  if ((noticing & OTHER_NOTICES) != 0)
    g_signal_connect_swapped (watch, "changed", G_CALLBACK (interview_call_doubt), other.call);

  network_add_interface ("cable", "10.0.1.1/24");
  network_command ("link del wifi");
  one.other.stood = other.other.stood = 0;
  expect_new_links (&one, &other);
  tell_how_long (&one, &other);

  g_signal_handlers_disconnect_by_data (watch, one.call);
  g_signal_handlers_disconnect_by_data (watch, other.call);
  sides_close (&one, &other);
  network_command ("link del cable");
}

static void
on_woke (InterviewSleepWatch *watch, gboolean *awake)
{
  *awake = TRUE;
}

/* Says it until somebody listens: when that begins is not told. */
static void
sleeper_await_listener (Sleeper *sleeper, InterviewSleepWatch *watch)
{
  gboolean awake = FALSE;
  gulong id = g_signal_connect (watch, "woke", G_CALLBACK (on_woke), &awake);

  while (!awake)
    {
      sleeper_say (sleeper, FALSE);
      g_main_context_iteration (NULL, FALSE);
    }
  g_signal_handler_disconnect (watch, id);
}

/* Fell asleep in one network, wakes up in another one, and nothing but that is told. */
static void
test_slept (void)
{
  g_autoptr (Sleeper) sleeper = sleeper_new ();
  g_autoptr (InterviewSleepWatch) watch = interview_sleep_watch_new ();
  gint64 woke_at;
  Side one, other;

  if (network_skip ())
    return;
  network_add_interface ("office", "10.0.0.1/24");
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);
  sleeper_await_listener (sleeper, watch);
  g_signal_connect_swapped (watch, "woke", G_CALLBACK (interview_call_doubt), other.call);

  sleeper_say (sleeper, TRUE);
  network_command ("link del office");
  viewer_await (&one.own, SIDE_RATE / 2);
  network_add_interface ("home", "10.0.1.1/24");
  sleeper_say (sleeper, FALSE);
  woke_at = g_get_monotonic_time ();
  expect_new_links (&one, &other);
  g_test_message ("pictures move %.2f s after waking up",
                  (double) (g_get_monotonic_time () - woke_at) / G_USEC_PER_SEC);

  g_signal_handlers_disconnect_by_data (watch, other.call);
  sides_close (&one, &other);
  network_command ("link del home");
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_data_func ("/network/cut/short", GUINT_TO_POINTER (BREAK_SHORT), cut);
  g_test_add_data_func ("/network/cut/long", GUINT_TO_POINTER (BREAK_LONG), cut);
  g_test_add_func ("/network/cut/with-server", test_cut_with_server);
  g_test_add_data_func ("/network/moved/offerer", GUINT_TO_POINTER (ONE_NOTICES), test_moved);
  g_test_add_data_func ("/network/moved/answerer", GUINT_TO_POINTER (OTHER_NOTICES), test_moved);
  g_test_add_data_func ("/network/moved/both", GUINT_TO_POINTER (BOTH_NOTICE), test_moved);
  g_test_add_func ("/network/slept", test_slept);
  if (g_test_slow ())
    g_test_add_data_func ("/network/cut/minute", GUINT_TO_POINTER (BREAK_MINUTE), cut);

  return g_test_run ();
}
