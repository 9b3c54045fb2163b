/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "core/endpoint.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CREDENTIAL_STORE (interview_credential_store_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCredentialStore,
                      interview_credential_store,
                      INTERVIEW,
                      CREDENTIAL_STORE,
                      GObject)

InterviewCredentialStore *
interview_credential_store_new (const char *application_id, const char *directory, guint patience);

void interview_credential_store_save_async (InterviewCredentialStore *self,
                                            InterviewEndpoint *endpoint,
                                            const char *token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

gboolean interview_credential_store_save_finish (InterviewCredentialStore *self,
                                                 GAsyncResult *result,
                                                 GError **error);

void interview_credential_store_load_async (InterviewCredentialStore *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

gboolean interview_credential_store_load_finish (InterviewCredentialStore *self,
                                                 GAsyncResult *result,
                                                 InterviewEndpoint **endpoint,
                                                 char **token,
                                                 GError **error);

void interview_credential_store_clear_async (InterviewCredentialStore *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

gboolean interview_credential_store_clear_finish (InterviewCredentialStore *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
