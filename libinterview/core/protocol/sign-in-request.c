/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/sign-in-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewSignInRequest is the body with which staff sign in.
 */
enum
{
  FIELD_EMAIL,
  FIELD_PASSWORD,
};

static const InterviewField fields[] = {
  [FIELD_EMAIL] = { "email", INTERVIEW_FIELD_STRING, TRUE, 3, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PASSWORD] = { "password", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSignInRequest, interview_sign_in_request)

/**
 * interview_sign_in_request_get_email:
 *
 * Returns: (transfer none): the e-mail address
 */
const char *
interview_sign_in_request_get_email (InterviewSignInRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGN_IN_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_EMAIL);
}

/**
 * interview_sign_in_request_get_password:
 *
 * Returns: (transfer none): the password
 */
const char *
interview_sign_in_request_get_password (InterviewSignInRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGN_IN_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PASSWORD);
}
