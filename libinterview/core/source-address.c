/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/source-address.h"

/**
 * interview_source_address_find:
 * @remote: (nullable): where packets would go
 *
 * Asks the kernel by which address of this machine packets would go there now. Nothing is sent. A
 * connection that was made when the answer was another one goes by a way that is not taken any
 * more, and often is not there.
 *
 * Returns: (transfer full) (nullable): the address, %NULL if there is no way
 */
char *
interview_source_address_find (GSocketAddress *remote)
{
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocketAddress) local = NULL;

  if (!G_IS_INET_SOCKET_ADDRESS (remote))
    return NULL;
  /* To connect a datagram socket is only to choose its addresses (udp(7)). */
  socket = g_socket_new (g_socket_address_get_family (remote), G_SOCKET_TYPE_DATAGRAM,
                         G_SOCKET_PROTOCOL_UDP, NULL);
  if (socket == NULL || !g_socket_connect (socket, remote, NULL, NULL))
    return NULL;
  local = g_socket_get_local_address (socket, NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (local))
    return NULL;

  return g_inet_address_to_string (
      g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (local)));
}
