/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"
#include "core/protocol/candidate-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_staff_service_list_positions (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   const char *cursor,
                                                   guint limit,
                                                   char **next_cursor,
                                                   GError **error);
GPtrArray *interview_staff_service_list_candidates (InterviewTransaction *transaction,
                                                    InterviewActor *actor,
                                                    const char *cursor,
                                                    guint limit,
                                                    char **next_cursor,
                                                    GError **error);
GPtrArray *interview_staff_service_list_recruiters (InterviewTransaction *transaction,
                                                    InterviewActor *actor,
                                                    const char *cursor,
                                                    guint limit,
                                                    char **next_cursor,
                                                    GError **error);
InterviewPerson *interview_staff_service_create_candidate (InterviewTransaction *transaction,
                                                           InterviewActor *actor,
                                                           InterviewCandidateRequest *request,
                                                           GError **error);

G_END_DECLS
