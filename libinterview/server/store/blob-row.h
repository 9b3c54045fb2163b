/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewBlobRow:
 * @id: the identifier that records refer to
 * @company_id: whose it is
 * @hash: names the bytes in the blob store
 * @size: bytes
 * @content_type: media type
 * @name: (nullable): the file's name when it was handed in
 * @uploaded: whether the bytes are in the upload store, under @id, and may be taken back
 *
 * What the store knows of a file; the bytes are in the blob store.
 */
typedef struct
{
  char *id;
  char *company_id;
  char *hash;
  gint64 size;
  char *content_type;
  char *name;
  gboolean uploaded;
} InterviewBlobRow;

void interview_blob_row_free (InterviewBlobRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewBlobRow, interview_blob_row_free)

G_END_DECLS
