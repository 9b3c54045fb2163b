/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/help.h"
#include "core/protocol/help-request.h"
#include "server/services/actor.h"
#include "server/store/room-row.h"
#include "server/store/room-standing.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_help_service_list (InterviewTransaction *transaction,
                                        InterviewActor *actor,
                                        GError **error);
InterviewHelp *interview_help_service_get (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           const char *room_id,
                                           GError **error);
InterviewHelp *interview_help_service_ask (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           const char *room_id,
                                           InterviewHelpRequest *request,
                                           GError **error);
InterviewHelp *interview_help_service_close (InterviewTransaction *transaction,
                                             InterviewActor *actor,
                                             const char *room_id,
                                             GError **error);
gboolean interview_help_service_check_open (InterviewTransaction *transaction,
                                            const InterviewRoomRow *room,
                                            GError **error);
gboolean interview_help_service_note_message (InterviewTransaction *transaction,
                                              InterviewActor *actor,
                                              const InterviewRoomRow *room,
                                              GError **error);
InterviewParticipant *interview_help_service_check_join (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         const char *help_id,
                                                         InterviewRoomStanding **standing,
                                                         GError **error);
gboolean interview_help_service_set_visitors (InterviewTransaction *transaction,
                                              const char *help_id,
                                              GPtrArray *person_ids,
                                              InterviewRoomStanding **standing,
                                              GError **error);

G_END_DECLS
