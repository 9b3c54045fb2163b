/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/sharing-policy-table.h"

#include "server/store/single-row.h"

/* What holds until a company writes a rule of its own: a month, and 20 GiB, some forty hours. */
#define DEFAULT_LONGEST_DAYS 30
#define DEFAULT_QUOTA_MIB (20 * 1024)

/*
 * The table sharing_policy.
 */

/**
 * interview_sharing_policy_table_get:
 * @company_id: the company
 * @error: return location
 *
 * Returns: (transfer full): its rule, with revision 0 until it has written one, or %NULL
 */
InterviewSharingPolicy *
interview_sharing_policy_table_get (InterviewTransaction *transaction,
                                    const char *company_id,
                                    GError **error)
{
  g_autoptr (InterviewSharingPolicy) policy =
      g_object_new (INTERVIEW_TYPE_SHARING_POLICY, "allowed", TRUE, "longest-days",
                    (gint64) DEFAULT_LONGEST_DAYS, "quota-mib", (gint64) DEFAULT_QUOTA_MIB, NULL);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT revision, allowed, longest_days, quota_mib"
                                                " FROM sharing_policy WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  if (interview_sqlite_statement_next (statement))
    g_object_set (policy, "revision", interview_sqlite_statement_get_integer (statement, 0),
                  "allowed", interview_sqlite_statement_get_integer (statement, 1) != 0,
                  "longest-days", interview_sqlite_statement_get_integer (statement, 2),
                  "quota-mib", interview_sqlite_statement_get_integer (statement, 3), NULL);
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&policy) : NULL;
}

/**
 * interview_sharing_policy_table_replace:
 * @company_id: the company
 * @policy: what holds from now on, and the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if it has changed meanwhile
 *
 * Returns: whether it was done
 */
gboolean
interview_sharing_policy_table_replace (InterviewTransaction *transaction,
                                        const char *company_id,
                                        InterviewSharingPolicy *policy,
                                        GError **error)
{
  gint64 revision = interview_sharing_policy_get_revision (policy);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, revision == 0
                       ? "INSERT INTO sharing_policy (company_id, revision, allowed, longest_days,"
                         " quota_mib) VALUES ($1, $2 + 1, $3, $4, $5) ON CONFLICT DO NOTHING"
                       : "UPDATE sharing_policy SET revision = revision + 1, allowed = $3,"
                         " longest_days = $4, quota_mib = $5 WHERE company_id = $1"
                         " AND revision = $2");

  interview_sqlite_statement_bind (statement, "sinii", company_id, revision,
                                   interview_sharing_policy_get_allowed (policy),
                                   interview_sharing_policy_get_longest_days (policy),
                                   interview_sharing_policy_get_quota_mib (policy));
  return interview_single_row_update (transaction, statement, error);
}
