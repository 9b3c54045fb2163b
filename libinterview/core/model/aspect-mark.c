/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/aspect-mark.h"

#include "core/protocol/limits.h"

/*
 * InterviewAspectMark is the mark for one aspect.
 */
enum
{
  FIELD_ASPECT_ID,
  FIELD_STARS,
};

static const InterviewField fields[] = {
  [FIELD_ASPECT_ID] = { "aspect_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_STARS] = { "stars", INTERVIEW_FIELD_INTEGER, TRUE, 1, 10, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewAspectMark, interview_aspect_mark)

/**
 * interview_aspect_mark_get_aspect_id:
 *
 * Returns: (transfer none): the aspect
 */
const char *
interview_aspect_mark_get_aspect_id (InterviewAspectMark *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ASPECT_MARK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ASPECT_ID);
}

/**
 * interview_aspect_mark_get_stars:
 *
 * Returns: the mark
 */
gint64
interview_aspect_mark_get_stars (InterviewAspectMark *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ASPECT_MARK (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARS);
}
