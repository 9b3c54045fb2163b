/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/network-watch.h"
#include "support/await.h"
#include "support/network.h"

typedef struct
{
  guint seen;
  guint changes;
} Counter;

static void
on_changed (InterviewNetworkWatch *watch, Counter *counter)
{
  counter->changes++;
}

static gboolean
has_changed (gpointer data)
{
  Counter *counter = data;

  return counter->changes > counter->seen;
}

static void
expect_change (Counter *counter, const char *command)
{
  g_test_message ("%s", command);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  counter->seen = counter->changes;
  network_command (command);
  test_await (has_changed, counter);
}

static void
expect_nothing (Counter *counter, const char *command)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  counter->seen = counter->changes;
  network_command (command);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (counter->changes, ==, counter->seen);
}

static void
test_changes (void)
{
  InterviewNetworkWatch *watch;
  Counter counter = { 0 };

  if (network_skip ())
    return;
  network_add_interface ("wifi", "10.0.0.1/24");
  network_add_interface ("cable", "10.0.1.1/24");
  watch = interview_network_watch_new ();
  g_signal_connect (watch, "changed", G_CALLBACK (on_changed), &counter);

  expect_change (&counter, "addr del 10.0.0.1/24 dev wifi");
  expect_change (&counter, "addr add 10.0.2.1/24 dev wifi");
  expect_change (&counter, "link set wifi down");
  expect_change (&counter, "link set wifi up");
  /* As if it were pulled out. */
  expect_change (&counter, "link set cable-peer down");
  expect_change (&counter, "link set cable-peer up");
  expect_change (&counter, "route add default dev wifi");
  expect_change (&counter, "route replace default dev cable");
  expect_nothing (&counter, "link set cable mtu 1400");
  expect_nothing (&counter, "route add 10.1.0.0/16 dev cable");
  expect_nothing (&counter, "addr add 127.0.0.2/8 dev lo");
  test_clear_last (&watch);
}

int
main (int argc, char **argv)
{
  network_enter ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-watch/changes", test_changes);

  return g_test_run ();
}
