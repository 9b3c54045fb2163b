/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/resume-table.h"

#include "core/error.h"
#include "core/protocol/json-text.h"
#include "server/store/single-row.h"

/*
 * The table resume.
 */

/**
 * interview_resume_table_insert:
 * @head: the row's head
 * @person_id: whose it is
 * @document: the members of an #InterviewResume that are no column, as JSON
 * @original_blob_id: (nullable): the file that it was made from
 * @original_name: (nullable): that file's name
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_resume_table_insert (InterviewTransaction *transaction,
                               const InterviewRowHead *head,
                               const char *person_id,
                               const char *document,
                               const char *original_blob_id,
                               const char *original_name,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO resume (id, company_id, unit_id, external_id, person_id, document,"
                   " original_blob_id, original_name, created_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

  interview_sqlite_statement_bind (statement, "ssssssssi", head->id, head->company_id,
                                   head->unit_id, head->external_id, person_id, document,
                                   original_blob_id, original_name,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

static void
set_member (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static InterviewResume *
read_resume (InterviewSqliteStatement *statement, const char *person_id, GError **error)
{
  g_autoptr (JsonNode) node =
      interview_json_parse (interview_sqlite_statement_get_text (statement, 2), -1, error);
  JsonObject *object;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                           "a resume in the store cannot be read");
      return NULL;
    }
  object = json_node_get_object (node);
  set_member (object, "id", interview_sqlite_statement_get_text (statement, 0));
  json_object_set_int_member (object, "revision",
                              interview_sqlite_statement_get_integer (statement, 1));
  set_member (object, "person_id", person_id);
  set_member (object, "original_blob_id", interview_sqlite_statement_get_text (statement, 3));
  set_member (object, "original_name", interview_sqlite_statement_get_text (statement, 4));
  return interview_record_from_json (INTERVIEW_TYPE_RESUME, node, error);
}

/**
 * interview_resume_table_get:
 * @person_id: a candidate
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if they have handed in none
 *
 * Returns: (transfer full): the resume, or %NULL
 */
InterviewResume *
interview_resume_table_get (InterviewTransaction *transaction,
                            const char *person_id,
                            GError **error)
{
  g_autoptr (InterviewResume) resume = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT id, revision, document, original_blob_id, original_name"
                                   " FROM resume WHERE person_id = $1");

  interview_sqlite_statement_bind (statement, "s", person_id);
  if (interview_sqlite_statement_next (statement) &&
      (resume = read_resume (statement, person_id, error)) == NULL)
    return NULL;
  return interview_single_row_finish (statement, resume != NULL, "there is no resume", error)
             ? g_steal_pointer (&resume)
             : NULL;
}

/**
 * interview_resume_table_find_owner:
 * @blob_id: a blob
 * @person_id: (out) (transfer full) (nullable): whose resume was made from it, %NULL if nobody's
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_resume_table_find_owner (InterviewTransaction *transaction,
                                   const char *blob_id,
                                   char **person_id,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT person_id FROM resume WHERE original_blob_id = $1");

  *person_id = NULL;
  interview_sqlite_statement_bind (statement, "s", blob_id);
  if (interview_sqlite_statement_next (statement))
    *person_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_sqlite_statement_finish (statement, error);
}
