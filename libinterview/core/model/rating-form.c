/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/rating-form.h"

#include "core/protocol/limits.h"

/*
 * InterviewRatingForm is what the company asks candidates of a room’s recruiters.
 */
enum
{
  FIELD_ROOM_ID,
  FIELD_TITLE,
  FIELD_SCALE,
  FIELD_ASPECTS,
  FIELD_COMMENT,
  FIELD_RECRUITERS,
  FIELD_DELIVERY_TOKEN,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_TITLE] = { "title", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
  [FIELD_ASPECTS] = { "aspects", INTERVIEW_FIELD_RECORDS, FALSE, 0, 12,
                      interview_rating_aspect_get_type },
  [FIELD_COMMENT] = { "comment", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_RECRUITERS] = { "recruiters", INTERVIEW_FIELD_RECORDS, TRUE, 0, 8,
                         interview_participant_get_type },
  [FIELD_DELIVERY_TOKEN] = { "delivery_token", INTERVIEW_FIELD_STRING, TRUE, 1, 100, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRatingForm, interview_rating_form)

/**
 * interview_rating_form_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_rating_form_get_room_id (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_rating_form_get_title:
 *
 * Returns: (transfer none): the question above the stars
 */
const char *
interview_rating_form_get_title (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TITLE);
}

/**
 * interview_rating_form_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_rating_form_get_scale (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}

/**
 * interview_rating_form_get_aspects:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewRatingAspect): the aspects, in order
 */
GPtrArray *
interview_rating_form_get_aspects (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_ASPECTS);
}

/**
 * interview_rating_form_get_comment:
 *
 * Returns: whether a comment is asked for
 */
gboolean
interview_rating_form_get_comment (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_COMMENT);
}

/**
 * interview_rating_form_get_recruiters:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewParticipant): who is rated and was
 *   not yet
 */
GPtrArray *
interview_rating_form_get_recruiters (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_RECRUITERS);
}

/**
 * interview_rating_form_get_delivery_token:
 *
 * Returns: (transfer none): what lets the answer in after the sign-in has ended
 */
const char *
interview_rating_form_get_delivery_token (InterviewRatingForm *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_FORM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DELIVERY_TOKEN);
}
