/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/invitation.h"
#include "core/model/resume.h"
#include "core/model/room.h"
#include "core/protocol/created-room.h"
#include "core/protocol/entrance-request.h"
#include "core/protocol/reply-request.h"
#include "core/protocol/room-request.h"
#include "core/protocol/schedule-request.h"

G_BEGIN_DECLS

void interview_room_api_list_async (InterviewConnection *connection,
                                    gint64 from,
                                    gint64 to,
                                    const char *cursor,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

InterviewPage *interview_room_api_list_finish (InterviewConnection *connection,
                                               GAsyncResult *result,
                                               GError **error);

void interview_room_api_get_async (InterviewConnection *connection,
                                   const char *room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

InterviewRoom *interview_room_api_get_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);

void interview_room_api_create_async (InterviewConnection *connection,
                                      InterviewRoomRequest *request,
                                      const char *key,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewCreatedRoom *interview_room_api_create_finish (InterviewConnection *connection,
                                                        GAsyncResult *result,
                                                        GError **error);

void interview_room_api_switch_async (InterviewConnection *connection,
                                      const char *room_id,
                                      gint64 revision,
                                      gboolean interactive,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewRoom *interview_room_api_switch_finish (InterviewConnection *connection,
                                                 GAsyncResult *result,
                                                 GError **error);

void interview_room_api_schedule_async (InterviewConnection *connection,
                                        const char *room_id,
                                        InterviewScheduleRequest *request,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

InterviewRoom *interview_room_api_schedule_finish (InterviewConnection *connection,
                                                   GAsyncResult *result,
                                                   GError **error);

void interview_room_api_cancel_async (InterviewConnection *connection,
                                      const char *room_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewRoom *interview_room_api_cancel_finish (InterviewConnection *connection,
                                                 GAsyncResult *result,
                                                 GError **error);

void interview_room_api_reply_async (InterviewConnection *connection,
                                     const char *room_id,
                                     InterviewReplyRequest *request,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

InterviewRoom *interview_room_api_reply_finish (InterviewConnection *connection,
                                                GAsyncResult *result,
                                                GError **error);

void interview_room_api_set_entrance_async (InterviewConnection *connection,
                                            const char *room_id,
                                            InterviewEntranceRequest *request,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

InterviewRoom *interview_room_api_set_entrance_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

void interview_room_api_end_async (InterviewConnection *connection,
                                   const char *room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

InterviewRoom *interview_room_api_end_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);

void interview_room_api_renew_invitation_async (InterviewConnection *connection,
                                                const char *room_id,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);

InterviewInvitation *interview_room_api_renew_invitation_finish (InterviewConnection *connection,
                                                                 GAsyncResult *result,
                                                                 GError **error);

void interview_room_api_revoke_invitation_async (InterviewConnection *connection,
                                                 const char *room_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);

gboolean interview_room_api_revoke_invitation_finish (InterviewConnection *connection,
                                                      GAsyncResult *result,
                                                      GError **error);

void interview_room_api_get_resume_async (InterviewConnection *connection,
                                          const char *room_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewResume *interview_room_api_get_resume_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
