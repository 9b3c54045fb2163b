/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/signal.h"
#include "server/janus-client.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_JANUS_ROOM (interview_janus_room_get_type ())
G_DECLARE_FINAL_TYPE (InterviewJanusRoom, interview_janus_room, INTERVIEW, JANUS_ROOM, GObject)

InterviewJanusRoom *
interview_janus_room_new (InterviewJanusClient *client, const char *room_id, const char *peer);
void interview_janus_room_open (InterviewJanusRoom *self, const char *admin_key);
void interview_janus_room_close (InterviewJanusRoom *self);
void
interview_janus_room_take (InterviewJanusRoom *self, const char *sender, InterviewSignal *signal);
void interview_janus_room_part (InterviewJanusRoom *self, const char *instance);

G_END_DECLS
