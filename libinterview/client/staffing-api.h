/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/staffing-policy.h"
#include "core/model/staffing.h"
#include "core/protocol/appeal-request.h"
#include "core/protocol/standing-request.h"

G_BEGIN_DECLS

void interview_staffing_api_get_async (InterviewConnection *connection,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

InterviewStaffing *interview_staffing_api_get_finish (InterviewConnection *connection,
                                                      GAsyncResult *result,
                                                      GError **error);

void interview_staffing_api_preview_async (InterviewConnection *connection,
                                           InterviewStaffingPolicy *policy,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

InterviewStaffing *interview_staffing_api_preview_finish (InterviewConnection *connection,
                                                          GAsyncResult *result,
                                                          GError **error);

void interview_staffing_api_get_policy_async (InterviewConnection *connection,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

InterviewStaffingPolicy *interview_staffing_api_get_policy_finish (InterviewConnection *connection,
                                                                   GAsyncResult *result,
                                                                   GError **error);

void interview_staffing_api_replace_policy_async (InterviewConnection *connection,
                                                  InterviewStaffingPolicy *policy,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);

InterviewStaffingPolicy *
interview_staffing_api_replace_policy_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);

void interview_staffing_api_decide_async (InterviewConnection *connection,
                                          const char *recruiter_id,
                                          InterviewStandingRequest *request,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewStanding *interview_staffing_api_decide_finish (InterviewConnection *connection,
                                                         GAsyncResult *result,
                                                         GError **error);

void interview_staffing_api_appeal_async (InterviewConnection *connection,
                                          const char *recruiter_id,
                                          InterviewAppealRequest *request,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewStanding *interview_staffing_api_appeal_finish (InterviewConnection *connection,
                                                         GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
