/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/received-rating.h"

#include "core/protocol/limits.h"

/*
 * InterviewReceivedRating is what a candidate said of a recruiter, without who said it.
 */
enum
{
  FIELD_STARS,
  FIELD_SCALE,
  FIELD_ASPECTS,
  FIELD_COMMENT,
  FIELD_RECEIVED_AT,
};

static const InterviewField fields[] = {
  [FIELD_STARS] = { "stars", INTERVIEW_FIELD_INTEGER, TRUE, 1, 10, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
  [FIELD_ASPECTS] = { "aspects", INTERVIEW_FIELD_RECORDS, FALSE, 0, 12, interview_fact_get_type },
  [FIELD_COMMENT] = { "comment", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_RECEIVED_AT] = { "received_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewReceivedRating, interview_received_rating)

/**
 * interview_received_rating_get_stars:
 *
 * Returns: the mark as a whole
 */
gint64
interview_received_rating_get_stars (InterviewReceivedRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECEIVED_RATING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARS);
}

/**
 * interview_received_rating_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_received_rating_get_scale (InterviewReceivedRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECEIVED_RATING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}

/**
 * interview_received_rating_get_aspects:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewFact): what was marked, and with
 *   how many stars
 */
GPtrArray *
interview_received_rating_get_aspects (InterviewReceivedRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECEIVED_RATING (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_ASPECTS);
}

/**
 * interview_received_rating_get_comment:
 *
 * Returns: (nullable) (transfer none): in their own words
 */
const char *
interview_received_rating_get_comment (InterviewReceivedRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECEIVED_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_COMMENT);
}

/**
 * interview_received_rating_get_received_at:
 *
 * Returns: for HR, when it came, microseconds since 1970 in UTC; else 0
 */
gint64
interview_received_rating_get_received_at (InterviewReceivedRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECEIVED_RATING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RECEIVED_AT);
}
