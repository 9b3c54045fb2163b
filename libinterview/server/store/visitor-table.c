/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/visitor-table.h"

/*
 * The table room_visitor: who is in which room now.
 */

/**
 * interview_visitor_table_list:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): who is in it, in the order of their identifiers,
 *   or %NULL
 */
GPtrArray *
interview_visitor_table_list (InterviewTransaction *transaction,
                              const char *room_id,
                              GError **error)
{
  g_autoptr (GPtrArray) person_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT person_id FROM room_visitor WHERE room_id = $1 ORDER BY person_id");

  interview_sqlite_statement_bind (statement, "s", room_id);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (person_ids, g_strdup (interview_sqlite_statement_get_text (statement, 0)));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&person_ids)
                                                              : NULL;
}

static gboolean
insert (InterviewTransaction *transaction,
        const char *room_id,
        const char *person_id,
        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "INSERT INTO room_visitor (room_id, person_id) VALUES ($1, $2)"
                                   " ON CONFLICT (room_id, person_id) DO NOTHING");

  interview_sqlite_statement_bind (statement, "ss", room_id, person_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_visitor_table_set:
 * @room_id: a room
 * @person_ids: (element-type utf8): who is in it now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_visitor_table_set (InterviewTransaction *transaction,
                             const char *room_id,
                             GPtrArray *person_ids,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM room_visitor WHERE room_id = $1");

  interview_sqlite_statement_bind (statement, "s", room_id);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  for (guint i = 0; i < person_ids->len; i++)
    {
      if (!insert (transaction, room_id, g_ptr_array_index (person_ids, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_visitor_table_clear:
 * @error: return location
 *
 * Forgets everybody: the server has just started, and nobody has come yet.
 *
 * Returns: whether it was done
 */
gboolean
interview_visitor_table_clear (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM room_visitor");

  return interview_sqlite_statement_run (statement, error);
}
