/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/score-service.h"

#include "server/services/score.h"
#include "server/store/rating-form-table.h"
#include "server/store/rating-table.h"
#include "server/store/staffing-policy-table.h"

/* The scale of a company that has no form of its own. */
#define DEFAULT_SCALE 5

/*
 * Recruiters' scores from what candidates said of them.
 */

/**
 * interview_score_service_list:
 * @actor: who asks; a recruiter gets their own score only, an HR admin all
 * @error: return location
 *
 * An HR admin is told of every rating at once; a recruiter only of whole batches.
 *
 * Returns: (transfer full) (element-type InterviewRecruiterScore): the scores in the scale of the
 *   company's form; 0 and not shown where there are too few ratings; or %NULL
 */
GPtrArray *
interview_score_service_list (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  gboolean all = interview_actor_get_role (actor) == INTERVIEW_ROLE_HR_ADMIN;
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all_series = NULL;
  g_autoptr (InterviewStaffingPolicy) policy = NULL;
  InterviewScoreTerms terms = { .now = interview_transaction_get_now (transaction) };
  gint64 scale = DEFAULT_SCALE, minimum = INTERVIEW_SCORE_MINIMUM;

  all_series = interview_rating_table_list_series (transaction, company_id, error);
  policy = interview_staffing_policy_table_get (transaction, company_id, error);
  if (all_series == NULL || policy == NULL ||
      !interview_rating_form_table_find_terms (transaction, company_id, &scale, &minimum, error))
    return NULL;
  terms.half_life_days = interview_staffing_policy_get_half_life_days (policy);
  terms.minimum = all ? 1 : minimum;
  terms.mean = interview_score_mean (all_series, &terms);
  for (guint i = 0; i < all_series->len; i++)
    {
      const InterviewRatingSeries *series = g_ptr_array_index (all_series, i);
      gint64 ratings = interview_score_count (series, &terms);
      gboolean shown = ratings >= minimum;
      double score = shown ? interview_score_get (series, &terms) : 0;

      if (!all && g_strcmp0 (series->recruiter_id, interview_actor_get_person_id (actor)) != 0)
        continue;
      g_ptr_array_add (scores,
                       g_object_new (INTERVIEW_TYPE_RECRUITER_SCORE, "recruiter-id",
                                     series->recruiter_id, "display-name", series->display_name,
                                     "ratings", ratings, "shown", shown, "score",
                                     shown ? 1 + score * (double) (scale - 1) : 0.0, "scale", scale,
                                     NULL));
    }
  return g_steal_pointer (&scores);
}
