/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/rating.h"

#include "core/protocol/limits.h"

/*
 * InterviewRating is what a candidate says of one recruiter of one room. Its identifier is made by
 * the
 * program, so that a second delivery of the same rating changes nothing.
 */
enum
{
  FIELD_ID,
  FIELD_ROOM_ID,
  FIELD_RECRUITER_ID,
  FIELD_STARS,
  FIELD_ASPECTS,
  FIELD_COMMENT,
  FIELD_ANSWERED_AT,
  FIELD_DELIVERY_TOKEN,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_STARS] = { "stars", INTERVIEW_FIELD_INTEGER, TRUE, 1, 10, NULL },
  [FIELD_ASPECTS] = { "aspects", INTERVIEW_FIELD_RECORDS, FALSE, 0, 12,
                      interview_aspect_mark_get_type },
  [FIELD_COMMENT] = { "comment", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_ANSWERED_AT] = { "answered_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_DELIVERY_TOKEN] = { "delivery_token", INTERVIEW_FIELD_STRING, TRUE, 1, 100, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRating, interview_rating)

/**
 * interview_rating_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_rating_get_id (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_rating_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_rating_get_room_id (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_rating_get_recruiter_id:
 *
 * Returns: (transfer none): who is rated
 */
const char *
interview_rating_get_recruiter_id (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_rating_get_stars:
 *
 * Returns: the mark as a whole
 */
gint64
interview_rating_get_stars (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARS);
}

/**
 * interview_rating_get_aspects:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewAspectMark): marks of the aspects
 *   that were marked
 */
GPtrArray *
interview_rating_get_aspects (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_ASPECTS);
}

/**
 * interview_rating_get_comment:
 *
 * Returns: (nullable) (transfer none): what the candidate adds
 */
const char *
interview_rating_get_comment (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_COMMENT);
}

/**
 * interview_rating_get_answered_at:
 *
 * Returns: when it was given, microseconds since 1970 in UTC
 */
gint64
interview_rating_get_answered_at (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ANSWERED_AT);
}

/**
 * interview_rating_get_delivery_token:
 *
 * Returns: (transfer none): from the form
 */
const char *
interview_rating_get_delivery_token (InterviewRating *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DELIVERY_TOKEN);
}
