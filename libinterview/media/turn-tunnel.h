/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TURN_TUNNEL (interview_turn_tunnel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTurnTunnel, interview_turn_tunnel, INTERVIEW, TURN_TUNNEL, GObject)

InterviewTurnTunnel *interview_turn_tunnel_new (const char *host,
                                                guint16 port,
                                                GTlsCertificate *authority,
                                                GError **error);
guint16 interview_turn_tunnel_get_port (InterviewTurnTunnel *self);

G_END_DECLS
