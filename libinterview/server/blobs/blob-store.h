/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_BLOB_STORE (interview_blob_store_get_type ())
G_DECLARE_FINAL_TYPE (InterviewBlobStore, interview_blob_store, INTERVIEW, BLOB_STORE, GObject)

InterviewBlobStore *interview_blob_store_open (const char *folder, GError **error);
char *interview_blob_store_add (InterviewBlobStore *self, GBytes *bytes, GError **error);
gboolean interview_blob_store_get_size (InterviewBlobStore *self,
                                        const char *hash,
                                        gint64 *size,
                                        GError **error);
GBytes *interview_blob_store_read (InterviewBlobStore *self,
                                   const char *hash,
                                   gint64 offset,
                                   gsize length,
                                   GError **error);

G_END_DECLS
