/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/idempotency-table.h"

/*
 * The table idempotency: answers that were given, by the key that the program made.
 */

/**
 * interview_idempotency_row_free:
 * @row: (transfer full): a row
 */
void
interview_idempotency_row_free (InterviewIdempotencyRow *row)
{
  g_bytes_unref (row->request_hash);
  g_clear_pointer (&row->sealed_body, g_bytes_unref);
  g_free (row);
}

/**
 * interview_idempotency_table_find:
 * @actor_id: who asks
 * @key: the key of the request
 * @row: (out) (transfer full) (nullable): the answer that was given, %NULL if none was
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_idempotency_table_find (InterviewTransaction *transaction,
                                  const char *actor_id,
                                  const char *key,
                                  InterviewIdempotencyRow **row,
                                  GError **error)
{
  g_autoptr (InterviewIdempotencyRow) found = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT request_hash, status, sealed_body FROM idempotency"
                                   " WHERE actor_id = $1 AND key = $2 AND expires_at > $3");

  *row = NULL;
  interview_sqlite_statement_bind (statement, "ssi", actor_id, key,
                                   interview_transaction_get_now (transaction));
  if (interview_sqlite_statement_next (statement))
    {
      found = g_new0 (InterviewIdempotencyRow, 1);
      found->request_hash = interview_sqlite_statement_get_bytes (statement, 0);
      found->status = (guint) interview_sqlite_statement_get_integer (statement, 1);
      if (!interview_sqlite_statement_is_null (statement, 2))
        found->sealed_body = interview_sqlite_statement_get_bytes (statement, 2);
    }
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  *row = g_steal_pointer (&found);
  return TRUE;
}

/**
 * interview_idempotency_table_insert:
 * @actor_id: who asked
 * @key: the key of the request
 * @row: the answer; it takes the place of an expired one
 * @expires_at: until when it is kept, microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_idempotency_table_insert (InterviewTransaction *transaction,
                                    const char *actor_id,
                                    const char *key,
                                    const InterviewIdempotencyRow *row,
                                    gint64 expires_at,
                                    GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO idempotency (actor_id, key, request_hash, status, sealed_body, expires_at)"
      " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (actor_id, key) DO UPDATE SET"
      " request_hash = $3, status = $4, sealed_body = $5, expires_at = $6");

  interview_sqlite_statement_bind (statement, "ssynyi", actor_id, key, row->request_hash,
                                   (int) row->status, row->sealed_body, expires_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_idempotency_table_clean_up:
 * @error: return location
 *
 * Forgets the answers that have expired.
 *
 * Returns: whether it was done
 */
gboolean
interview_idempotency_table_clean_up (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM idempotency WHERE expires_at <= $1");

  interview_sqlite_statement_bind (statement, "i", interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}
