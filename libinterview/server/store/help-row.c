/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/help-row.h"

/**
 * interview_help_row_free:
 * @row: (transfer full): a row
 */
void
interview_help_row_free (InterviewHelpRow *row)
{
  g_free (row->id);
  g_free (row->room_id);
  g_free (row->caller_id);
  g_free (row);
}
