/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/blob-table.h"

#include "server/store/single-row.h"

/*
 * The table blob.
 */

/**
 * interview_blob_table_insert:
 * @head: the row's head
 * @blob: hash, size, type and name; its identifiers are those of @head
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_blob_table_insert (InterviewTransaction *transaction,
                             const InterviewRowHead *head,
                             const InterviewBlobRow *blob,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO blob (id, company_id, unit_id, external_id, hash, size,"
                   " content_type, name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

  interview_sqlite_statement_bind (statement, "sssssissi", head->id, head->company_id,
                                   head->unit_id, head->external_id, blob->hash, blob->size,
                                   blob->content_type, blob->name,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_blob_table_get:
 * @id: a blob of any company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): what is known of it, or %NULL
 */
InterviewBlobRow *
interview_blob_table_get (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewBlobRow) row = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT company_id, hash, size, content_type, name FROM blob WHERE id = $1");

  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    {
      row = g_new0 (InterviewBlobRow, 1);
      row->id = g_strdup (id);
      row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      row->hash = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      row->size = interview_sqlite_statement_get_integer (statement, 2);
      row->content_type = g_strdup (interview_sqlite_statement_get_text (statement, 3));
      row->name = g_strdup (interview_sqlite_statement_get_text (statement, 4));
    }
  return interview_single_row_finish (statement, row != NULL, "there is no such file", error)
             ? g_steal_pointer (&row)
             : NULL;
}

/**
 * interview_blob_table_is_picture:
 * @id: a blob
 * @picture: (out): whether it is the logo or a picture of a company's profile
 * @error: return location
 *
 * Returns: whether the tables could be read
 */
gboolean
interview_blob_table_is_picture (InterviewTransaction *transaction,
                                 const char *id,
                                 gboolean *picture,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT 1 FROM company WHERE logo_blob_id = $1"
                   " UNION ALL SELECT 1 FROM company_picture WHERE blob_id = $1 LIMIT 1");

  interview_sqlite_statement_bind (statement, "s", id);
  *picture = interview_sqlite_statement_next (statement);
  return interview_sqlite_statement_finish (statement, error);
}
