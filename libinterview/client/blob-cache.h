/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"

G_BEGIN_DECLS

/* Bytes. A picture of a company page, and the original of a resume. */
#define INTERVIEW_BLOB_LIMIT_PICTURE (8 * 1024 * 1024)
#define INTERVIEW_BLOB_LIMIT_DOCUMENT (32 * 1024 * 1024)

#define INTERVIEW_TYPE_BLOB_CACHE (interview_blob_cache_get_type ())
G_DECLARE_FINAL_TYPE (InterviewBlobCache, interview_blob_cache, INTERVIEW, BLOB_CACHE, GObject)

InterviewBlobCache *interview_blob_cache_new (InterviewConnection *connection,
                                              const char *directory);

void interview_blob_cache_fetch_async (InterviewBlobCache *self,
                                       const char *blob_id,
                                       const char *name,
                                       gsize limit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

GFile *
interview_blob_cache_fetch_finish (InterviewBlobCache *self, GAsyncResult *result, GError **error);

G_END_DECLS
