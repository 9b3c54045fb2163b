/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_UPLOAD_STORE (interview_upload_store_get_type ())
G_DECLARE_FINAL_TYPE (InterviewUploadStore,
                      interview_upload_store,
                      INTERVIEW,
                      UPLOAD_STORE,
                      GObject)

InterviewUploadStore *interview_upload_store_open (const char *folder, GError **error);
gboolean interview_upload_store_write (InterviewUploadStore *self,
                                       const char *id,
                                       gint64 offset,
                                       GBytes *part,
                                       GError **error);
gboolean interview_upload_store_check (InterviewUploadStore *self,
                                       const char *id,
                                       gint64 size,
                                       const char *hash,
                                       GError **error);
GBytes *interview_upload_store_read (InterviewUploadStore *self,
                                     const char *id,
                                     gint64 offset,
                                     gsize length,
                                     GError **error);
gboolean interview_upload_store_remove (InterviewUploadStore *self, const char *id, GError **error);

G_END_DECLS
