/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PASSWORD_HASHER (interview_password_hasher_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPasswordHasher,
                      interview_password_hasher,
                      INTERVIEW,
                      PASSWORD_HASHER,
                      GObject)

InterviewPasswordHasher *interview_password_hasher_new (guint workers, guint waiting);

void interview_password_hasher_hash_async (InterviewPasswordHasher *self,
                                           const char *password,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
char *interview_password_hasher_hash_finish (InterviewPasswordHasher *self,
                                             GAsyncResult *result,
                                             GError **error);
void interview_password_hasher_verify_async (InterviewPasswordHasher *self,
                                             const char *secret,
                                             const char *password,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean interview_password_hasher_verify_finish (InterviewPasswordHasher *self,
                                                  GAsyncResult *result,
                                                  GError **error);

char *interview_password_hash (const char *password, GError **error);
gboolean interview_password_verify (const char *secret, const char *password);

G_END_DECLS
