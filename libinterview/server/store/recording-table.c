/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/recording-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

#define COLUMNS                                                                                    \
  "id, company_id, room_id, asked_by, scope, state, text_version, asked_at, started_at, ended_at," \
  " absent_since"
#define IS_OPEN "state IN ('asking', 'running')"

/*
 * The table recording.
 */

/**
 * interview_recording_row_free:
 * @row: (transfer full): a row
 */
void
interview_recording_row_free (InterviewRecordingRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->room_id);
  g_free (row->asked_by);
  g_free (row);
}

static InterviewRecordingRow *
read_row (InterviewSqliteStatement *statement)
{
  InterviewRecordingRow *row = g_new0 (InterviewRecordingRow, 1);
  const char *scope = interview_sqlite_statement_get_text (statement, 4);
  const char *state = interview_sqlite_statement_get_text (statement, 5);

  row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
  row->asked_by = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->scope = interview_choice_from_nick (INTERVIEW_TYPE_RECORDING_SCOPE, scope);
  row->state = interview_choice_from_nick (INTERVIEW_TYPE_RECORDING_STATE, state);
  row->text_version = interview_sqlite_statement_get_integer (statement, 6);
  row->asked_at = interview_sqlite_statement_get_integer (statement, 7);
  row->started_at = interview_sqlite_statement_get_integer (statement, 8);
  row->ended_at = interview_sqlite_statement_get_integer (statement, 9);
  row->absent = !interview_sqlite_statement_is_null (statement, 10);
  return row;
}

/**
 * interview_recording_table_insert:
 * @head: the row's head
 * @row: the rest of it; its own identifiers do not matter
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if one is open in the room
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_table_insert (InterviewTransaction *transaction,
                                  const InterviewRowHead *head,
                                  const InterviewRecordingRow *row,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO recording (id, company_id, unit_id, external_id, room_id, asked_by,"
                   " scope, state, text_version, asked_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");

  interview_sqlite_statement_bind (statement, "ssssssssii", head->id, head->company_id,
                                   head->unit_id, head->external_id, row->room_id, row->asked_by,
                                   interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_SCOPE,
                                                             row->scope),
                                   interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_STATE,
                                                             row->state),
                                   row->text_version, row->asked_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_recording_table_get:
 * @recording_id: an identifier
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the row, or %NULL
 */
InterviewRecordingRow *
interview_recording_table_get (InterviewTransaction *transaction,
                               const char *recording_id,
                               GError **error)
{
  g_autoptr (InterviewRecordingRow) row = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT " COLUMNS " FROM recording WHERE id = $1");

  interview_sqlite_statement_bind (statement, "s", recording_id);
  if (interview_sqlite_statement_next (statement))
    row = read_row (statement);
  return interview_single_row_finish (statement, row != NULL, "there is no such recording", error)
             ? g_steal_pointer (&row)
             : NULL;
}

/**
 * interview_recording_table_find_last:
 * @room_id: a room
 * @row: (out) (transfer full) (nullable): the last recording in it; %NULL if there was none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_recording_table_find_last (InterviewTransaction *transaction,
                                     const char *room_id,
                                     InterviewRecordingRow **row,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT " COLUMNS " FROM recording WHERE room_id = $1"
                                   " ORDER BY " IS_OPEN " DESC, asked_at DESC, id DESC LIMIT 1");

  *row = NULL;
  interview_sqlite_statement_bind (statement, "s", room_id);
  if (interview_sqlite_statement_next (statement))
    *row = read_row (statement);
  if (interview_sqlite_statement_finish (statement, error))
    return TRUE;
  g_clear_pointer (row, interview_recording_row_free);
  return FALSE;
}

/**
 * interview_recording_table_list:
 * @room_id: a room
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRecordingRow): its recordings, newest first, or
 *   %NULL
 */
GPtrArray *
interview_recording_table_list (InterviewTransaction *transaction,
                                const char *room_id,
                                guint limit,
                                GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_recording_row_free);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT " COLUMNS " FROM recording WHERE room_id = $1"
                                   " ORDER BY asked_at DESC, id DESC LIMIT $2");

  interview_sqlite_statement_bind (statement, "sn", room_id, (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_row (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_recording_table_set_state:
 * @row: the row with its new state and times
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_table_set_state (InterviewTransaction *transaction,
                                     const InterviewRecordingRow *row,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE recording SET state = $2, started_at = $3, ended_at = $4,"
                   " revision = revision + 1 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "ssii", row->id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_STATE,
                                                             row->state),
                                   row->started_at, row->ended_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_recording_table_set_absent:
 * @recording_id: a recording
 * @absent: whether the person whose program records has gone
 * @error: return location
 *
 * Remembers since when; a second time changes nothing.
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_table_set_absent (InterviewTransaction *transaction,
                                      const char *recording_id,
                                      gboolean absent,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, absent ? "UPDATE recording SET absent_since = coalesce (absent_since, $2)"
                            " WHERE id = $1"
                          : "UPDATE recording SET absent_since = NULL WHERE id = $1");

  if (absent)
    interview_sqlite_statement_bind (statement, "si", recording_id,
                                     interview_transaction_get_now (transaction));
  else
    interview_sqlite_statement_bind (statement, "s", recording_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_recording_table_set_all_absent:
 * @error: return location
 *
 * The server has just started: whoever recorded has to come back.
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_table_set_all_absent (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "UPDATE recording SET absent_since = coalesce (absent_since, $1) WHERE " IS_OPEN);

  interview_sqlite_statement_bind (statement, "i", interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_recording_table_list_absent:
 * @before: microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRecordingRow): the open ones whose recorder was
 *   missed before that time and has not come back, or %NULL
 */
GPtrArray *
interview_recording_table_list_absent (InterviewTransaction *transaction,
                                       gint64 before,
                                       GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_recording_row_free);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT " COLUMNS " FROM recording WHERE " IS_OPEN
                                                " AND absent_since < $1"
                                                " ORDER BY id");

  interview_sqlite_statement_bind (statement, "i", before);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_row (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}
