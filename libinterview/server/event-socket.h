/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "server/config.h"
#include "server/hub.h"
#include "server/inlet.h"
#include "server/services/actor.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_EVENT_SOCKET (interview_event_socket_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEventSocket,
                      interview_event_socket,
                      INTERVIEW,
                      EVENT_SOCKET,
                      GObject)

void interview_event_socket_start (SoupWebsocketConnection *connection,
                                   InterviewInlet *inlet,
                                   const InterviewConfig *config,
                                   InterviewHub *hub,
                                   InterviewStore *store,
                                   InterviewActor *actor,
                                   const char *token);

G_END_DECLS
