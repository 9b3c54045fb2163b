/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/endpoint.h"
#include "core/model/room.h"
#include "core/protocol/created-room.h"
#include "core/protocol/room-request.h"
#include "core/protocol/switch-request.h"
#include "server/services/actor.h"
#include "server/store/room-standing.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_room_service_list (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        gint64 from,
                                        gint64 to,
                                        const char *cursor,
                                        guint limit,
                                        char **next_cursor,
                                        GError **error);
InterviewCreatedRoom *interview_room_service_create (InterviewTransaction *transaction,
                                                     InterviewActor *actor,
                                                     InterviewRoomRequest *request,
                                                     InterviewEndpoint *endpoint,
                                                     GError **error);
InterviewRoom *interview_room_service_get (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           const char *room_id,
                                           GError **error);
InterviewRoom *interview_room_service_switch (InterviewTransaction *transaction,
                                              InterviewActor *actor,
                                              const char *room_id,
                                              InterviewSwitchRequest *request,
                                              GError **error);
InterviewRoom *interview_room_service_end (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           const char *room_id,
                                           GError **error);

InterviewParticipant *interview_room_service_check_join (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         const char *room_id,
                                                         gint64 *opens_at,
                                                         InterviewRoomStanding **standing,
                                                         GError **error);

G_END_DECLS
