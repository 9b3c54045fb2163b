/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/staffing-service.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/time-zone.h"
#include "server/services/audit-service.h"
#include "server/services/room-state.h"
#include "server/services/staffing-facts.h"
#include "server/services/staffing-update.h"
#include "server/services/standing-state.h"
#include "server/store/person-table.h"
#include "server/store/position-table.h"
#include "server/store/staffing-policy-table.h"

/*
 * The staffing: reading it, its policy, and bringing the store to what the policy makes of the
 * ratings.
 */

static const char *
get_language (InterviewActor *actor)
{
  const char *language = interview_actor_get_language (actor);

  return language != NULL ? language : "";
}

/* What somebody else than HR and the recruiter themselves is told. */
static InterviewStandingState
get_public_state (InterviewStandingState state)
{
  return interview_standing_state_works (state) ? INTERVIEW_STANDING_STATE_QUALIFIED
                                                : INTERVIEW_STANDING_STATE_WITHDRAWN;
}

static double
get_shown_score (const InterviewStaffingFacts *facts,
                 const InterviewRatingSeries *series,
                 const InterviewScoreTerms *terms)
{
  return interview_score_count (series, terms) >= facts->minimum
             ? 1 + interview_score_get (series, terms) * (double) (facts->scale - 1)
             : 0;
}

static gboolean
is_over (const InterviewPlanTask *task)
{
  return interview_room_state_is_over (((const InterviewTaskRow *) task->row)->state);
}

static gint64
count_tasks (GArray *tasks, const char *recruiter_id)
{
  gint64 count = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      count += g_strcmp0 (task->recruiter_id, recruiter_id) == 0 && !is_over (task);
    }
  return count;
}

static InterviewStaffingEntry *
make_entry (InterviewStaffingFacts *facts,
            const InterviewPlanRecruiter *recruiter,
            GArray *tasks,
            InterviewActor *actor)
{
  gboolean for_hr = interview_actor_get_role (actor) == INTERVIEW_ROLE_HR_ADMIN;
  gboolean own = g_strcmp0 (interview_actor_get_person_id (actor), recruiter->id) == 0;
  InterviewStandingRow *row = interview_staffing_facts_get_standing (facts, recruiter->id);
  const InterviewRatingSeries *series = interview_staffing_facts_find_series (facts, recruiter->id);
  const InterviewScoreTerms *latest = for_hr ? &facts->latest : &facts->batches;
  gint64 ratings = interview_score_count (series, &facts->batches);

  return g_object_new (INTERVIEW_TYPE_STAFFING_ENTRY, "recruiter-id", recruiter->id, "display-name",
                       recruiter->name, "place", (gint64) recruiter->place, "state",
                       for_hr || own ? row->state : get_public_state (row->state), "revision",
                       row->revision, "reason", for_hr || own ? row->reason : NULL, "ratings",
                       ratings, "shown", ratings >= facts->minimum, "score",
                       get_shown_score (facts, series, &facts->batches), "latest-ratings",
                       interview_score_count (series, latest), "latest-score",
                       get_shown_score (facts, series, latest), "tasks",
                       count_tasks (tasks, recruiter->id), NULL);
}

static InterviewStaffingTask *
make_task (InterviewStaffingFacts *facts, const InterviewPlanTask *task)
{
  const InterviewTaskRow *row = task->row;
  const InterviewRatingSeries *series =
      interview_staffing_facts_find_series (facts, task->recruiter_id);
  const char *name = g_strcmp0 (task->recruiter_id, row->recruiter_id) == 0 ? row->recruiter_name
                     : series != NULL                                       ? series->display_name
                                                                            : NULL;

  return g_object_new (INTERVIEW_TYPE_STAFFING_TASK, "room-id", row->room_id, "position-title",
                       row->position_title, "candidate-name", row->candidate_name, "starts-at",
                       row->starts_at, "duration-minutes", row->duration_minutes, "recruiter-id",
                       task->recruiter_id, "recruiter-name", name, "by-plan",
                       task->hold == INTERVIEW_PLAN_HOLD_NONE, NULL);
}

static InterviewStaffing *
make_staffing (InterviewStaffingFacts *facts,
               GArray *recruiters,
               GArray *tasks,
               InterviewActor *actor)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (recruiters->len, INTERVIEW_LIMIT_ITEMS); i++)
    g_ptr_array_add (entries,
                     make_entry (facts, &g_array_index (recruiters, InterviewPlanRecruiter, i),
                                 tasks, actor));
  for (guint i = 0; i < tasks->len && items->len < INTERVIEW_LIMIT_ITEMS; i++)
    {
      const InterviewPlanTask *task = &g_array_index (tasks, InterviewPlanTask, i);

      if (!is_over (task))
        g_ptr_array_add (items, make_task (facts, task));
    }
  return g_object_new (INTERVIEW_TYPE_STAFFING, "at", facts->batches.now, "scale", facts->scale,
                       "minimum", facts->minimum, "recruiters", entries, "tasks", items, NULL);
}

/**
 * interview_staffing_service_get:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): the order of the recruiters and who interviews whom, or %NULL. HR sees
 *   the score of every rating at once, others only what whole batches say
 */
InterviewStaffing *
interview_staffing_service_get (InterviewTransaction *transaction,
                                InterviewActor *actor,
                                GError **error)
{
  g_autoptr (InterviewStaffingFacts) facts =
      interview_staffing_facts_load (transaction, interview_actor_get_company_id (actor),
                                     get_language (actor), NULL, error);
  g_autoptr (GArray) recruiters = NULL;
  g_autoptr (GArray) tasks = NULL;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (InterviewPlanTask));

  if (facts == NULL)
    return NULL;
  recruiters = interview_staffing_facts_list_recruiters (facts);
  tasks = interview_staffing_facts_list_tasks (facts);
  /* Who has which task is what the store says; only the order is made. */
  interview_staffing_plan_make (facts->policy, recruiters, nothing);
  return make_staffing (facts, recruiters, tasks, actor);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_skill (InterviewTransaction *transaction,
             InterviewActor *actor,
             InterviewRecruiterSkill *skill,
             GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  const char *const *position_ids = interview_recruiter_skill_get_position_ids (skill);
  g_autoptr (InterviewPerson) person =
      interview_person_table_get (transaction, company_id,
                                  interview_recruiter_skill_get_recruiter_id (skill), error);

  if (person == NULL)
    return FALSE;
  if (interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE)
    return refuse (error, "a candidate has no skills as a recruiter");
  for (guint i = 0; position_ids[i] != NULL; i++)
    {
      g_autofree char *unit_id =
          interview_position_table_get_unit (transaction, company_id, position_ids[i], error);

      if (unit_id == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_policy (InterviewTransaction *transaction,
              InterviewActor *actor,
              InterviewStaffingPolicy *policy,
              GError **error)
{
  GPtrArray *skills = interview_staffing_policy_get_skills (policy);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GTimeZone) zone =
      interview_time_zone_load (interview_staffing_policy_get_time_zone (policy));

  if (zone == NULL)
    return refuse (error, "the time zone is not known: use a name such as Asia/Shanghai");
  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      InterviewRecruiterSkill *skill = g_ptr_array_index (skills, i);

      if (!g_hash_table_add (seen, (char *) interview_recruiter_skill_get_recruiter_id (skill)))
        return refuse (error, "a recruiter has two lists of skills: put them into one");
      if (!check_skill (transaction, actor, skill, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_staffing_service_preview:
 * @actor: who asks
 * @policy: a policy from outside
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the plan that the policy would make today, which is stored nowhere; or
 *   %NULL
 */
InterviewStaffing *
interview_staffing_service_preview (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    InterviewStaffingPolicy *policy,
                                    GError **error)
{
  g_autoptr (InterviewStaffingFacts) facts = NULL;
  g_autoptr (GArray) recruiters = NULL;
  g_autoptr (GArray) tasks = NULL;

  if (!check_policy (transaction, actor, policy, error))
    return NULL;
  facts = interview_staffing_facts_load (transaction, interview_actor_get_company_id (actor),
                                         get_language (actor), policy, error);
  if (facts == NULL)
    return NULL;
  for (guint i = 0; i < facts->all_series->len; i++)
    interview_staffing_facts_judge (facts, g_ptr_array_index (facts->all_series, i), TRUE);
  recruiters = interview_staffing_facts_list_recruiters (facts);
  tasks = interview_staffing_facts_list_tasks (facts);
  interview_staffing_plan_make (facts->policy, recruiters, tasks);
  return make_staffing (facts, recruiters, tasks, actor);
}

/**
 * interview_staffing_service_get_policy:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): the company's policy, or %NULL
 */
InterviewStaffingPolicy *
interview_staffing_service_get_policy (InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       GError **error)
{
  return interview_staffing_policy_table_get (transaction, interview_actor_get_company_id (actor),
                                              error);
}

/**
 * interview_staffing_service_replace_policy:
 * @actor: who writes the policy
 * @policy: the policy, with the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID,
 *   %INTERVIEW_ERROR_NOT_FOUND
 *
 * Everybody is judged by it, and the plan made anew.
 *
 * Returns: (transfer full): the policy as it is then, or %NULL
 */
InterviewStaffingPolicy *
interview_staffing_service_replace_policy (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewStaffingPolicy *policy,
                                           GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewStaffingPolicy) former = NULL;
  g_autoptr (InterviewStaffingPolicy) latter = NULL;

  if (!check_policy (transaction, actor, policy, error))
    return NULL;
  former = interview_staffing_policy_table_get (transaction, company_id, error);
  if (former == NULL ||
      !interview_staffing_policy_table_replace (transaction, company_id, policy, error))
    return NULL;
  latter = interview_staffing_policy_table_get (transaction, company_id, error);
  if (latter == NULL ||
      !interview_audit_service_record_change (transaction, actor,
                                              INTERVIEW_AUDIT_KIND_POLICY_CHANGED,
                                              INTERVIEW_RECORD (former), INTERVIEW_RECORD (latter),
                                              error) ||
      !interview_staffing_update (transaction, company_id, TRUE, error))
    return NULL;
  return g_steal_pointer (&latter);
}
