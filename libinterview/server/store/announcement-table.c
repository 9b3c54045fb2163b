/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/announcement-table.h"

/*
 * The table announcement.
 */

/**
 * interview_announcement_free:
 * @announcement: (transfer full): an announcement
 */
void
interview_announcement_free (InterviewAnnouncement *announcement)
{
  g_free (announcement->link);
  g_free (announcement);
}

/**
 * interview_announcement_table_find:
 * @room_id: a room
 * @announcement: (out) (transfer full) (nullable): what its candidate was told, %NULL if nothing
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT if the link cannot be unsealed
 *
 * Returns: whether the table could be read
 */
gboolean
interview_announcement_table_find (InterviewTransaction *transaction,
                                   const char *room_id,
                                   InterviewAnnouncement **announcement,
                                   GError **error)
{
  g_autoptr (InterviewAnnouncement) found = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT sequence, starts_at, duration_minutes, cancelled, link"
                                   " FROM announcement WHERE room_id = $1");

  *announcement = NULL;
  interview_sqlite_statement_bind (statement, "s", room_id);
  if (interview_sqlite_statement_next (statement))
    {
      found = g_new0 (InterviewAnnouncement, 1);
      found->sequence = interview_sqlite_statement_get_integer (statement, 0);
      found->starts_at = interview_sqlite_statement_get_integer (statement, 1);
      found->duration_minutes = interview_sqlite_statement_get_integer (statement, 2);
      found->cancelled = interview_sqlite_statement_get_integer (statement, 3) != 0;
      if (!interview_sqlite_statement_is_null (statement, 4))
        sealed = interview_sqlite_statement_get_bytes (statement, 4);
    }
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  if (sealed != NULL)
    {
      found->link =
          interview_sealer_unseal (interview_transaction_get_sealer (transaction), sealed, error);
      if (found->link == NULL)
        return FALSE;
    }
  *announcement = g_steal_pointer (&found);
  return TRUE;
}

/**
 * interview_announcement_table_replace:
 * @room_id: a room
 * @announcement: what its candidate is told now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_announcement_table_replace (InterviewTransaction *transaction,
                                      const char *room_id,
                                      const InterviewAnnouncement *announcement,
                                      GError **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO announcement (room_id, sequence, starts_at, duration_minutes, cancelled, link)"
      " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (room_id) DO UPDATE SET sequence = $2,"
      " starts_at = $3, duration_minutes = $4, cancelled = $5, link = $6");

  if (announcement->link != NULL)
    sealed =
        interview_sealer_seal (interview_transaction_get_sealer (transaction), announcement->link);
  interview_sqlite_statement_bind (statement, "siiiny", room_id, announcement->sequence,
                                   announcement->starts_at, announcement->duration_minutes,
                                   announcement->cancelled, sealed);
  return interview_sqlite_statement_run (statement, error);
}
