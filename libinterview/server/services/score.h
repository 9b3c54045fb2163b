/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/rating-series.h"

G_BEGIN_DECLS

/* Fewer ratings than this say more about who rated than about who was rated, and would let a
 * recruiter find out who said what. A company's form may ask for more. */
#define INTERVIEW_SCORE_MINIMUM 3

/**
 * InterviewScoreTerms:
 * @now: when the score is asked for, microseconds since 1970 in UTC
 * @half_life_days: after how many days a rating counts half; 0 if age makes no difference
 * @minimum: only whole batches of so many ratings count; 1 for all ratings
 * @mean: mean of the company's ratings on the same terms
 *
 * How ratings are to be counted.
 */
typedef struct
{
  gint64 now;
  gint64 half_life_days;
  gint64 minimum;
  double mean;
} InterviewScoreTerms;

double interview_score_weight (gint64 age, gint64 half_life_days);
double interview_score_shrink (double sum, double ratings, double mean);
gint64 interview_score_batch (gint64 ratings, gint64 minimum);
gint64 interview_score_count (const InterviewRatingSeries *series,
                              const InterviewScoreTerms *terms);
double interview_score_mean (GPtrArray *all_series, const InterviewScoreTerms *terms);
double interview_score_get (const InterviewRatingSeries *series, const InterviewScoreTerms *terms);
gboolean interview_score_is_below (const InterviewRatingSeries *series,
                                   const InterviewScoreTerms *terms,
                                   gint64 since,
                                   double threshold);

G_END_DECLS
