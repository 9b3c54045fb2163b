/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewUploadWork:
 * @id: (nullable): the upload that something is to be done with; %NULL if there is nothing to do
 * @offset: where @part belongs, in bytes
 * @part: (nullable): bytes to be written; %NULL if the whole upload is to be checked
 * @size: how many bytes the whole has
 * @hash: (nullable): its SHA-256 in hexadecimal digits
 *
 * What has to be done with bytes between two units of work, on a worker: the first one finds out
 * whether it may be, and the second one notes that it was.
 */
typedef struct
{
  char *id;
  gint64 offset;
  GBytes *part;
  gint64 size;
  char *hash;
} InterviewUploadWork;

static inline void
interview_upload_work_clear (InterviewUploadWork *work)
{
  g_clear_pointer (&work->id, g_free);
  g_clear_pointer (&work->hash, g_free);
  g_clear_pointer (&work->part, g_bytes_unref);
}

G_END_DECLS
