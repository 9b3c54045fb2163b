/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/draft-aspect.h"

/*
 * InterviewDraftAspect is one thing that candidates are to rate, in every language.
 */
enum
{
  FIELD_ID,
  FIELD_LABELS,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_LABELS] = { "labels", INTERVIEW_FIELD_RECORDS, TRUE, 1, 4,
                     interview_translation_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewDraftAspect, interview_draft_aspect)

/**
 * interview_draft_aspect_get_id:
 *
 * Returns: (nullable) (transfer none): the identifier; %NULL for a new one
 */
const char *
interview_draft_aspect_get_id (InterviewDraftAspect *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DRAFT_ASPECT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_draft_aspect_get_labels:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewTranslation): what is rated
 */
GPtrArray *
interview_draft_aspect_get_labels (InterviewDraftAspect *self)
{
  g_return_val_if_fail (INTERVIEW_IS_DRAFT_ASPECT (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_LABELS);
}
