/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/application-table.h"

/*
 * The table application: a candidate for a position.
 */

/**
 * interview_application_table_ensure:
 * @head: the head of the row, if it has to be made
 * @candidate_id: who applies
 * @position_id: for what
 * @error: return location
 *
 * Returns: (transfer full): the identifier of the application, new or not, or %NULL
 */
char *
interview_application_table_ensure (InterviewTransaction *transaction,
                                    const InterviewRowHead *head,
                                    const char *candidate_id,
                                    const char *position_id,
                                    GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (InterviewSqliteStatement) find = NULL;
  g_autoptr (InterviewSqliteStatement) insert = interview_transaction_query (
      transaction, "INSERT INTO application (id, company_id, unit_id, external_id, candidate_id,"
                   " position_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
                   " ON CONFLICT (candidate_id, position_id) DO NOTHING");

  interview_sqlite_statement_bind (insert, "ssssssi", head->id, head->company_id, head->unit_id,
                                   head->external_id, candidate_id, position_id,
                                   interview_transaction_get_now (transaction));
  if (!interview_sqlite_statement_run (insert, error))
    return NULL;

  find = interview_transaction_query (
      transaction, "SELECT id FROM application WHERE candidate_id = $1 AND position_id = $2");
  interview_sqlite_statement_bind (find, "ss", candidate_id, position_id);
  if (interview_sqlite_statement_next (find))
    id = g_strdup (interview_sqlite_statement_get_text (find, 0));
  return interview_sqlite_statement_finish (find, error) ? g_steal_pointer (&id) : NULL;
}
