/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-store.h"
#include "server/store/audit-table.h"

static void
step_write (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *lin = sample_store_find_id (transaction, "person", "lin");
  g_autofree char *shen = sample_store_find_id (transaction, "person", "shen");
  g_autofree char *company = sample_store_find_id (transaction, "company", "heronreed");
  g_autoptr (GError) error = NULL;
  const InterviewNewAuditEntry entry = {
    .company_id = company,
    .kind = INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED,
    .actor_id = shen,
    .subject_id = lin,
    .reason = "a talk was held",
    .former = "proposed",
    .latter = "withdrawn",
  };

  interview_audit_table_insert (transaction, &entry, &error);
  g_assert_no_error (error);
}

static void
assert_refused (InterviewTransaction *transaction, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);
  g_autoptr (GError) error = NULL;

  g_assert_false (interview_sqlite_statement_run (statement, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "an audit entry is never"));
}

/* Not even the store itself can be asked to forget. */
static void
step_tamper (InterviewTransaction *transaction, gpointer data)
{
  static const char *const columns[] = { "id",       "company_id", "at",         "kind",
                                         "actor_id", "actor_name", "subject_id", "reason",
                                         "former",   "latter",     "rowid",      "subject_name" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE audit_entry SET %s = %s", columns[i], columns[i]);

      assert_refused (transaction, sql);
    }
  assert_refused (transaction, "DELETE FROM audit_entry");
  assert_refused (transaction, "INSERT OR REPLACE INTO audit_entry (id, company_id, at, kind)"
                               " SELECT id, company_id, at, 'reinstated' FROM audit_entry");
  assert_refused (transaction, "INSERT INTO audit_entry (id, company_id, at, kind)"
                               " SELECT id, company_id, at, kind FROM audit_entry WHERE true"
                               " ON CONFLICT (id) DO UPDATE SET reason = 'none'");
}

static void
step_read (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *company = sample_store_find_id (transaction, "company", "heronreed");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      interview_audit_table_list (transaction, company, G_MAXINT64, "", 10, &error);
  InterviewAuditEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  interview_record_validate (INTERVIEW_RECORD (entry), &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_audit_entry_get_kind (entry), ==,
                   INTERVIEW_AUDIT_KIND_WITHDRAWAL_CONFIRMED);
  g_assert_cmpstr (interview_audit_entry_get_actor_name (entry), ==, "沈佳宁 Shen Jianing");
  g_assert_cmpstr (interview_audit_entry_get_subject_name (entry), ==, "林雅婷 Lin Yating");
  g_assert_cmpstr (interview_audit_entry_get_reason (entry), ==, "a talk was held");
  g_assert_cmpstr (interview_audit_entry_get_former (entry), ==, "proposed");
  g_assert_cmpstr (interview_audit_entry_get_latter (entry), ==, "withdrawn");
  g_assert_cmpint (interview_audit_entry_get_at (entry), ==, SAMPLE_NOW);
}

static void
test_never_changed (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_write, NULL);
  sample_store_do (store, step_tamper, NULL);
  sample_store_do (store, step_read, NULL);
}

void
add_audit_tests (void)
{
  g_test_add_func ("/server/audit/never-changed", test_never_changed);
}
