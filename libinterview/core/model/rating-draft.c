/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/rating-draft.h"

/*
 * InterviewRatingDraft is the form for ratings as HR writes it, in every language.
 */
enum
{
  FIELD_REVISION,
  FIELD_SCALE,
  FIELD_MINIMUM,
  FIELD_COMMENT,
  FIELD_TITLES,
  FIELD_ASPECTS,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
  [FIELD_MINIMUM] = { "minimum", INTERVIEW_FIELD_INTEGER, TRUE, 3, 50, NULL },
  [FIELD_COMMENT] = { "comment", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_TITLES] = { "titles", INTERVIEW_FIELD_RECORDS, TRUE, 1, 4,
                     interview_translation_get_type },
  [FIELD_ASPECTS] = { "aspects", INTERVIEW_FIELD_RECORDS, FALSE, 0, 12,
                      interview_draft_aspect_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewRatingDraft, interview_rating_draft)

/**
 * interview_rating_draft_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_rating_draft_get_revision (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_rating_draft_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_rating_draft_get_scale (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}

/**
 * interview_rating_draft_get_minimum:
 *
 * Returns: so many ratings come together before anybody outside of HR learns of them
 */
gint64
interview_rating_draft_get_minimum (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_MINIMUM);
}

/**
 * interview_rating_draft_get_comment:
 *
 * Returns: whether a comment is asked for
 */
gboolean
interview_rating_draft_get_comment (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_COMMENT);
}

/**
 * interview_rating_draft_get_titles:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewTranslation): the question above
 *   the stars
 */
GPtrArray *
interview_rating_draft_get_titles (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_TITLES);
}

/**
 * interview_rating_draft_get_aspects:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewDraftAspect): the aspects, in
 *   order
 */
GPtrArray *
interview_rating_draft_get_aspects (InterviewRatingDraft *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RATING_DRAFT (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_ASPECTS);
}
