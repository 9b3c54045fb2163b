/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "support/network.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <net/if.h>
#include <sched.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/namespace.h"

/*
 * A network for a test alone: the program moves into a network namespace of its own, in which there
 * is nothing but loopback, and cuts or narrows that. It may have interfaces besides, and a second
 * namespace at the other end of them: another machine.
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
  is_own = test_namespace_enter (CLONE_NEWNET) && network_set_up (TRUE) && network_limit (10000) &&
           network_limit (0);
}

/* Leaves the test that asks out where there is no network for it alone. */
gboolean
network_skip (void)
{
  if (!is_own)
    g_test_skip ("no network namespace of its own is allowed here");

  return !is_own;
}

/* Changes it by ip(8). */
void
network_command (const char *command)
{
  g_autofree char *line = g_strconcat ("ip ", command, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
}

/* Adds an interface that works, and is linked with one whose name ends with "-peer". It has no
 * address but this one: those of IPv6 come and go by themselves. */
void
network_add_interface (const char *name, const char *address)
{
  g_autofree char *add = g_strdup_printf ("link add %s type veth peer name %s-peer", name, name);
  g_autofree char *assign = g_strdup_printf ("addr add %s dev %s", address, name);
  g_autofree char *up = g_strdup_printf ("link set %s addrgenmode none up", name);
  g_autofree char *peer_up = g_strdup_printf ("link set %s-peer addrgenmode none up", name);

  network_command (add);
  network_command (assign);
  network_command (up);
  network_command (peer_up);
}

/* A second network namespace, with loopback, as a file. */
int
network_open_other (void)
{
  int own = open ("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
  int other;

  g_assert_cmpint (unshare (CLONE_NEWNET), ==, 0);
  other = open ("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
  g_assert_true (network_set_up (TRUE));
  g_assert_cmpint (setns (own, CLONE_NEWNET), ==, 0);
  close (own);
  g_assert_cmpint (other, >=, 0);

  return other;
}

/* Sockets that the function opens, and commands that it gives, are there. */
void
network_run_there (int other, NetworkFunc func, gpointer data)
{
  int own = open ("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (setns (other, CLONE_NEWNET), ==, 0);
  func (data);
  g_assert_cmpint (setns (own, CLONE_NEWNET), ==, 0);
  close (own);
}

static void
command (gpointer line)
{
  network_command (line);
}

/* Takes the other end of an interface there, with an address. */
void
network_move_peer (const char *name, const char *address, int other)
{
  g_autofree char *move =
      g_strdup_printf ("link set %s-peer netns /proc/%u/fd/%d", name, (guint) getpid (), other);
  g_autofree char *assign = g_strdup_printf ("addr add %s dev %s-peer", address, name);
  g_autofree char *up = g_strdup_printf ("link set %s-peer up", name);

  network_command (move);
  network_run_there (other, command, assign);
  network_run_there (other, command, up);
}

/* A way into a network of its own, whose gateway is in another network: the default one from now
 * on. */
void
network_add_way (const char *name, const char *own, const char *gateway, int other)
{
  g_autofree char *address = g_strconcat (own, "/24", NULL);
  g_autofree char *gateway_address = g_strconcat (gateway, "/24", NULL);
  g_autofree char *route = g_strdup_printf ("route replace default via %s dev %s", gateway, name);

  network_add_interface (name, address);
  network_move_peer (name, gateway_address, other);
  network_command (route);
}
