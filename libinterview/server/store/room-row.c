/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/room-row.h"

/**
 * interview_room_row_free:
 * @row: (transfer full): a row
 */
void
interview_room_row_free (InterviewRoomRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->unit_id);
  g_free (row->candidate_id);
  g_free (row->position_id);
  g_free (row);
}
