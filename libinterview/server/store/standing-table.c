/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/standing-table.h"

#include "server/store/choice.h"

#define COLUMNS                                                                                    \
  "SELECT recruiter_id, revision, state, reason, changed_at, judged, forgiven, place FROM "        \
  "standing "

/*
 * The table standing. Who has no row is qualified and was never judged.
 */

/**
 * interview_standing_row_free:
 * @row: (transfer full): a row
 */
void
interview_standing_row_free (InterviewStandingRow *row)
{
  g_free (row->recruiter_id);
  g_free (row->reason);
  g_free (row);
}

static InterviewStandingRow *
read_row (InterviewSqliteStatement *statement)
{
  InterviewStandingRow *row = g_new0 (InterviewStandingRow, 1);

  row->recruiter_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->revision = interview_sqlite_statement_get_integer (statement, 1);
  row->state = interview_choice_from_nick (INTERVIEW_TYPE_STANDING_STATE,
                                           interview_sqlite_statement_get_text (statement, 2));
  row->reason = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->changed_at = interview_sqlite_statement_get_integer (statement, 4);
  row->judged = interview_sqlite_statement_get_integer (statement, 5);
  row->forgiven = interview_sqlite_statement_get_integer (statement, 6);
  row->place = interview_sqlite_statement_get_integer (statement, 7);
  return row;
}

/**
 * interview_standing_table_get:
 * @recruiter_id: a recruiter
 * @error: return location
 *
 * Returns: (transfer full): where they stand, with revision 0 if that was never written, or %NULL
 */
InterviewStandingRow *
interview_standing_table_get (InterviewTransaction *transaction,
                              const char *recruiter_id,
                              GError **error)
{
  g_autoptr (InterviewStandingRow) row = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, COLUMNS "WHERE recruiter_id = $1");

  interview_sqlite_statement_bind (statement, "s", recruiter_id);
  if (interview_sqlite_statement_next (statement))
    row = read_row (statement);
  if (!interview_sqlite_statement_finish (statement, error))
    return NULL;
  if (row == NULL)
    {
      row = g_new0 (InterviewStandingRow, 1);
      row->recruiter_id = g_strdup (recruiter_id);
    }
  return g_steal_pointer (&row);
}

/**
 * interview_standing_table_list:
 * @company_id: the company
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 InterviewStandingRow): the rows by recruiter, or
 *   %NULL
 */
GHashTable *
interview_standing_table_list (InterviewTransaction *transaction,
                               const char *company_id,
                               GError **error)
{
  g_autoptr (GHashTable) rows =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                             (GDestroyNotify) interview_standing_row_free);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, COLUMNS "WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewStandingRow *row = read_row (statement);

      g_hash_table_insert (rows, row->recruiter_id, row);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_standing_table_set:
 * @company_id: the recruiter's company
 * @row: where they stand now, with the revision of that
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_standing_table_set (InterviewTransaction *transaction,
                              const char *company_id,
                              const InterviewStandingRow *row,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO standing (recruiter_id, company_id, revision, state, reason,"
                   " changed_at, judged, forgiven, place)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                   " ON CONFLICT (recruiter_id) DO UPDATE SET revision = excluded.revision,"
                   " state = excluded.state, reason = excluded.reason,"
                   " changed_at = excluded.changed_at, judged = excluded.judged,"
                   " forgiven = excluded.forgiven, place = excluded.place");

  interview_sqlite_statement_bind (
      statement, "ssissiiii", row->recruiter_id, company_id, row->revision,
      interview_choice_to_nick (INTERVIEW_TYPE_STANDING_STATE, (int) row->state), row->reason,
      row->changed_at, row->judged, row->forgiven, row->place);
  return interview_sqlite_statement_run (statement, error);
}
