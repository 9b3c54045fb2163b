/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/rating-aspect.h"

#include "core/protocol/limits.h"

/*
 * InterviewRatingAspect is one thing that candidates rate.
 */
enum
{
  FIELD_ID,
  FIELD_LABEL,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_LABEL] = { "label", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRatingAspect, interview_rating_aspect)

/**
 * interview_rating_aspect_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_rating_aspect_get_id (InterviewRatingAspect *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_ASPECT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_rating_aspect_get_label:
 *
 * Returns: (transfer none): what is rated, in the reader’s language
 */
const char *
interview_rating_aspect_get_label (InterviewRatingAspect *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_ASPECT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LABEL);
}
