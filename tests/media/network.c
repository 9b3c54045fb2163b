/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "network.h"

#include <gio/gio.h>
#include <net/if.h>
#include <sched.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/*
 * A network for a test alone: the program moves into a network namespace of its own, in which there
 * is nothing but loopback, and cuts or narrows that.
 */

static gboolean is_own;

/* Takes loopback up or down. */
gboolean
network_set_up (gboolean up)
{
  struct ifreq request = { 0 };
  int fd = socket (AF_INET, SOCK_DGRAM, 0);
  gboolean done;

  strcpy (request.ifr_name, "lo");
  done = ioctl (fd, SIOCGIFFLAGS, &request) == 0;
  if (up)
    request.ifr_flags |= IFF_UP;
  else
    request.ifr_flags &= ~IFF_UP;
  done = done && ioctl (fd, SIOCSIFFLAGS, &request) == 0;
  close (fd);

  return done;
}

/* Lets no more than this through, all streams together, with a queue of 200 ms; 0 for no limit. */
gboolean
network_limit (guint kilobits)
{
  g_autofree char *rate = g_strdup_printf ("%ukbit", kilobits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  if (kilobits == 0)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "tc", "qdisc", "replace", "dev",
                                "lo", "root", "noqueue", NULL);
  else
    process =
        g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "tc", "qdisc", "replace", "dev", "lo",
                          "root", "tbf", "rate", rate, "burst", "4kb", "latency", "200ms", NULL);
  g_assert_no_error (error);

  return g_subprocess_wait_check (process, NULL, NULL);
}

/* Moves into it; before any thread is there. */
void
network_enter (void)
{
  is_own = (unshare (CLONE_NEWNET) == 0 || unshare (CLONE_NEWUSER | CLONE_NEWNET) == 0) &&
           network_set_up (TRUE) && network_limit (10000) && network_limit (0);
}

/* Leaves the test that asks out where there is no network for it alone. */
gboolean
network_skip (void)
{
  if (!is_own)
    g_test_skip ("no network namespace of its own is allowed here");

  return !is_own;
}
