/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewIceUri:
 * @host: a name or an address, without brackets
 * @port: the port, that of the scheme if none was given
 * @is_relay: whether it is TURN, not STUN
 * @is_secure: whether through TLS
 * @is_tcp: whether through TCP
 *
 * Where a server of STUN or TURN is.
 */
typedef struct
{
  char *host;
  guint16 port;
  gboolean is_relay;
  gboolean is_secure;
  gboolean is_tcp;
} InterviewIceUri;

InterviewIceUri *interview_ice_uri_parse (const char *text, GError **error);
void interview_ice_uri_free (InterviewIceUri *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewIceUri, interview_ice_uri_free)

G_END_DECLS
