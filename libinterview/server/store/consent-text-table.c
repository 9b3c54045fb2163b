/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/consent-text-table.h"

#include "server/store/single-row.h"

/*
 * The table consent_text. Its triggers refuse every change of a text that is there.
 */

/**
 * interview_consent_text_table_insert:
 * @company_id: whose text it is
 * @text: the text, with its version and language
 * @created_by: (nullable): who wrote it; %NULL for the one that the server brings along
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_consent_text_table_insert (InterviewTransaction *transaction,
                                     const char *company_id,
                                     InterviewConsentText *text,
                                     const char *created_by,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO consent_text (company_id, version, language, text, created_by,"
                   " created_at) VALUES ($1, $2, $3, $4, $5, $6)");

  interview_sqlite_statement_bind (statement, "sisssi", company_id,
                                   interview_consent_text_get_version (text),
                                   interview_consent_text_get_language (text),
                                   interview_consent_text_get_text (text), created_by,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_consent_text_table_get_version:
 * @company_id: a company
 * @version: (out): its newest version, 0 if it has none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_consent_text_table_get_version (InterviewTransaction *transaction,
                                          const char *company_id,
                                          gint64 *version,
                                          GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT coalesce (max (version), 0) FROM consent_text WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  *version = 0;
  if (interview_sqlite_statement_next (statement))
    *version = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static InterviewConsentText *
read_text (InterviewSqliteStatement *statement)
{
  return g_object_new (INTERVIEW_TYPE_CONSENT_TEXT, "version",
                       interview_sqlite_statement_get_integer (statement, 0), "language",
                       interview_sqlite_statement_get_text (statement, 1), "text",
                       interview_sqlite_statement_get_text (statement, 2), NULL);
}

/**
 * interview_consent_text_table_get:
 * @company_id: a company
 * @version: which version
 * @language: the reader's language tag, or an empty text
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the text in the language that fits best, or %NULL
 */
InterviewConsentText *
interview_consent_text_table_get (InterviewTransaction *transaction,
                                  const char *company_id,
                                  gint64 version,
                                  const char *language,
                                  GError **error)
{
  g_autoptr (InterviewConsentText) text = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT t.version, t.language, t.text FROM consent_text t"
      " JOIN company c ON c.id = t.company_id WHERE t.company_id = $1 AND t.version = $3"
      " ORDER BY t.language = $2 DESC, substr (t.language, 1, 2) = substr ($2, 1, 2) DESC,"
      " t.language = c.default_language DESC, t.language LIMIT 1");

  interview_sqlite_statement_bind (statement, "ssi", company_id, language, version);
  if (interview_sqlite_statement_next (statement))
    text = read_text (statement);
  return interview_single_row_finish (statement, text != NULL, "there is no such text", error)
             ? g_steal_pointer (&text)
             : NULL;
}

/**
 * interview_consent_text_table_list:
 * @company_id: a company
 * @version: which version
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewConsentText): its texts by language, or %NULL
 */
GPtrArray *
interview_consent_text_table_list (InterviewTransaction *transaction,
                                   const char *company_id,
                                   gint64 version,
                                   GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT version, language, text FROM consent_text WHERE company_id = $1"
                   " AND version = $2 ORDER BY language");

  interview_sqlite_statement_bind (statement, "si", company_id, version);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (texts, read_text (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&texts) : NULL;
}
