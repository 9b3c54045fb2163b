/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_BLOB_ENTRY (interview_blob_entry_get_type ())
G_DECLARE_FINAL_TYPE (InterviewBlobEntry, interview_blob_entry, INTERVIEW, BLOB_ENTRY, GObject)

InterviewBlobEntry *
interview_blob_entry_new (const char *directory, const char *blob_id, const char *name);

const char *interview_blob_entry_get_path (InterviewBlobEntry *self);

char *interview_blob_entry_dup_etag (InterviewBlobEntry *self);

goffset interview_blob_entry_get_resume (InterviewBlobEntry *self, char **etag);

gboolean interview_blob_entry_begin (InterviewBlobEntry *self, const char *etag, GError **error);

gboolean interview_blob_entry_resume (InterviewBlobEntry *self, GError **error);

gboolean interview_blob_entry_write (InterviewBlobEntry *self, GBytes *bytes, GError **error);

void interview_blob_entry_pause (InterviewBlobEntry *self);

void interview_blob_entry_discard (InterviewBlobEntry *self);

gboolean interview_blob_entry_complete (InterviewBlobEntry *self, GError **error);

G_END_DECLS
