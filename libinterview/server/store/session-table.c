/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/session-table.h"

/*
 * The table session. Only the hash of a token is kept.
 */

#define SELECT_SESSION                                                                             \
  "SELECT id, company_id, person_id, invitation_id, room_id, end_reason, expires_at FROM session "

/**
 * interview_session_row_free:
 * @row: (transfer full): a row
 */
void
interview_session_row_free (InterviewSessionRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->person_id);
  g_free (row->invitation_id);
  g_free (row->room_id);
  g_free (row->end_reason);
  g_free (row);
}

static InterviewSessionRow *
read_session (InterviewSqliteStatement *statement)
{
  InterviewSessionRow *row = g_new0 (InterviewSessionRow, 1);

  row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->person_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
  row->invitation_id = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 4));
  row->end_reason = g_strdup (interview_sqlite_statement_get_text (statement, 5));
  row->expires_at = interview_sqlite_statement_get_integer (statement, 6);
  return row;
}

gboolean
interview_session_table_insert (InterviewTransaction *transaction,
                                const InterviewSessionRow *row,
                                GBytes *token_hash,
                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO session (id, token_hash, company_id, person_id, invitation_id,"
                   " room_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

  interview_sqlite_statement_bind (statement, "syssssii", row->id, token_hash, row->company_id,
                                   row->person_id, row->invitation_id, row->room_id,
                                   interview_transaction_get_now (transaction), row->expires_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_session_table_find:
 * @token_hash: hash of the token of a request
 * @row: (out) (transfer full) (nullable): the session, ended or not; %NULL if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_session_table_find (InterviewTransaction *transaction,
                              GBytes *token_hash,
                              InterviewSessionRow **row,
                              GError **error)
{
  g_autoptr (InterviewSessionRow) found = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_SESSION "WHERE token_hash = $1");

  *row = NULL;
  interview_sqlite_statement_bind (statement, "y", token_hash);
  if (interview_sqlite_statement_next (statement))
    found = read_session (statement);
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  *row = g_steal_pointer (&found);
  return TRUE;
}

gboolean
interview_session_table_get_expiry (InterviewTransaction *transaction,
                                    const char *id,
                                    gint64 *expires_at,
                                    GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT expires_at FROM session WHERE id = $1");

  *expires_at = 0;
  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    *expires_at = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static GPtrArray *
list (InterviewSqliteStatement *statement, const char *key, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_session_row_free);

  interview_sqlite_statement_bind (statement, "si", key, now);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_session (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_session_table_list_open:
 * @person_id: a person
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewSessionRow): their sessions that work, or %NULL
 */
GPtrArray *
interview_session_table_list_open (InterviewTransaction *transaction,
                                   const char *person_id,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      SELECT_SESSION "WHERE person_id = $1 AND end_reason IS NULL AND expires_at > $2");

  return list (statement, person_id, interview_transaction_get_now (transaction), error);
}

/**
 * interview_session_table_list_of_room:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewSessionRow): the sessions that began with an
 *   invitation to the room and work, or %NULL
 */
GPtrArray *
interview_session_table_list_of_room (InterviewTransaction *transaction,
                                      const char *room_id,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_SESSION
                                   "WHERE room_id = $1 AND end_reason IS NULL AND expires_at > $2");

  return list (statement, room_id, interview_transaction_get_now (transaction), error);
}

gboolean
interview_session_table_end (InterviewTransaction *transaction,
                             const char *id,
                             const char *reason,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE session SET end_reason = $2 WHERE id = $1 AND end_reason IS NULL");

  interview_sqlite_statement_bind (statement, "ss", id, reason);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_session_table_clean_up:
 * @error: return location
 *
 * Forgets the sessions that have expired.
 *
 * Returns: whether it was done
 */
gboolean
interview_session_table_clean_up (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM session WHERE expires_at <= $1");

  interview_sqlite_statement_bind (statement, "i", interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}
