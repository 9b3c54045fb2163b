/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/connection.h"
#include "client/event-channel.h"
#include "client/spool.h"
#include "core/link.h"
#include "core/model/session.h"
#include "core/protocol/event.h"
#include "program/profile.h"
#include "program/recording-shelf.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ACCOUNT (interview_account_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAccount, interview_account, INTERVIEW, ACCOUNT, GObject)

InterviewAccount *
interview_account_new (InterviewProfile *profile, const char *const *languages, gboolean insecure);

void interview_account_restore_async (InterviewAccount *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void interview_account_sign_in_async (InterviewAccount *self,
                                      InterviewEndpoint *endpoint,
                                      const char *email,
                                      const char *password,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void interview_account_redeem_async (InterviewAccount *self,
                                     InterviewLink *link,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void interview_account_redeem_file_async (InterviewAccount *self,
                                          const char *path,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
interview_account_sign_in_finish (InterviewAccount *self, GAsyncResult *result, GError **error);

void interview_account_sign_out_async (InterviewAccount *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
interview_account_sign_out_finish (InterviewAccount *self, GAsyncResult *result, GError **error);

InterviewSession *interview_account_get_session (InterviewAccount *self);
InterviewConnection *interview_account_get_connection (InterviewAccount *self);
InterviewEventChannel *interview_account_get_channel (InterviewAccount *self);
InterviewSpool *interview_account_get_spool (InterviewAccount *self);
InterviewRecordingShelf *interview_account_get_shelf (InterviewAccount *self);
InterviewProfile *interview_account_get_profile (InterviewAccount *self);

G_END_DECLS
