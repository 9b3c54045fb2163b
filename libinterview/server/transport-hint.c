/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/transport-hint.h"

#include <string.h>

/* The type of the record that a handshake of TLS begins with (RFC 8446, 5.1); no HTTP request
 * begins so. */
#define TLS_HANDSHAKE 0x16

/* What came with the first bytes; a connection that is closed with bytes unread takes the answer
 * with it. */
#define UNREAD (16 * 1024)

/*
 * What a port says to somebody who speaks the other way. Without it a program that speaks TLS to a
 * plain port waits for an answer while the server waits for the rest of a request, and one that
 * speaks plainly to a port of TLS sees a connection that ends for no reason.
 */

static const char *const answers[] = {
  [INTERVIEW_TRANSPORT_HINT_PLAIN] = "HTTP/1.1 400 Bad Request\r\n"
                                     "Content-Type: text/plain\r\n"
                                     "Content-Length: 42\r\n"
                                     "Connection: close\r\n\r\n"
                                     "This port is not encrypted: use http here\n",
  [INTERVIEW_TRANSPORT_HINT_TLS] = "HTTP/1.1 426 Upgrade Required\r\n"
                                   "Upgrade: TLS/1.2\r\n"
                                   "Content-Type: text/plain\r\n"
                                   "Content-Length: 39\r\n"
                                   "Connection: Upgrade, close\r\n\r\n"
                                   "This port is encrypted: use https here\n",
};

/**
 * interview_transport_hint_peek:
 * @socket: a connection on which something has come
 * @first_byte: (out): the first of it, which is not taken away
 *
 * Returns: whether there is one
 */
gboolean
interview_transport_hint_peek (GSocket *socket, guint8 *first_byte)
{
  GInputVector vector = { first_byte, sizeof *first_byte };
  int flags = G_SOCKET_MSG_PEEK;

  g_return_val_if_fail (G_IS_SOCKET (socket), FALSE);

  return g_socket_receive_message (socket, NULL, &vector, 1, NULL, NULL, &flags, NULL, NULL) == 1;
}

/**
 * interview_transport_hint_is_tls:
 * @first_byte: of a connection
 *
 * Returns: whether it speaks TLS
 */
gboolean
interview_transport_hint_is_tls (guint8 first_byte)
{
  return first_byte == TLS_HANDSHAKE;
}

/**
 * interview_transport_hint_send:
 * @socket: a connection that speaks the other way
 * @hint: what to say
 *
 * Says it without waiting. The connection is to be closed afterwards.
 */
void
interview_transport_hint_send (GSocket *socket, InterviewTransportHint hint)
{
  char unread[UNREAD];

  g_return_if_fail (G_IS_SOCKET (socket));

  g_socket_receive_with_blocking (socket, unread, sizeof unread, FALSE, NULL, NULL);
  g_socket_send_with_blocking (socket, answers[hint], strlen (answers[hint]), FALSE, NULL, NULL);
}
