/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/share-row.h"

/**
 * interview_share_row_free:
 * @row: (transfer full): a row
 */
void
interview_share_row_free (InterviewShareRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->recording_id);
  g_free (row->room_id);
  g_free (row->shared_by);
  g_free (row->hash);
  g_clear_pointer (&row->token_hash, g_bytes_unref);
  g_free (row);
}
