/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/score.h"

#include <float.h>
#include <math.h>

/* How many ratings the company's mean is worth. */
#define PRIOR_RATINGS 5.0

/*
 * Scores from ratings: functions without any effect.
 */

/* A sum of ratings by their weights, and the sum of the weights. */
typedef struct
{
  double sum;
  double weight;
} Total;

/**
 * interview_score_weight:
 * @age: microseconds since the rating was received
 * @half_life_days: after how many days a rating counts half; 0 if age makes no difference
 *
 * How much a rating counts by its age:
 *
 *   weight = 2 ^ (-age / half life)
 *
 * This is exponential smoothing, R. G. Brown, "Statistical forecasting for inventory control",
 * McGraw-Hill 1959, for observations that do not come in equal steps of time: D. J. Wright,
 * "Forecasting data published at irregular time intervals using an extension of Holt's method",
 * Management Science 32 (1986). A rating from a clock that runs ahead counts in full.
 *
 * A pure function.
 *
 * Returns: above 0, at most 1
 */
double
interview_score_weight (gint64 age, gint64 half_life_days)
{
  if (half_life_days <= 0 || age <= 0)
    return 1;
  return MAX (exp2 (-(double) age / ((double) half_life_days * (double) G_TIME_SPAN_DAY)), DBL_MIN);
}

/**
 * interview_score_shrink:
 * @sum: sum of a recruiter's ratings, each by its weight
 * @ratings: how many there are, or the sum of their weights; not negative
 * @mean: mean of all ratings of the company, in the same scale
 *
 * A recruiter's score: their mean, shrunk towards the company's mean so that few ratings decide
 * little and many decide all:
 *
 *   score = (m * mean + sum) / (m + ratings),  m = 5
 *
 * This is the "Bayesian average" (posterior mean of a normal mean whose prior is worth m
 * observations), an empirical Bayes estimate since the prior's mean comes from all recruiters
 * together: B. Efron, C. Morris, "Data analysis using Stein's estimator and its generalizations",
 * JASA 70 (1975); also known from ranking films by votes. m is fixed instead of estimated from the
 * variances, which a small company has too few ratings for. With weights, old ratings are
 * observations that are worth less than one, so that a score goes back to the mean with time.
 *
 * A pure function.
 *
 * Returns: the score in the scale of the ratings; @mean without any rating
 */
double
interview_score_shrink (double sum, double ratings, double mean)
{
  g_return_val_if_fail (ratings >= 0, mean);

  return (PRIOR_RATINGS * mean + sum) / (PRIOR_RATINGS + ratings);
}

/**
 * interview_score_batch:
 * @ratings: how many there are
 * @minimum: how many of them have to come together before anybody outside of HR learns of them
 *
 * What a recruiter may know: only whole batches, so that no change of their score can be laid at
 * the door of the candidate whom they met last.
 *
 * Returns: how many ratings count for that, the largest multiple of @minimum up to @ratings
 */
gint64
interview_score_batch (gint64 ratings, gint64 minimum)
{
  minimum = MAX (minimum, INTERVIEW_SCORE_MINIMUM);
  return ratings / minimum * minimum;
}

static double
get_value (const InterviewRatingSeries *series, gint64 index)
{
  return g_array_index (series->values, double, (guint) index);
}

static double
get_weight (const InterviewRatingSeries *series, const InterviewScoreTerms *terms, gint64 index)
{
  gint64 received_at = g_array_index (series->times, gint64, (guint) index);

  return interview_score_weight (terms->now - received_at, terms->half_life_days);
}

static Total
add_up (const InterviewRatingSeries *series, const InterviewScoreTerms *terms, gint64 since)
{
  gint64 count = interview_score_count (series, terms);
  Total total = { 0, 0 };

  for (gint64 i = since; i < count; i++)
    {
      double weight = get_weight (series, terms, i);

      total.sum += weight * get_value (series, i);
      total.weight += weight;
    }
  return total;
}

/**
 * interview_score_count:
 *
 * Returns: how many ratings count on these terms
 */
gint64
interview_score_count (const InterviewRatingSeries *series, const InterviewScoreTerms *terms)
{
  gint64 ratings = series->values->len;

  return terms->minimum > 1 ? interview_score_batch (ratings, terms->minimum) : ratings;
}

/**
 * interview_score_mean:
 * @all_series: (element-type InterviewRatingSeries): the ratings of all recruiters
 * @terms: the terms; their mean is not used
 *
 * Returns: the mean of all ratings that count, 0.5 if there is none
 */
double
interview_score_mean (GPtrArray *all_series, const InterviewScoreTerms *terms)
{
  Total all = { 0, 0 };

  for (guint i = 0; i < all_series->len; i++)
    {
      Total total = add_up (g_ptr_array_index (all_series, i), terms, 0);

      all.sum += total.sum;
      all.weight += total.weight;
    }
  return all.weight > 0 ? all.sum / all.weight : 0.5;
}

/**
 * interview_score_get:
 *
 * Returns: the score, 0 ... 1; the mean of the company without ratings that count
 */
double
interview_score_get (const InterviewRatingSeries *series, const InterviewScoreTerms *terms)
{
  Total total = add_up (series, terms, 0);

  return interview_score_shrink (total.sum, total.weight, terms->mean);
}

/**
 * interview_score_is_below:
 * @since: how many of the first ratings are forgiven
 * @threshold: what is too low, 0 ... 1
 *
 * Whether the ratings are too low, and would be without any single one of them: nobody's
 * qualification hangs on one candidate.
 *
 * Returns: whether they are
 */
gboolean
interview_score_is_below (const InterviewRatingSeries *series,
                          const InterviewScoreTerms *terms,
                          gint64 since,
                          double threshold)
{
  gint64 count = interview_score_count (series, terms);
  Total total = add_up (series, terms, since);

  if (interview_score_shrink (total.sum, total.weight, terms->mean) >= threshold)
    return FALSE;
  for (gint64 i = since; i < count; i++)
    {
      double weight = get_weight (series, terms, i);
      double rest = MAX (total.weight - weight, 0);

      if (interview_score_shrink (total.sum - weight * get_value (series, i), rest, terms->mean) >=
          threshold)
        return FALSE;
    }
  return TRUE;
}
