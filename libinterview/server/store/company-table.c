/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/company-table.h"

#include "server/store/best-text.h"
#include "server/store/json-list.h"
#include "server/store/single-row.h"

/*
 * The tables company, company_text, company_picture and company_picture_text.
 */

gboolean
interview_company_table_insert (InterviewTransaction *transaction,
                                const char *id,
                                const char *external_id,
                                const char *default_language,
                                gboolean interactive,
                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO company (id, external_id, default_language, interactive, created_at)"
      " VALUES ($1, $2, $3, $4, $5)");

  interview_sqlite_statement_bind (statement, "sssni", id, external_id, default_language,
                                   interactive, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_company_table_insert_text (InterviewTransaction *transaction,
                                     const char *id,
                                     const InterviewCompanyText *text,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO company_text (company_id, language, name, tagline, about, hiring_for, facts,"
      " links) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

  interview_sqlite_statement_bind (statement, "ssssssss", id, text->language, text->name,
                                   text->tagline, text->about, text->hiring_for, text->facts,
                                   text->links);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_company_table_set_logo (InterviewTransaction *transaction,
                                  const char *id,
                                  const char *blob_id,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE company SET logo_blob_id = $2 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "ss", id, blob_id);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_company_table_insert_picture (InterviewTransaction *transaction,
                                        const char *id,
                                        int place,
                                        const char *blob_id,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO company_picture (company_id, place, blob_id) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "sns", id, place, blob_id);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_company_table_insert_caption (InterviewTransaction *transaction,
                                        const char *id,
                                        int place,
                                        const char *language,
                                        const char *caption,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO company_picture_text (company_id, place, language, caption)"
                   " VALUES ($1, $2, $3, $4)");

  interview_sqlite_statement_bind (statement, "snss", id, place, language, caption);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_company_table_count:
 * @count: (out): number of companies
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
interview_company_table_count (InterviewTransaction *transaction, gint64 *count, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT count(*) FROM company");

  if (interview_sqlite_statement_next (statement))
    *count = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static GPtrArray *
list_pictures (InterviewTransaction *transaction,
               const char *id,
               const char *language,
               GError **error)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT p.blob_id, (SELECT t.caption FROM company_picture_text t"
      " WHERE t.company_id = p.company_id AND t.place = p.place"
      " ORDER BY t.language = $2 DESC, substr (t.language, 1, 2) = substr ($2, 1, 2) DESC,"
      " t.language = (SELECT owner.default_language FROM company owner WHERE owner.id = $1) DESC,"
      " t.language LIMIT 1)"
      " FROM company_picture p WHERE p.company_id = $1 ORDER BY p.place");

  interview_sqlite_statement_bind (statement, "ss", id, language);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (pictures,
                     g_object_new (INTERVIEW_TYPE_PICTURE, "blob-id",
                                   interview_sqlite_statement_get_text (statement, 0), "caption",
                                   interview_sqlite_statement_get_text (statement, 1), NULL));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&pictures) : NULL;
}

/**
 * interview_company_table_get:
 * @id: the company
 * @language: the reader's language tag, or an empty text
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the profile in the language that fits best, or %NULL
 */
InterviewCompany *
interview_company_table_get (InterviewTransaction *transaction,
                             const char *id,
                             const char *language,
                             GError **error)
{
  g_autoptr (GPtrArray) pictures = list_pictures (transaction, id, language, error);
  g_autoptr (InterviewCompany) company = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT c.revision, c.interactive, c.logo_blob_id, t.name, t.tagline, t.about,"
      " t.hiring_for, t.facts, t.links FROM company c"
      " JOIN company_text t ON t.company_id = c.id AND t.language = " INTERVIEW_BEST_TEXT (
          "company_text", "company_id", "c.id") " WHERE c.id = $1");

  if (pictures == NULL)
    return NULL;
  interview_sqlite_statement_bind (statement, "ss", id, language);
  if (interview_sqlite_statement_next (statement))
    {
      g_auto (GStrv) hiring_for =
          interview_json_list_get_strings (interview_sqlite_statement_get_text (statement, 6));
      g_autoptr (GPtrArray) facts =
          interview_json_list_get_records (INTERVIEW_TYPE_FACT,
                                           interview_sqlite_statement_get_text (statement, 7));
      g_autoptr (GPtrArray) links =
          interview_json_list_get_records (INTERVIEW_TYPE_FACT,
                                           interview_sqlite_statement_get_text (statement, 8));

      company =
          g_object_new (INTERVIEW_TYPE_COMPANY, "id", id, "revision",
                        interview_sqlite_statement_get_integer (statement, 0), "interactive",
                        interview_sqlite_statement_get_integer (statement, 1) != 0, "logo-blob-id",
                        interview_sqlite_statement_get_text (statement, 2), "name",
                        interview_sqlite_statement_get_text (statement, 3), "tagline",
                        interview_sqlite_statement_get_text (statement, 4), "about",
                        interview_sqlite_statement_get_text (statement, 5), "hiring-for",
                        hiring_for, "facts", facts, "links", links, "pictures", pictures, NULL);
    }
  return interview_single_row_finish (statement, company != NULL, "there is no such company", error)
             ? g_steal_pointer (&company)
             : NULL;
}

/**
 * interview_company_table_get_name:
 * @id: the company
 * @language: the reader's language tag, or an empty text
 * @error: return location
 *
 * Returns: (transfer full): the name in the language that fits best, or %NULL
 */
char *
interview_company_table_get_name (InterviewTransaction *transaction,
                                  const char *id,
                                  const char *language,
                                  GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT name FROM company_text WHERE company_id = $1 AND language = " INTERVIEW_BEST_TEXT (
          "company_text", "company_id", "$1"));

  interview_sqlite_statement_bind (statement, "ss", id, language);
  if (interview_sqlite_statement_next (statement))
    name = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  return interview_single_row_finish (statement, name != NULL, "there is no such company", error)
             ? g_steal_pointer (&name)
             : NULL;
}

/**
 * interview_company_table_switch:
 * @id: the company
 * @revision: what the change is based on
 * @interactive: whether panels, suggestions and rating are on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the company has changed meanwhile
 *
 * Returns: whether it was switched
 */
gboolean
interview_company_table_switch (InterviewTransaction *transaction,
                                const char *id,
                                gint64 revision,
                                gboolean interactive,
                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE company SET interactive = $3, revision = revision + 1"
                                   " WHERE id = $1 AND revision = $2");

  interview_sqlite_statement_bind (statement, "sin", id, revision, interactive);
  return interview_single_row_update (transaction, statement, error);
}
