/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/delivery-token-table.h"

/*
 * The table delivery_token.
 */

/**
 * interview_delivery_token_table_insert:
 * @token_hash: hash of a new token
 * @room_id: the room whose ratings may be delivered with it
 * @scale: the best mark of the form that it comes with
 * @expires_at: until when, microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_delivery_token_table_insert (InterviewTransaction *transaction,
                                       GBytes *token_hash,
                                       const char *room_id,
                                       gint64 scale,
                                       gint64 expires_at,
                                       GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO delivery_token (token_hash, room_id, scale, created_at,"
                   " expires_at) VALUES ($1, $2, $3, $4, $5)");

  interview_sqlite_statement_bind (statement, "ysiii", token_hash, room_id, scale,
                                   interview_transaction_get_now (transaction), expires_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_delivery_token_table_find:
 * @token_hash: hash of the token of a rating
 * @room_id: (out) (transfer full) (nullable): the room whose ratings may be delivered with it,
 *   %NULL for an unknown or expired token
 * @scale: (out): the best mark of the form that came with it, 0 if that was not kept
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_delivery_token_table_find (InterviewTransaction *transaction,
                                     GBytes *token_hash,
                                     char **room_id,
                                     gint64 *scale,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT room_id, scale FROM delivery_token WHERE token_hash = $1 AND expires_at > $2");

  *room_id = NULL;
  *scale = 0;
  interview_sqlite_statement_bind (statement, "yi", token_hash,
                                   interview_transaction_get_now (transaction));
  if (interview_sqlite_statement_next (statement))
    {
      *room_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      *scale = interview_sqlite_statement_get_integer (statement, 1);
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_delivery_token_table_clean_up:
 * @error: return location
 *
 * Forgets the tokens that have expired.
 *
 * Returns: whether it was done
 */
gboolean
interview_delivery_token_table_clean_up (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "DELETE FROM delivery_token WHERE expires_at <= $1");

  interview_sqlite_statement_bind (statement, "i", interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}
