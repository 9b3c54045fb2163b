/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/unit-table.h"

/*
 * The tables unit and unit_text: the branches of a company, a tree whose root has no parent.
 */

gboolean
interview_unit_table_insert (InterviewTransaction *transaction,
                             const char *id,
                             const char *company_id,
                             const char *parent_id,
                             const char *external_id,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO unit (id, company_id, parent_id, external_id, created_at)"
                   " VALUES ($1, $2, $3, $4, $5)");

  interview_sqlite_statement_bind (statement, "ssssi", id, company_id, parent_id, external_id,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_unit_table_insert_text (InterviewTransaction *transaction,
                                  const char *id,
                                  const char *language,
                                  const char *name,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO unit_text (unit_id, language, name) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "sss", id, language, name);
  return interview_sqlite_statement_run (statement, error);
}
