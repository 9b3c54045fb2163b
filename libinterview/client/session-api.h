/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/session.h"

G_BEGIN_DECLS

void interview_session_api_sign_in_async (InterviewConnection *connection,
                                          const char *email,
                                          const char *password,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewSession *interview_session_api_sign_in_finish (InterviewConnection *connection,
                                                        GAsyncResult *result,
                                                        GError **error);

void interview_session_api_redeem_async (InterviewConnection *connection,
                                         const char *code,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

InterviewSession *interview_session_api_redeem_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

void interview_session_api_get_async (InterviewConnection *connection,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

InterviewSession *interview_session_api_get_finish (InterviewConnection *connection,
                                                    GAsyncResult *result,
                                                    GError **error);

void interview_session_api_sign_out_async (InterviewConnection *connection,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

gboolean interview_session_api_sign_out_finish (InterviewConnection *connection,
                                                GAsyncResult *result,
                                                GError **error);

void interview_session_api_change_password_async (InterviewConnection *connection,
                                                  const char *current,
                                                  const char *replacement,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);

gboolean interview_session_api_change_password_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
