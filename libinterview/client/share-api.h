/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/recording-share.h"
#include "core/model/sharing-policy.h"
#include "core/protocol/share-request.h"

G_BEGIN_DECLS

void interview_share_api_create_async (InterviewConnection *connection,
                                       const char *room_id,
                                       const char *recording_id,
                                       InterviewShareRequest *request,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

InterviewRecordingShare *interview_share_api_create_finish (InterviewConnection *connection,
                                                            GAsyncResult *result,
                                                            GError **error);

void interview_share_api_list_async (InterviewConnection *connection,
                                     const char *cursor,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

InterviewPage *interview_share_api_list_finish (InterviewConnection *connection,
                                                GAsyncResult *result,
                                                GError **error);

void interview_share_api_get_async (InterviewConnection *connection,
                                    const char *share_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

InterviewRecordingShare *interview_share_api_get_finish (InterviewConnection *connection,
                                                         GAsyncResult *result,
                                                         GError **error);

void interview_share_api_write_async (InterviewConnection *connection,
                                      InterviewRecordingShare *share,
                                      GBytes *part,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewRecordingShare *interview_share_api_write_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);

void interview_share_api_finish_upload_async (InterviewConnection *connection,
                                              const char *share_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

InterviewRecordingShare *interview_share_api_finish_upload_finish (InterviewConnection *connection,
                                                                   GAsyncResult *result,
                                                                   GError **error);

void interview_share_api_withdraw_async (InterviewConnection *connection,
                                         const char *share_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

InterviewRecordingShare *interview_share_api_withdraw_finish (InterviewConnection *connection,
                                                              GAsyncResult *result,
                                                              GError **error);

void interview_share_api_get_policy_async (InterviewConnection *connection,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

InterviewSharingPolicy *interview_share_api_get_policy_finish (InterviewConnection *connection,
                                                               GAsyncResult *result,
                                                               GError **error);

void interview_share_api_replace_policy_async (InterviewConnection *connection,
                                               InterviewSharingPolicy *policy,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

InterviewSharingPolicy *interview_share_api_replace_policy_finish (InterviewConnection *connection,
                                                                   GAsyncResult *result,
                                                                   GError **error);

G_END_DECLS
