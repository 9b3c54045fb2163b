/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/position-table.h"

#include "server/store/best-text.h"
#include "server/store/json-list.h"
#include "server/store/single-row.h"

/*
 * The tables position and position_text.
 */

gboolean
interview_position_table_insert (InterviewTransaction *transaction,
                                 const InterviewRowHead *head,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO position (id, company_id, unit_id, external_id, created_at)"
                   " VALUES ($1, $2, $3, $4, $5)");

  interview_sqlite_statement_bind (statement, "ssssi", head->id, head->company_id, head->unit_id,
                                   head->external_id, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_position_table_insert_text (InterviewTransaction *transaction,
                                      const char *id,
                                      const InterviewPositionText *text,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO position_text (position_id, language, title, department, location,"
                   " description, requirements) VALUES ($1, $2, $3, $4, $5, $6, $7)");

  interview_sqlite_statement_bind (statement, "sssssss", id, text->language, text->title,
                                   text->department, text->location, text->description,
                                   text->requirements);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_position_table_get_unit:
 * @company_id: the company
 * @id: a position of it
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the branch that the position is in, or %NULL
 */
char *
interview_position_table_get_unit (InterviewTransaction *transaction,
                                   const char *company_id,
                                   const char *id,
                                   GError **error)
{
  g_autofree char *unit_id = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT unit_id FROM position WHERE company_id = $1 AND id = $2");

  interview_sqlite_statement_bind (statement, "ss", company_id, id);
  if (interview_sqlite_statement_next (statement))
    unit_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_single_row_finish (statement, unit_id != NULL, "there is no such position",
                                      error)
             ? g_steal_pointer (&unit_id)
             : NULL;
}

/**
 * interview_position_table_list:
 * @company_id: the company
 * @language: the reader's language tag, or an empty text
 * @after_title: title of the last one that was listed, or an empty text
 * @after_id: identifier of the last one that was listed, or an empty text
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewPosition): the positions by title, or %NULL
 */
GPtrArray *
interview_position_table_list (InterviewTransaction *transaction,
                               const char *company_id,
                               const char *language,
                               const char *after_title,
                               const char *after_id,
                               guint limit,
                               GError **error)
{
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT p.id, p.revision, t.title, t.department, t.location, t.description, t.requirements"
      " FROM position p JOIN position_text t ON t.position_id = p.id AND t.language "
      "= " INTERVIEW_BEST_TEXT (
          "position_text", "position_id",
          "p.id") " WHERE p.company_id = $1 AND (t.title > $3 OR (t.title = $3 AND p.id > $4))"
                  " ORDER BY t.title, p.id LIMIT $5");

  interview_sqlite_statement_bind (statement, "ssssn", company_id, language, after_title, after_id,
                                   (int) limit);
  while (interview_sqlite_statement_next (statement))
    {
      g_auto (GStrv) requirements =
          interview_json_list_get_strings (interview_sqlite_statement_get_text (statement, 6));

      g_ptr_array_add (positions,
                       g_object_new (INTERVIEW_TYPE_POSITION, "id",
                                     interview_sqlite_statement_get_text (statement, 0), "revision",
                                     interview_sqlite_statement_get_integer (statement, 1), "title",
                                     interview_sqlite_statement_get_text (statement, 2),
                                     "department",
                                     interview_sqlite_statement_get_text (statement, 3), "location",
                                     interview_sqlite_statement_get_text (statement, 4),
                                     "description",
                                     interview_sqlite_statement_get_text (statement, 5),
                                     "requirements", requirements, NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&positions) : NULL;
}
