/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/problem.h"
#include "core/protocol/welcome.h"
#include "core/model/participant.h"
#include "server/store/room-standing.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SOCKET_WORK (interview_socket_work_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSocketWork, interview_socket_work, INTERVIEW, SOCKET_WORK, GObject)

InterviewSocketWork *interview_socket_work_new (InterviewStore *store, const char *token);

void interview_socket_work_greet_async (InterviewSocketWork *self,
                                        gint64 last_sequence,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
InterviewWelcome *interview_socket_work_greet_finish (InterviewSocketWork *self,
                                                      GAsyncResult *result,
                                                      GPtrArray **missed,
                                                      GError **error);
void interview_socket_work_join_async (InterviewSocketWork *self,
                                       const char *room_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
InterviewParticipant *interview_socket_work_join_finish (InterviewSocketWork *self,
                                                         GAsyncResult *result,
                                                         InterviewRoomStanding **standing,
                                                         InterviewProblem **problem,
                                                         GError **error);

G_END_DECLS
