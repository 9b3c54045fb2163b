/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/question-ranking.h"

#include <math.h>

/* How many rooms the habit of the whole company is worth against what was seen for the position. */
#define PRIOR_ROOMS 3.0

/* After half a year, from one season of hiring to the next, a room counts half. */
#define HALF_LIFE (180 * G_TIME_SPAN_DAY)

/**
 * interview_question_ranking_weight:
 * @age: how long ago a room asked, in microseconds; less than 0 is now
 *
 * How much a room counts that asked so long ago:
 *
 *   weight = 2 ^ (-age / half-life),  half-life = 180 days
 *
 * What is asked most changes with the work and with the people, so that a company's new habit
 * outweighs an old one within a year. The exponential decay of observations by their age is from Y.
 * Ding and X. Li, "Time weight collaborative filtering", CIKM 2005. A pure function.
 *
 * Returns: more than 0, at most 1
 */
double
interview_question_ranking_weight (gint64 age)
{
  return exp2 (-(double) MAX (age, 0) / (double) HALF_LIFE);
}

/**
 * interview_question_ranking_score:
 * @rooms_of_position: rooms of the position where the question was asked, by their weights
 * @rooms_of_company: rooms of the company where it was asked, by their weights
 * @all_rooms_of_company: rooms of the company where anything was asked, by their weights
 *
 * How much a question is recommended for a position: how often people really ask it there. A
 * position with few rooms borrows from the company as a whole:
 *
 *   score = rooms_of_position + m * rooms_of_company / all_rooms_of_company,  m = 3
 *
 * This is the numerator of the m-estimate of the probability that the question is asked in a room
 * of the position, (n + m p) / (N + m), with the company's share as prior p; N + m is the same for
 * all questions of a list. B. Cestnik, "Estimating probabilities: a crucial task in machine
 * learning", ECAI 1990. Five recent rooms of a position outweigh any habit of the company. Where
 * nothing was asked yet all scores are 0, and the kit of the position stays as it is.
 *
 * A room counts once however often its tick was set and unset. A pure function.
 *
 * Returns: the score; a larger one comes first, equal ones stay in the order of the kit
 */
double
interview_question_ranking_score (double rooms_of_position,
                                  double rooms_of_company,
                                  double all_rooms_of_company)
{
  double share = 0;

  if (all_rooms_of_company > 0)
    share = rooms_of_company / all_rooms_of_company;
  return rooms_of_position + PRIOR_ROOMS * share;
}
