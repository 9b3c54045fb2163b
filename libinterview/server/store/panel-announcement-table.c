/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/panel-announcement-table.h"

/*
 * The table panel_announcement.
 */

/**
 * interview_panel_announcement_free:
 * @announcement: (transfer full): an announcement
 */
void
interview_panel_announcement_free (InterviewPanelAnnouncement *announcement)
{
  g_free (announcement->person_id);
  g_free (announcement);
}

/**
 * interview_panel_announcement_table_list:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewPanelAnnouncement): what recruiters were told of
 *   it, one for each, also for those who are not on its panel any more; or %NULL
 */
GPtrArray *
interview_panel_announcement_table_list (InterviewTransaction *transaction,
                                         const char *room_id,
                                         GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_panel_announcement_free);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT person_id, sequence, starts_at, duration_minutes,"
                                   " cancelled FROM panel_announcement WHERE room_id = $1"
                                   " ORDER BY person_id");

  interview_sqlite_statement_bind (statement, "s", room_id);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewPanelAnnouncement *one = g_new0 (InterviewPanelAnnouncement, 1);

      one->person_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      one->sequence = interview_sqlite_statement_get_integer (statement, 1);
      one->starts_at = interview_sqlite_statement_get_integer (statement, 2);
      one->duration_minutes = interview_sqlite_statement_get_integer (statement, 3);
      one->cancelled = interview_sqlite_statement_get_integer (statement, 4) != 0;
      g_ptr_array_add (list, one);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&list) : NULL;
}

/**
 * interview_panel_announcement_table_replace:
 * @room_id: a room
 * @announcement: what a recruiter is told now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_panel_announcement_table_replace (InterviewTransaction *transaction,
                                            const char *room_id,
                                            const InterviewPanelAnnouncement *announcement,
                                            GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO panel_announcement (room_id, person_id, sequence, starts_at,"
                   " duration_minutes, cancelled) VALUES ($1, $2, $3, $4, $5, $6)"
                   " ON CONFLICT (room_id, person_id) DO UPDATE SET sequence = $3, starts_at = $4,"
                   " duration_minutes = $5, cancelled = $6");

  interview_sqlite_statement_bind (statement, "ssiiin", room_id, announcement->person_id,
                                   announcement->sequence, announcement->starts_at,
                                   announcement->duration_minutes, announcement->cancelled);
  return interview_sqlite_statement_run (statement, error);
}
