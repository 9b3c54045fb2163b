/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/draft-table.h"

/* A machine that many people share, as in a lobby, does not collect what they left: the newest so
 * many drafts stay. */
#define MAX_DRAFTS 200

/*
 * The drafts in the spool's file: what is asked of it, on the database thread.
 */

static void
bind_key (InterviewSqliteStatement *statement, const InterviewDraftKey *key)
{
  interview_sqlite_statement_bind_text (statement, 1, key->person_id);
  interview_sqlite_statement_bind_text (statement, 2, key->place);
  interview_sqlite_statement_bind_text (statement, 3, key->room_id);
}

/**
 * interview_draft_table_get:
 * @connection: inside of a transaction
 * @key: which draft
 * @text: (out) (transfer full) (nullable): what was written; %NULL if there is no such draft
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
interview_draft_table_get (InterviewSqliteConnection *connection,
                           const InterviewDraftKey *key,
                           char **text,
                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "SELECT text FROM draft WHERE person_id = $1 AND place = $2 AND room_id = $3");

  *text = NULL;
  bind_key (statement, key);
  if (interview_sqlite_statement_next (statement))
    *text = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_sqlite_statement_finish (statement, error);
}

static gboolean
remove_draft (InterviewSqliteConnection *connection, const InterviewDraftKey *key, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "DELETE FROM draft WHERE person_id = $1 AND place = $2 AND room_id = $3");

  bind_key (statement, key);
  return interview_sqlite_statement_run (statement, error);
}

static gboolean
remove_oldest (InterviewSqliteConnection *connection, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "DELETE FROM draft WHERE (person_id, place, room_id) IN (SELECT person_id, place,"
                  " room_id FROM draft ORDER BY written_at DESC LIMIT -1 OFFSET $1)");

  interview_sqlite_statement_bind_integer (statement, 1, MAX_DRAFTS);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_draft_table_put:
 * @connection: inside of a transaction
 * @key: which draft
 * @text: what is written there now; nothing is kept of an empty one
 * @written_at: microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
interview_draft_table_put (InterviewSqliteConnection *connection,
                           const InterviewDraftKey *key,
                           const char *text,
                           gint64 written_at,
                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = NULL;

  if (*text == '\0')
    return remove_draft (connection, key, error);
  statement = interview_sqlite_connection_query (
      connection, "INSERT INTO draft (person_id, place, room_id, text, written_at)"
                  " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id, place, room_id)"
                  " DO UPDATE SET text = excluded.text, written_at = excluded.written_at");
  bind_key (statement, key);
  interview_sqlite_statement_bind_text (statement, 4, text);
  interview_sqlite_statement_bind_integer (statement, 5, written_at);
  return interview_sqlite_statement_run (statement, error) && remove_oldest (connection, error);
}

/**
 * interview_draft_table_remove_room:
 * @connection: inside of a transaction
 * @room_id: a room that is over
 * @error: return location
 *
 * Returns: whether nothing is kept any more of what somebody was writing there
 */
gboolean
interview_draft_table_remove_room (InterviewSqliteConnection *connection,
                                   const char *room_id,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection, "DELETE FROM draft WHERE room_id = $1");

  interview_sqlite_statement_bind_text (statement, 1, room_id);
  return interview_sqlite_statement_run (statement, error);
}
