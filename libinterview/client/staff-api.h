/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/person.h"
#include "core/model/position.h"
#include "core/model/recruiter-score.h"
#include "core/protocol/candidate-request.h"

G_BEGIN_DECLS

void interview_staff_api_list_positions_async (InterviewConnection *connection,
                                               const char *cursor,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

InterviewPage *interview_staff_api_list_positions_finish (InterviewConnection *connection,
                                                          GAsyncResult *result,
                                                          GError **error);

void interview_staff_api_list_candidates_async (InterviewConnection *connection,
                                                const char *cursor,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);

InterviewPage *interview_staff_api_list_candidates_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);

void interview_staff_api_create_candidate_async (InterviewConnection *connection,
                                                 InterviewCandidateRequest *request,
                                                 const char *key,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);

InterviewPerson *interview_staff_api_create_candidate_finish (InterviewConnection *connection,
                                                              GAsyncResult *result,
                                                              GError **error);

void interview_staff_api_list_scores_async (InterviewConnection *connection,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

InterviewPage *interview_staff_api_list_scores_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
