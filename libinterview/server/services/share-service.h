/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/endpoint.h"
#include "core/model/recording-share.h"
#include "core/protocol/share-request.h"
#include "server/services/actor.h"
#include "server/services/upload-work.h"
#include "server/store/blob-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRecordingShare *interview_share_service_create (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         const char *room_id,
                                                         const char *recording_id,
                                                         InterviewShareRequest *request,
                                                         InterviewEndpoint *endpoint,
                                                         GError **error);
InterviewRecordingShare *interview_share_service_get (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      const char *share_id,
                                                      GError **error);
GPtrArray *interview_share_service_list (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *cursor,
                                         guint limit,
                                         char **next_cursor,
                                         GError **error);

gboolean interview_share_service_begin_part (InterviewTransaction *transaction,
                                             const char *share_id,
                                             InterviewUploadWork *work,
                                             GError **error);
InterviewRecordingShare *interview_share_service_end_part (InterviewTransaction *transaction,
                                                           InterviewActor *actor,
                                                           const InterviewUploadWork *work,
                                                           GError **error);
gboolean interview_share_service_begin_check (InterviewTransaction *transaction,
                                              const char *share_id,
                                              InterviewUploadWork *work,
                                              GError **error);
InterviewRecordingShare *interview_share_service_end_check (InterviewTransaction *transaction,
                                                            InterviewActor *actor,
                                                            const InterviewUploadWork *work,
                                                            GError **error);

InterviewRecordingShare *interview_share_service_withdraw (InterviewTransaction *transaction,
                                                           InterviewActor *actor,
                                                           const char *share_id,
                                                           GError **error);
gboolean interview_share_service_withdraw_recording (InterviewTransaction *transaction,
                                                     const char *recording_id,
                                                     const char *actor_id,
                                                     GError **error);
gboolean interview_share_service_expire (InterviewTransaction *transaction, GError **error);
GPtrArray *interview_share_service_list_to_delete (InterviewTransaction *transaction,
                                                   GError **error);

InterviewRecordingShare *interview_share_service_open_page (InterviewTransaction *transaction,
                                                            const char *token,
                                                            const char *language,
                                                            GError **error);
InterviewBlobRow *interview_share_service_open_recording (InterviewTransaction *transaction,
                                                          const char *token,
                                                          GError **error);

G_END_DECLS
