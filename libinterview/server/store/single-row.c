/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/single-row.h"

#include "core/error.h"

/*
 * Statements about one row that has to be there: reading it by its identifier, and changing it on
 * the ground of the revision that somebody has seen.
 */

/**
 * interview_single_row_finish:
 * @statement: a query whose only row has been read
 * @found: whether there was one
 * @missing: what to say if there was none
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether the row could be read
 */
gboolean
interview_single_row_finish (InterviewSqliteStatement *statement,
                             gboolean found,
                             const char *missing,
                             GError **error)
{
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND, missing);
  return found;
}

/**
 * interview_single_row_update:
 * @statement: a change of the row that has both the identifier and the revision
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the row has another revision by now
 *
 * Returns: whether the row was changed
 */
gboolean
interview_single_row_update (InterviewTransaction *transaction,
                             InterviewSqliteStatement *statement,
                             GError **error)
{
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  if (interview_transaction_get_changes (transaction) == 1)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT,
                       "somebody else changed this meanwhile: load it again");
  return FALSE;
}
