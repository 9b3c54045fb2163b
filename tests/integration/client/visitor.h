/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "client/call-channel.h"
#include "client/connection.h"
#include "client/page.h"
#include "core/error.h"
#include "core/model/room.h"
#include "core/model/session.h"
#include "core/protocol/created-room.h"
#include "core/protocol/room-request.h"
#include "core/protocol/schedule-request.h"

G_BEGIN_DECLS

/*
 * A visitor is one run of a program without its windows: a connection, an event channel and a stay
 * in a room, all real. What comes in is kept until the test asks for it.
 */
typedef struct
{
  InterviewConnection *connection;
  InterviewEventChannel *events;
  InterviewCallChannel *call;
  GQueue presences;
  GQueue signals;
  GError *ended;
  GError *refused;
  GAsyncResult *result;
} Visitor;

Visitor *visitor_new (InterviewEndpoint *endpoint);
void visitor_free (Visitor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visitor, visitor_free)

InterviewSession *
visitor_sign_in (Visitor *self, const char *email, const char *password, GError **error);
InterviewSession *visitor_redeem (Visitor *self, const char *code, GError **error);
void visitor_expect_redeemed (Visitor *self, const char *code);
InterviewSession *visitor_get_session (Visitor *self, GError **error);

GPtrArray *visitor_list_rooms (Visitor *self);
InterviewRoom *visitor_get_room (Visitor *self, const char *room_id);
InterviewRoomRequest *visitor_new_room_request (Visitor *self, int starts_in_minutes);
InterviewCreatedRoom *
visitor_send_room_request (Visitor *self, InterviewRoomRequest *request, const char *key);
InterviewCreatedRoom *visitor_create_room (Visitor *self, int starts_in_minutes);
void visitor_schedule (Visitor *self, const char *room_id, InterviewScheduleRequest *request);
void visitor_admit (Visitor *self, const char *room_id);
InterviewInvitation *visitor_renew_invitation (Visitor *self, const char *room_id);
void visitor_revoke_invitation (Visitor *self, const char *room_id);
GPtrArray *visitor_list_questions (Visitor *self, const char *room_id);
void visitor_tick (Visitor *self, const char *room_id, const char *question_id);

void visitor_go_online (Visitor *self);
void visitor_join (Visitor *self, const char *room_id);
void visitor_await_joined (Visitor *self, gboolean joined);
InterviewPresence *visitor_expect_presence (Visitor *self, InterviewPresenceCause cause);
void visitor_send (Visitor *self, const char *peer, gint64 epoch);
InterviewSignal *visitor_expect_signal (Visitor *self);
void visitor_expect_ended (Visitor *self, InterviewErrorCode code);
void visitor_expect_refused (Visitor *self, InterviewErrorCode code);
const char *visitor_get_instance (Visitor *self);

G_END_DECLS
