/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/identity-table.h"

/*
 * The table identity: how a person proves who they are.
 */

gboolean
interview_identity_table_insert (InterviewTransaction *transaction,
                                 const char *id,
                                 const char *person_id,
                                 const char *provider,
                                 const char *subject,
                                 const char *secret,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO identity (id, person_id, provider, subject, secret, created_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6)");

  interview_sqlite_statement_bind (statement, "sssssi", id, person_id, provider, subject, secret,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_identity_table_find:
 * @provider: who says that the subject is somebody
 * @subject: what the provider calls them
 * @person_id: (out) (transfer full) (nullable): who it is, %NULL if nobody
 * @secret: (out) (transfer full) (nullable): the stored secret
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_identity_table_find (InterviewTransaction *transaction,
                               const char *provider,
                               const char *subject,
                               char **person_id,
                               char **secret,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT person_id, secret FROM identity WHERE provider = $1 AND subject = $2");

  *person_id = *secret = NULL;
  interview_sqlite_statement_bind (statement, "ss", provider, subject);
  if (interview_sqlite_statement_next (statement))
    {
      *person_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      *secret = g_strdup (interview_sqlite_statement_get_text (statement, 1));
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_identity_table_get_secret:
 * @secret: (out) (transfer full) (nullable): the stored secret, %NULL if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_identity_table_get_secret (InterviewTransaction *transaction,
                                     const char *person_id,
                                     const char *provider,
                                     char **secret,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT secret FROM identity WHERE person_id = $1 AND provider = $2");

  *secret = NULL;
  interview_sqlite_statement_bind (statement, "ss", person_id, provider);
  if (interview_sqlite_statement_next (statement))
    *secret = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_sqlite_statement_finish (statement, error);
}

gboolean
interview_identity_table_set_secret (InterviewTransaction *transaction,
                                     const char *person_id,
                                     const char *provider,
                                     const char *secret,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE identity SET secret = $3, revision = revision + 1"
                                   " WHERE person_id = $1 AND provider = $2");

  interview_sqlite_statement_bind (statement, "sss", person_id, provider, secret);
  return interview_sqlite_statement_run (statement, error);
}
