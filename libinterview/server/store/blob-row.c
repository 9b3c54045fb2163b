/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/blob-row.h"

/**
 * interview_blob_row_free:
 * @row: (transfer full): a row
 */
void
interview_blob_row_free (InterviewBlobRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->hash);
  g_free (row->content_type);
  g_free (row->name);
  g_free (row);
}
