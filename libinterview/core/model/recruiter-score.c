/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/recruiter-score.h"

#include "core/protocol/limits.h"

/*
 * InterviewRecruiterScore is what the ratings say of a recruiter.
 */
enum
{
  FIELD_RECRUITER_ID,
  FIELD_DISPLAY_NAME,
  FIELD_RATINGS,
  FIELD_SHOWN,
  FIELD_SCORE,
  FIELD_SCALE,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_RATINGS] = { "ratings", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_SHOWN] = { "shown", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SCORE] = { "score", INTERVIEW_FIELD_DOUBLE, TRUE, 0, 10, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRecruiterScore, interview_recruiter_score)

/**
 * interview_recruiter_score_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_recruiter_score_get_recruiter_id (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_recruiter_score_get_display_name:
 *
 * Returns: (transfer none): the name
 */
const char *
interview_recruiter_score_get_display_name (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_recruiter_score_get_ratings:
 *
 * Returns: how many ratings there are
 */
gint64
interview_recruiter_score_get_ratings (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RATINGS);
}

/**
 * interview_recruiter_score_get_shown:
 *
 * Returns: whether there are enough ratings to show a score
 */
gboolean
interview_recruiter_score_get_shown (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SHOWN);
}

/**
 * interview_recruiter_score_get_score:
 *
 * Returns: the shrunk mean, 0 while it is not shown
 */
double
interview_recruiter_score_get_score (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), 0);

  return interview_record_get_double (INTERVIEW_RECORD (self), FIELD_SCORE);
}

/**
 * interview_recruiter_score_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_recruiter_score_get_scale (InterviewRecruiterScore *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SCORE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}
