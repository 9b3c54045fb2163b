/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/network-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/source-address.h"

/*
 * InterviewNetworkWatch tells when this machine is reached by other addresses than before, or goes
 * out by another one: another Wi-Fi, a cable that was plugged in or pulled out, a VPN. It asks the
 * kernel (rtnetlink(7)) and not GNetworkMonitor, which follows routes alone: those of IPv4 go away
 * with their interface without a word.
 *
 * Signal `changed`: the addresses are other ones now. Whoever makes it owns it; on the main context
 * on which it was made.
 */
struct _InterviewNetworkWatch
{
  GObject parent_instance;

  GHashTable *addresses; /* (element-type utf8): of interfaces that run, and those to go out by */
  int fd;
  guint source_id;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewNetworkWatch, interview_network_watch, G_TYPE_OBJECT)

static char *
describe (const struct ifaddrs *item)
{
  gsize size = item->ifa_addr->sa_family == AF_INET ? sizeof (struct sockaddr_in)
                                                    : sizeof (struct sockaddr_in6);
  g_autoptr (GSocketAddress) address = g_socket_address_new_from_native (item->ifa_addr, size);
  g_autofree char *text = g_inet_address_to_string (
      g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));

  return g_strconcat (item->ifa_name, " ", text, NULL);
}

static gboolean
counts (const struct ifaddrs *item)
{
  const guint needed = IFF_UP | IFF_RUNNING;

  return item->ifa_addr != NULL && (item->ifa_flags & needed) == needed &&
         (item->ifa_flags & IFF_LOOPBACK) == 0 &&
         (item->ifa_addr->sa_family == AF_INET || item->ifa_addr->sa_family == AF_INET6);
}

static void
add_way_out (GHashTable *addresses, const char *anywhere)
{
  g_autoptr (GSocketAddress) remote = g_inet_socket_address_new_from_string (anywhere, 9);
  g_autofree char *source = interview_source_address_find (remote);

  if (source != NULL)
    g_hash_table_add (addresses, g_strconcat ("out ", source, NULL));
}

static GHashTable *
list_addresses (void)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  struct ifaddrs *items = NULL;

  /* What is kept for documents (RFC 5737, RFC 3849) is reached like the rest of the Internet. */
  add_way_out (addresses, "192.0.2.1");
  add_way_out (addresses, "2001:db8::1");

  if (getifaddrs (&items) != 0)
    return addresses;
  for (const struct ifaddrs *item = items; item != NULL; item = item->ifa_next)
    if (counts (item))
      g_hash_table_add (addresses, describe (item));
  freeifaddrs (items);

  return addresses;
}

static gboolean
is_same (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer address;

  if (g_hash_table_size (one) != g_hash_table_size (other))
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    if (!g_hash_table_contains (other, address))
      return FALSE;

  return TRUE;
}

/* What the messages say does not matter: they come for much else, too. When there were too many
 * for the socket, recv() fails with ENOBUFS once. */
static void
drain (int fd)
{
  char buffer[8192];
  gssize size;

  do
    size = recv (fd, buffer, sizeof buffer, 0);
  while (size > 0 || (size < 0 && (errno == ENOBUFS || errno == EINTR)));
}

static gboolean
on_news (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (InterviewNetworkWatch) self = g_object_ref (user_data);
  g_autoptr (GHashTable) addresses = NULL;

  drain (fd);
  addresses = list_addresses ();
  if (is_same (self->addresses, addresses))
    return G_SOURCE_CONTINUE;

  g_hash_table_unref (self->addresses);
  self->addresses = g_steal_pointer (&addresses);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
interview_network_watch_finalize (GObject *object)
{
  InterviewNetworkWatch *self = INTERVIEW_NETWORK_WATCH (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_hash_table_unref (self->addresses);

  G_OBJECT_CLASS (interview_network_watch_parent_class)->finalize (object);
}

static void
interview_network_watch_class_init (InterviewNetworkWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_network_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_NETWORK_WATCH,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_network_watch_init (InterviewNetworkWatch *self)
{
  struct sockaddr_nl groups = {
    .nl_family = AF_NETLINK,
    .nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE |
                 RTMGRP_IPV6_ROUTE,
  };

  self->fd = socket (AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
  if (self->fd < 0 || bind (self->fd, (struct sockaddr *) &groups, sizeof groups) != 0)
    g_info ("changes of the network are not told: %s", g_strerror (errno));
  else
    self->source_id = g_unix_fd_add (self->fd, G_IO_IN, on_news, self);
  self->addresses = list_addresses ();
}

/**
 * interview_network_watch_new:
 *
 * Where the kernel does not tell (a sandbox without a network), it never says anything.
 *
 * Returns: (transfer full): a watch that has begun
 */
InterviewNetworkWatch *
interview_network_watch_new (void)
{
  return g_object_new (INTERVIEW_TYPE_NETWORK_WATCH, NULL);
}
