/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/blobs/upload-store.h"
#include "server/handlers/exchange.h"
#include "server/services/password-hasher.h"

G_BEGIN_DECLS

void interview_interlude_run_async (InterviewExchange *exchange,
                                    InterviewPasswordHasher *hasher,
                                    InterviewUploadStore *uploads,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean interview_interlude_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
