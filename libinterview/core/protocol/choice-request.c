/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/choice-request.h"

/*
 * InterviewChoiceRequest is the body with which a candidate chooses a recruiter.
 */
enum
{
  FIELD_RECRUITER_ID,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewChoiceRequest, interview_choice_request)

/**
 * interview_choice_request_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_choice_request_get_recruiter_id (InterviewChoiceRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHOICE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}
