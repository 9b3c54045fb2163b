/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InterviewTransportHint:
 *
 * @INTERVIEW_TRANSPORT_HINT_PLAIN: TLS was spoken to a port without it
 * @INTERVIEW_TRANSPORT_HINT_TLS: plain HTTP was spoken to a port of TLS
 */
typedef enum
{
  INTERVIEW_TRANSPORT_HINT_PLAIN,
  INTERVIEW_TRANSPORT_HINT_TLS,
} InterviewTransportHint;

gboolean interview_transport_hint_peek (GSocket *socket, guint8 *first_byte);
gboolean interview_transport_hint_is_tls (guint8 first_byte);
void interview_transport_hint_send (GSocket *socket, InterviewTransportHint hint);

G_END_DECLS
