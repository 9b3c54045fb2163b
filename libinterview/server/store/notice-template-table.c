/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/notice-template-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

/*
 * The table notice_template.
 */

static const char *
kind_of (InterviewNoticeTemplate *template)
{
  return interview_choice_to_nick (INTERVIEW_TYPE_NOTICE_KIND,
                                   interview_notice_template_get_kind (template));
}

/**
 * interview_notice_template_table_find:
 * @company_id: the company
 * @kind: what its messages are about
 * @language: the tag of its language
 * @template: (out) (transfer full) (nullable): the company's own, %NULL if the built-in one holds
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_notice_template_table_find (InterviewTransaction *transaction,
                                      const char *company_id,
                                      InterviewNoticeKind kind,
                                      const char *language,
                                      InterviewNoticeTemplate **template,
                                      GError **error)
{
  g_autoptr (InterviewNoticeTemplate) found = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT revision, subject, body, brief FROM notice_template"
                                   " WHERE company_id = $1 AND kind = $2 AND language = $3");

  *template = NULL;
  interview_sqlite_statement_bind (statement, "sss", company_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_NOTICE_KIND, kind),
                                   language);
  if (interview_sqlite_statement_next (statement))
    found =
        g_object_new (INTERVIEW_TYPE_NOTICE_TEMPLATE, "kind", kind, "language", language, "custom",
                      TRUE, "revision", interview_sqlite_statement_get_integer (statement, 0),
                      "subject", interview_sqlite_statement_get_text (statement, 1), "body",
                      interview_sqlite_statement_get_text (statement, 2), "brief",
                      interview_sqlite_statement_get_text (statement, 3), NULL);
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  *template = g_steal_pointer (&found);
  return TRUE;
}

/**
 * interview_notice_template_table_replace:
 * @company_id: the company
 * @template: what it says from now on, and the revision that this is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if it has changed meanwhile
 *
 * Returns: whether it was done
 */
gboolean
interview_notice_template_table_replace (InterviewTransaction *transaction,
                                         const char *company_id,
                                         InterviewNoticeTemplate *template,
                                         GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO notice_template (company_id, kind, language, subject, body, brief)"
                   " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (company_id, kind, language)"
                   " DO UPDATE SET subject = $4, body = $5, brief = $6,"
                   " revision = notice_template.revision + 1"
                   " WHERE notice_template.revision = $7");

  interview_sqlite_statement_bind (statement, "ssssssi", company_id, kind_of (template),
                                   interview_notice_template_get_language (template),
                                   interview_notice_template_get_subject (template),
                                   interview_notice_template_get_body (template),
                                   interview_notice_template_get_brief (template),
                                   interview_notice_template_get_revision (template));
  return interview_single_row_update (transaction, statement, error);
}

/**
 * interview_notice_template_table_remove:
 * @company_id: the company
 * @template: which one goes, and the revision that this is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if it has changed meanwhile
 *
 * Lets the built-in text hold again.
 *
 * Returns: whether it was done
 */
gboolean
interview_notice_template_table_remove (InterviewTransaction *transaction,
                                        const char *company_id,
                                        InterviewNoticeTemplate *template,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "DELETE FROM notice_template WHERE company_id = $1"
                                   " AND kind = $2 AND language = $3 AND revision = $4");

  interview_sqlite_statement_bind (statement, "sssi", company_id, kind_of (template),
                                   interview_notice_template_get_language (template),
                                   interview_notice_template_get_revision (template));
  return interview_single_row_update (transaction, statement, error);
}
