/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/network.h"
#include "test-side.h"

/* The network is cut for real. */

static gboolean
is_reconnecting (gpointer data)
{
  Side *side = data;

  return interview_call_get_state (side->call) == INTERVIEW_CALL_STATE_RECONNECTING &&
         interview_remote_get_state (side->remote) == INTERVIEW_CALL_STATE_RECONNECTING;
}

static void
cut (gconstpointer data)
{
  guint milliseconds = GPOINTER_TO_UINT (data);
  Side one, other;

  if (network_skip ())
    return;
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);

  g_assert_true (network_set_up (FALSE));
  wait_for (is_reconnecting, &one, "the break to be noticed");
  wait_for (is_reconnecting, &other, "the break to be noticed by the other");
  run_for (milliseconds);
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
  run_for (9000);
  g_assert_true (network_set_up (TRUE));
  test_room_set_connected (one.room, TRUE);
  test_room_tell (one.room, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  sides_see (&one, &other);

  sides_close (&one, &other);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  /* Past the moment at which the break is shown, and past the one at which a new link is tried. */
  g_test_add_data_func ("/network/cut/short", GUINT_TO_POINTER (500), cut);
  g_test_add_data_func ("/network/cut/long", GUINT_TO_POINTER (8000), cut);
  g_test_add_func ("/network/cut/with-server", test_cut_with_server);
  if (g_test_slow ())
    g_test_add_data_func ("/network/cut/minute", GUINT_TO_POINTER (60000), cut);

  return g_test_run ();
}
