/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/password-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewPasswordRequest is the body of a change of password.
 */
enum
{
  FIELD_CURRENT,
  FIELD_REPLACEMENT,
};

static const InterviewField fields[] = {
  [FIELD_CURRENT] = { "current", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_REPLACEMENT] = { "replacement", INTERVIEW_FIELD_STRING, TRUE, 10, INTERVIEW_LIMIT_NAME,
                          NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPasswordRequest, interview_password_request)

/**
 * interview_password_request_get_current:
 *
 * Returns: (transfer none): the password so far
 */
const char *
interview_password_request_get_current (InterviewPasswordRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PASSWORD_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CURRENT);
}

/**
 * interview_password_request_get_replacement:
 *
 * Returns: (transfer none): the new one
 */
const char *
interview_password_request_get_replacement (InterviewPasswordRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PASSWORD_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REPLACEMENT);
}
