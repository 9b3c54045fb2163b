/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/outbox-row.h"

/**
 * interview_outbox_row_free:
 * @row: (transfer full): a row
 */
void
interview_outbox_row_free (InterviewOutboxRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->notice_id);
  g_free (row->person_id);
  g_free (row->person_name);
  g_free (row->room_id);
  g_free (row->recipient);
  g_clear_pointer (&row->content, g_bytes_unref);
  g_free (row);
}
