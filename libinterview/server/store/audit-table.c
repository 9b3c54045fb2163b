/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/audit-table.h"

#include "core/id.h"
#include "server/store/choice.h"

/*
 * The table audit_entry. Its triggers refuse every change, whoever tries.
 */

/**
 * interview_audit_table_insert:
 * @entry: what was done
 * @error: return location
 *
 * Writes down what was done, with the names as they are now.
 *
 * Returns: whether it was done
 */
gboolean
interview_audit_table_insert (InterviewTransaction *transaction,
                              const InterviewNewAuditEntry *entry,
                              GError **error)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO audit_entry (id, company_id, at, kind, actor_id, actor_name,"
                   " subject_id, subject_name, reason, former, latter) VALUES ($1, $2, $3, $4, $5,"
                   " (SELECT display_name FROM person WHERE id = $5), $6,"
                   " (SELECT display_name FROM person WHERE id = $6), $7, $8, $9)");

  interview_sqlite_statement_bind (
      statement, "ssissssss", id, entry->company_id, interview_transaction_get_now (transaction),
      interview_choice_to_nick (INTERVIEW_TYPE_AUDIT_KIND, entry->kind), entry->actor_id,
      entry->subject_id, entry->reason, entry->former, entry->latter);
  return interview_sqlite_statement_run (statement, error);
}

static InterviewAuditEntry *
read_entry (InterviewSqliteStatement *statement)
{
  const char *kind = interview_sqlite_statement_get_text (statement, 2);

  return g_object_new (INTERVIEW_TYPE_AUDIT_ENTRY, "id",
                       interview_sqlite_statement_get_text (statement, 0), "at",
                       interview_sqlite_statement_get_integer (statement, 1), "kind",
                       interview_choice_from_nick (INTERVIEW_TYPE_AUDIT_KIND, kind), "actor-id",
                       interview_sqlite_statement_get_text (statement, 3), "actor-name",
                       interview_sqlite_statement_get_text (statement, 4), "subject-id",
                       interview_sqlite_statement_get_text (statement, 5), "subject-name",
                       interview_sqlite_statement_get_text (statement, 6), "reason",
                       interview_sqlite_statement_get_text (statement, 7), "former",
                       interview_sqlite_statement_get_text (statement, 8), "latter",
                       interview_sqlite_statement_get_text (statement, 9), NULL);
}

/**
 * interview_audit_table_list:
 * @company_id: the company
 * @before: only what was done before, microseconds since 1970 in UTC
 * @before_id: identifier of the last entry that was listed, or an empty text
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewAuditEntry): the entries, newest first, or %NULL
 */
GPtrArray *
interview_audit_table_list (InterviewTransaction *transaction,
                            const char *company_id,
                            gint64 before,
                            const char *before_id,
                            guint limit,
                            GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT id, at, kind, actor_id, actor_name, subject_id,"
                                   " subject_name, reason, former, latter FROM audit_entry"
                                   " WHERE company_id = $1 AND (at < $2 OR (at = $2 AND id < $3))"
                                   " ORDER BY at DESC, id DESC LIMIT $4");

  interview_sqlite_statement_bind (statement, "sisn", company_id, before, before_id, (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (entries, read_entry (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&entries) : NULL;
}
