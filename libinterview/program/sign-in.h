/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/connection.h"
#include "client/credential-store.h"
#include "core/link.h"
#include "core/model/session.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SIGN_IN (interview_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSignIn, interview_sign_in, INTERVIEW, SIGN_IN, GObject)

InterviewSignIn *interview_sign_in_new (InterviewCredentialStore *store,
                                        const char *const *languages,
                                        gboolean insecure);

void interview_sign_in_restore_async (InterviewSignIn *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void interview_sign_in_password_async (InterviewSignIn *self,
                                       InterviewEndpoint *endpoint,
                                       const char *email,
                                       const char *password,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void interview_sign_in_redeem_async (InterviewSignIn *self,
                                     InterviewLink *link,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void interview_sign_in_redeem_file_async (InterviewSignIn *self,
                                          const char *path,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean interview_sign_in_finish (InterviewSignIn *self, GAsyncResult *result, GError **error);

InterviewConnection *interview_sign_in_get_connection (InterviewSignIn *self);
InterviewSession *interview_sign_in_get_session (InterviewSignIn *self);

G_END_DECLS
