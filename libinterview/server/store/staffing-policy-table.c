/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/staffing-policy-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

/* What holds until a company writes a policy of its own. */
#define DEFAULT_MINIMUM_RATINGS 6
#define DEFAULT_THRESHOLD_PERCENT 40
#define DEFAULT_CAPACITY 6
#define DEFAULT_TIME_ZONE "UTC"

/*
 * The tables staffing_policy and recruiter_skill.
 */

static InterviewRecruiterSkill *
make_skill (const char *recruiter_id, GStrvBuilder *positions)
{
  g_auto (GStrv) position_ids = g_strv_builder_end (positions);

  return g_object_new (INTERVIEW_TYPE_RECRUITER_SKILL, "recruiter-id", recruiter_id, "position-ids",
                       position_ids, NULL);
}

static GPtrArray *
list_skills (InterviewTransaction *transaction, const char *company_id, GError **error)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) positions = g_strv_builder_new ();
  g_autofree char *recruiter_id = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT recruiter_id, position_id FROM recruiter_skill WHERE company_id = $1"
                   " ORDER BY recruiter_id, position_id");

  interview_sqlite_statement_bind (statement, "s", company_id);
  while (interview_sqlite_statement_next (statement))
    {
      const char *next_id = interview_sqlite_statement_get_text (statement, 0);

      if (recruiter_id != NULL && g_strcmp0 (recruiter_id, next_id) != 0)
        {
          g_ptr_array_add (skills, make_skill (recruiter_id, positions));
          g_clear_pointer (&recruiter_id, g_free);
        }
      if (recruiter_id == NULL)
        recruiter_id = g_strdup (next_id);
      g_strv_builder_add (positions, interview_sqlite_statement_get_text (statement, 1));
    }
  if (recruiter_id != NULL)
    g_ptr_array_add (skills, make_skill (recruiter_id, positions));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&skills) : NULL;
}

static InterviewStaffingPolicy *
make_default (void)
{
  return g_object_new (INTERVIEW_TYPE_STAFFING_POLICY, "order", INTERVIEW_TASK_ORDER_BEST_FIRST,
                       "minimum-ratings", (gint64) DEFAULT_MINIMUM_RATINGS, "threshold-percent",
                       (gint64) DEFAULT_THRESHOLD_PERCENT, "withdrawal",
                       INTERVIEW_WITHDRAWAL_MODE_CONFIRM, "capacity", (gint64) DEFAULT_CAPACITY,
                       "time-zone", DEFAULT_TIME_ZONE, NULL);
}

static InterviewStaffingPolicy *
read_policy (InterviewSqliteStatement *statement)
{
  const char *order = interview_sqlite_statement_get_text (statement, 1);
  const char *withdrawal = interview_sqlite_statement_get_text (statement, 5);

  return g_object_new (INTERVIEW_TYPE_STAFFING_POLICY, "revision",
                       interview_sqlite_statement_get_integer (statement, 0), "order",
                       interview_choice_from_nick (INTERVIEW_TYPE_TASK_ORDER, order),
                       "half-life-days", interview_sqlite_statement_get_integer (statement, 2),
                       "minimum-ratings", interview_sqlite_statement_get_integer (statement, 3),
                       "threshold-percent", interview_sqlite_statement_get_integer (statement, 4),
                       "withdrawal",
                       interview_choice_from_nick (INTERVIEW_TYPE_WITHDRAWAL_MODE, withdrawal),
                       "capacity", interview_sqlite_statement_get_integer (statement, 6), "choice",
                       interview_sqlite_statement_get_integer (statement, 7) != 0, "time-zone",
                       interview_sqlite_statement_get_text (statement, 8), NULL);
}

/**
 * interview_staffing_policy_table_get:
 * @company_id: the company
 * @error: return location
 *
 * Returns: (transfer full): its policy, with revision 0 until it has written one, or %NULL
 */
InterviewStaffingPolicy *
interview_staffing_policy_table_get (InterviewTransaction *transaction,
                                     const char *company_id,
                                     GError **error)
{
  g_autoptr (GPtrArray) skills = list_skills (transaction, company_id, error);
  g_autoptr (InterviewStaffingPolicy) policy = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT revision, task_order, half_life_days, minimum_ratings,"
                                   " threshold_percent, withdrawal, capacity, choice, time_zone"
                                   " FROM staffing_policy WHERE company_id = $1");

  if (skills == NULL)
    return NULL;
  interview_sqlite_statement_bind (statement, "s", company_id);
  if (interview_sqlite_statement_next (statement))
    policy = read_policy (statement);
  if (!interview_sqlite_statement_finish (statement, error))
    return NULL;
  if (policy == NULL)
    policy = make_default ();
  g_object_set (policy, "skills", skills, NULL);
  return g_steal_pointer (&policy);
}

static gboolean
insert_skill (InterviewTransaction *transaction,
              const char *company_id,
              const char *recruiter_id,
              const char *position_id,
              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "INSERT INTO recruiter_skill (company_id,"
                                                " recruiter_id, position_id) VALUES ($1, $2, $3)"
                                                " ON CONFLICT DO NOTHING");

  interview_sqlite_statement_bind (statement, "sss", company_id, recruiter_id, position_id);
  return interview_sqlite_statement_run (statement, error);
}

static gboolean
replace_skills (InterviewTransaction *transaction,
                const char *company_id,
                GPtrArray *skills,
                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "DELETE FROM recruiter_skill WHERE company_id = $1");

  interview_sqlite_statement_bind (statement, "s", company_id);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      InterviewRecruiterSkill *skill = g_ptr_array_index (skills, i);
      const char *const *position_ids = interview_recruiter_skill_get_position_ids (skill);

      for (guint j = 0; position_ids[j] != NULL; j++)
        {
          if (!insert_skill (transaction, company_id,
                             interview_recruiter_skill_get_recruiter_id (skill), position_ids[j],
                             error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * interview_staffing_policy_table_replace:
 * @company_id: the company
 * @policy: what holds from now on, and the revision that it is based on; persons and positions in
 *   it are the company's
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the policy has changed meanwhile
 *
 * Returns: whether it was done
 */
gboolean
interview_staffing_policy_table_replace (InterviewTransaction *transaction,
                                         const char *company_id,
                                         InterviewStaffingPolicy *policy,
                                         GError **error)
{
  gint64 revision = interview_staffing_policy_get_revision (policy);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      revision == 0
          ? "INSERT INTO staffing_policy (company_id, revision, task_order, half_life_days,"
            " minimum_ratings, threshold_percent, withdrawal, capacity, choice, time_zone)"
            " VALUES ($1, $2 + 1, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
          : "UPDATE staffing_policy SET revision = revision + 1, task_order = $3,"
            " half_life_days = $4, minimum_ratings = $5, threshold_percent = $6, withdrawal = $7,"
            " capacity = $8, choice = $9, time_zone = $10 WHERE company_id = $1 AND revision = $2");

  interview_sqlite_statement_bind (
      statement, "sisiiisins", company_id, revision,
      interview_choice_to_nick (INTERVIEW_TYPE_TASK_ORDER,
                                (int) interview_staffing_policy_get_order (policy)),
      interview_staffing_policy_get_half_life_days (policy),
      interview_staffing_policy_get_minimum_ratings (policy),
      interview_staffing_policy_get_threshold_percent (policy),
      interview_choice_to_nick (INTERVIEW_TYPE_WITHDRAWAL_MODE,
                                (int) interview_staffing_policy_get_withdrawal (policy)),
      interview_staffing_policy_get_capacity (policy),
      interview_staffing_policy_get_choice (policy),
      interview_staffing_policy_get_time_zone (policy));
  return interview_single_row_update (transaction, statement, error) &&
         replace_skills (transaction, company_id, interview_staffing_policy_get_skills (policy),
                         error);
}
