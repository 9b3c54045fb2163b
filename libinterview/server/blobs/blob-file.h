/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean interview_blob_file_set_error (GError **error, const char *what);
gboolean interview_blob_file_make_folder (const char *path, GError **error);
gboolean interview_blob_file_get_size (const char *path, gint64 *size, GError **error);
GBytes *interview_blob_file_read (const char *path, gint64 offset, gsize length, GError **error);
gboolean interview_blob_file_write (const char *path, gint64 offset, GBytes *bytes, GError **error);
char *interview_blob_file_hash (const char *path, GError **error);
gboolean interview_blob_file_remove (const char *path, GError **error);
gboolean interview_blob_file_sync_folder (const char *path, GError **error);

G_END_DECLS
