/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/staffing-facts.h"

#include "core/time-zone.h"
#include "server/services/room-state.h"
#include "server/services/standing-state.h"
#include "server/store/rating-form-table.h"
#include "server/store/rating-table.h"
#include "server/store/staffing-policy-table.h"

/* The scale of a company that has no form of its own. */
#define DEFAULT_SCALE 5

/*
 * What a company's plan is made from: read in one unit of work, then judged and planned without
 * any further reading.
 */

static GDateTime *
to_zone (InterviewStaffingPolicy *policy, gint64 time)
{
  const char *name = interview_staffing_policy_get_time_zone (policy);
  g_autoptr (GTimeZone) zone = interview_time_zone_load (name);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static gint64
get_day (InterviewStaffingPolicy *policy, gint64 time)
{
  g_autoptr (GDateTime) local = to_zone (policy, time);

  return local != NULL
             ? (g_date_time_to_unix (local) * G_USEC_PER_SEC + g_date_time_get_utc_offset (local)) /
                   G_TIME_SPAN_DAY
             : 0;
}

static gint64
get_start_of_day (InterviewStaffingPolicy *policy, gint64 time)
{
  g_autoptr (GDateTime) local = to_zone (policy, time);

  if (local == NULL)
    return time;
  return time - (g_date_time_get_hour (local) * G_TIME_SPAN_HOUR +
                 g_date_time_get_minute (local) * G_TIME_SPAN_MINUTE +
                 g_date_time_get_second (local) * G_TIME_SPAN_SECOND + time % G_USEC_PER_SEC);
}

static void
set_terms (InterviewStaffingFacts *self, gint64 now)
{
  self->batches = (InterviewScoreTerms){
    .now = now,
    .half_life_days = interview_staffing_policy_get_half_life_days (self->policy),
    .minimum = self->minimum,
  };
  self->latest = self->batches;
  self->latest.minimum = 1;
  self->batches.mean = interview_score_mean (self->all_series, &self->batches);
  self->latest.mean = interview_score_mean (self->all_series, &self->latest);
}

/**
 * interview_staffing_facts_load:
 * @company_id: the company
 * @language: the reader's language tag, or an empty text
 * @policy: (nullable): the policy to plan by, %NULL for the company's own
 * @error: return location
 *
 * Returns: (transfer full): the facts, or %NULL
 */
InterviewStaffingFacts *
interview_staffing_facts_load (InterviewTransaction *transaction,
                               const char *company_id,
                               const char *language,
                               InterviewStaffingPolicy *policy,
                               GError **error)
{
  g_autoptr (InterviewStaffingFacts) self = g_new0 (InterviewStaffingFacts, 1);
  gint64 now = interview_transaction_get_now (transaction);

  self->company_id = g_strdup (company_id);
  self->scale = DEFAULT_SCALE;
  self->minimum = INTERVIEW_SCORE_MINIMUM;
  self->policy = policy != NULL
                     ? g_object_ref (policy)
                     : interview_staffing_policy_table_get (transaction, company_id, error);
  if (self->policy == NULL ||
      !interview_rating_form_table_find_terms (transaction, company_id, &self->scale,
                                               &self->minimum, error))
    return NULL;
  self->all_series = interview_rating_table_list_series (transaction, company_id, error);
  if (self->all_series == NULL)
    return NULL;
  self->standings = interview_standing_table_list (transaction, company_id, error);
  if (self->standings == NULL)
    return NULL;
  self->rows = interview_task_table_list (transaction, company_id, language,
                                          get_start_of_day (self->policy, now), error);
  if (self->rows == NULL)
    return NULL;
  set_terms (self, now);
  return g_steal_pointer (&self);
}

/**
 * interview_staffing_facts_free:
 * @self: (transfer full): the facts
 */
void
interview_staffing_facts_free (InterviewStaffingFacts *self)
{
  g_free (self->company_id);
  g_clear_object (&self->policy);
  g_clear_pointer (&self->all_series, g_ptr_array_unref);
  g_clear_pointer (&self->standings, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/**
 * interview_staffing_facts_find_series:
 * @recruiter_id: (nullable): somebody
 *
 * Returns: (transfer none) (nullable): what candidates said of them; %NULL if they are no recruiter
 */
const InterviewRatingSeries *
interview_staffing_facts_find_series (InterviewStaffingFacts *self, const char *recruiter_id)
{
  for (guint i = 0; recruiter_id != NULL && i < self->all_series->len; i++)
    {
      const InterviewRatingSeries *series = g_ptr_array_index (self->all_series, i);

      if (g_str_equal (series->recruiter_id, recruiter_id))
        return series;
    }
  return NULL;
}

/**
 * interview_staffing_facts_get_standing:
 * @recruiter_id: a recruiter
 *
 * Returns: (transfer none): where they stand; to be changed and then written by the caller
 */
InterviewStandingRow *
interview_staffing_facts_get_standing (InterviewStaffingFacts *self, const char *recruiter_id)
{
  InterviewStandingRow *row = g_hash_table_lookup (self->standings, recruiter_id);

  if (row == NULL)
    {
      row = g_new0 (InterviewStandingRow, 1);
      row->recruiter_id = g_strdup (recruiter_id);
      g_hash_table_insert (self->standings, row->recruiter_id, row);
    }
  return row;
}

/**
 * interview_staffing_facts_judge:
 * @series: what was said of a recruiter
 * @anew: whether the policy is another one; otherwise only a new batch of ratings is looked at, so
 *   that nobody's standing changes by what was said of others
 *
 * Judges a recruiter by the policy. Changes the row in these facts only.
 *
 * Returns: whether they stand elsewhere now
 */
gboolean
interview_staffing_facts_judge (InterviewStaffingFacts *self,
                                const InterviewRatingSeries *series,
                                gboolean anew)
{
  InterviewStandingRow *row = interview_staffing_facts_get_standing (self, series->recruiter_id);
  gint64 count = interview_score_count (series, &self->batches);
  gint64 enough = MAX (interview_staffing_policy_get_minimum_ratings (self->policy), self->minimum);
  double threshold =
      (double) interview_staffing_policy_get_threshold_percent (self->policy) / 100.0;
  gboolean automatic = interview_staffing_policy_get_withdrawal (self->policy) ==
                       INTERVIEW_WITHDRAWAL_MODE_AUTOMATIC;
  InterviewStandingHappening happening = INTERVIEW_STANDING_HAPPENING_RECOVER;
  InterviewStandingState state;

  if (!anew && count <= row->judged)
    return FALSE;
  row->changed |= row->judged != count;
  row->judged = count;
  if (count - row->forgiven >= enough &&
      interview_score_is_below (series, &self->batches, row->forgiven, threshold))
    happening =
        automatic ? INTERVIEW_STANDING_HAPPENING_WITHDRAW : INTERVIEW_STANDING_HAPPENING_PROPOSE;
  state = interview_standing_state_next (row->state, happening);
  if (state == row->state)
    return FALSE;
  row->changed = TRUE;
  row->state = state;
  row->revision++;
  row->changed_at = self->batches.now;
  g_clear_pointer (&row->reason, g_free);
  return TRUE;
}

/**
 * interview_staffing_facts_list_recruiters:
 *
 * The order follows every rating at once; the scores that recruiters read come in whole batches.
 *
 * Returns: (transfer full) (element-type InterviewPlanRecruiter): everybody, for a plan; points
 *   into these facts
 */
GArray *
interview_staffing_facts_list_recruiters (InterviewStaffingFacts *self)
{
  GArray *recruiters = g_array_new (FALSE, FALSE, sizeof (InterviewPlanRecruiter));

  for (guint i = 0; i < self->all_series->len; i++)
    {
      const InterviewRatingSeries *series = g_ptr_array_index (self->all_series, i);
      const InterviewPlanRecruiter recruiter = {
        .id = series->recruiter_id,
        .name = series->display_name,
        .state = interview_staffing_facts_get_standing (self, series->recruiter_id)->state,
        .score = interview_score_get (series, &self->latest),
      };

      g_array_append_val (recruiters, recruiter);
    }
  return recruiters;
}

static InterviewPlanHold
get_hold (const InterviewTaskRow *row)
{
  if (row->state != INTERVIEW_ROOM_STATE_SCHEDULED)
    return INTERVIEW_PLAN_HOLD_BEGUN;
  return row->source == INTERVIEW_TASK_SOURCE_PLAN ? INTERVIEW_PLAN_HOLD_NONE
                                                   : INTERVIEW_PLAN_HOLD_GIVEN;
}

/**
 * interview_staffing_facts_list_tasks:
 *
 * Returns: (transfer full) (element-type InterviewPlanTask): what there is to do, for a plan;
 *   points into these facts
 */
GArray *
interview_staffing_facts_list_tasks (InterviewStaffingFacts *self)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (InterviewPlanTask));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const InterviewTaskRow *row = g_ptr_array_index (self->rows, i);
      gboolean over = interview_room_state_is_over (row->state);
      const InterviewPlanTask task = {
        .room_id = row->room_id,
        .position_id = row->position_id,
        .day = get_day (self->policy, row->starts_at),
        .starts_at = row->starts_at,
        /* What is over counts for the day and keeps nobody from anything else. */
        .ends_at = row->starts_at + (over ? 0 : row->duration_minutes * G_TIME_SPAN_MINUTE),
        .hold = get_hold (row),
        .recruiter_id = row->recruiter_id,
        .row = row,
      };

      /* Nobody can be given what is over. */
      if (row->recruiter_id != NULL || !over)
        g_array_append_val (tasks, task);
    }
  return tasks;
}
