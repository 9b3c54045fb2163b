/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/assignment-table.h"

/*
 * The table assignment: the recruiters of a room.
 */

gboolean
interview_assignment_table_insert (InterviewTransaction *transaction,
                                   const char *room_id,
                                   const char *recruiter_id,
                                   int place,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO assignment (room_id, recruiter_id, place) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "ssn", room_id, recruiter_id, place);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_assignment_table_clear:
 * @room_id: a room, which has no recruiters then
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_assignment_table_clear (InterviewTransaction *transaction,
                                  const char *room_id,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM assignment WHERE room_id = $1");

  interview_sqlite_statement_bind (statement, "s", room_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_assignment_table_list:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewParticipant): its recruiters, or %NULL
 */
GPtrArray *
interview_assignment_table_list (InterviewTransaction *transaction,
                                 const char *room_id,
                                 GError **error)
{
  g_autoptr (GPtrArray) recruiters = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT p.id, p.display_name FROM assignment s"
                   " JOIN person p ON p.id = s.recruiter_id WHERE s.room_id = $1 ORDER BY s.place");

  interview_sqlite_statement_bind (statement, "s", room_id);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (recruiters, g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                                               interview_sqlite_statement_get_text (statement, 0),
                                               "display-name",
                                               interview_sqlite_statement_get_text (statement, 1),
                                               "role", INTERVIEW_ROLE_RECRUITER, NULL));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&recruiters)
                                                              : NULL;
}

/**
 * interview_assignment_table_contains:
 * @assigned: (out): whether the recruiter is one of the room
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_assignment_table_contains (InterviewTransaction *transaction,
                                     const char *room_id,
                                     const char *recruiter_id,
                                     gboolean *assigned,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT 1 FROM assignment WHERE room_id = $1 AND recruiter_id = $2");

  interview_sqlite_statement_bind (statement, "ss", room_id, recruiter_id);
  *assigned = interview_sqlite_statement_next (statement);
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_assignment_table_has_candidate:
 * @met: (out): whether the recruiter has a room with the candidate
 * @error: return location
 *
 * Returns: whether the tables could be read
 */
gboolean
interview_assignment_table_has_candidate (InterviewTransaction *transaction,
                                          const char *recruiter_id,
                                          const char *candidate_id,
                                          gboolean *met,
                                          GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT 1 FROM assignment s JOIN room r ON r.id = s.room_id"
                                   " JOIN application a ON a.id = r.application_id"
                                   " WHERE s.recruiter_id = $1 AND a.candidate_id = $2 LIMIT 1");

  interview_sqlite_statement_bind (statement, "ss", recruiter_id, candidate_id);
  *met = interview_sqlite_statement_next (statement);
  return interview_sqlite_statement_finish (statement, error);
}
