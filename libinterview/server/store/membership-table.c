/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/membership-table.h"

#include "server/store/choice.h"

/*
 * The table membership: what a person is in a company.
 */

gboolean
interview_membership_table_insert (InterviewTransaction *transaction,
                                   const InterviewRowHead *head,
                                   const char *person_id,
                                   InterviewRole role,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO membership (id, company_id, unit_id, external_id, person_id, role,"
                   " created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)");

  interview_sqlite_statement_bind (statement, "ssssssi", head->id, head->company_id, head->unit_id,
                                   head->external_id, person_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROLE, role),
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_membership_table_find:
 * @person_id: a person
 * @company_id: (out) (transfer full) (nullable): their company, the first they
 *   came to; %NULL if none
 * @unit_id: (out) (transfer full) (nullable): their branch of it
 * @role: (out): what they are in it
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_membership_table_find (InterviewTransaction *transaction,
                                 const char *person_id,
                                 char **company_id,
                                 char **unit_id,
                                 InterviewRole *role,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT company_id, unit_id, role FROM membership WHERE person_id = $1"
                   " ORDER BY created_at, id LIMIT 1");

  *company_id = *unit_id = NULL;
  interview_sqlite_statement_bind (statement, "s", person_id);
  if (interview_sqlite_statement_next (statement))
    {
      *company_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      *unit_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      *role = interview_choice_from_nick (INTERVIEW_TYPE_ROLE,
                                          interview_sqlite_statement_get_text (statement, 2));
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_membership_table_add_readers:
 * @company_id: the company
 * @role: a role in it
 * @person_ids: (element-type utf8): where to add everybody who has the role
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_membership_table_add_readers (InterviewTransaction *transaction,
                                        const char *company_id,
                                        InterviewRole role,
                                        GPtrArray *person_ids,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT person_id FROM membership WHERE company_id = $1 AND role = $2");

  interview_sqlite_statement_bind (statement, "ss", company_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROLE, role));
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (person_ids, g_strdup (interview_sqlite_statement_get_text (statement, 0)));
  return interview_sqlite_statement_finish (statement, error);
}
