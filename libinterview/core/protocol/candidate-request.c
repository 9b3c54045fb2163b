/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/candidate-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewCandidateRequest is the body that adds a candidate.
 */
enum
{
  FIELD_DISPLAY_NAME,
  FIELD_EMAIL,
  FIELD_PHONE,
};

static const InterviewField fields[] = {
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_EMAIL] = { "email", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PHONE] = { "phone", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_PHONE, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewCandidateRequest, interview_candidate_request)

/**
 * interview_candidate_request_get_display_name:
 *
 * Returns: (transfer none): the name
 */
const char *
interview_candidate_request_get_display_name (InterviewCandidateRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CANDIDATE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_candidate_request_get_email:
 *
 * Returns: (nullable) (transfer none): the e-mail address
 */
const char *
interview_candidate_request_get_email (InterviewCandidateRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CANDIDATE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_EMAIL);
}

/**
 * interview_candidate_request_get_phone:
 *
 * Returns: (nullable) (transfer none): the telephone number
 */
const char *
interview_candidate_request_get_phone (InterviewCandidateRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CANDIDATE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PHONE);
}
