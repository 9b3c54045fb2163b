/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/redeem-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewRedeemRequest is the body with which a code becomes a session.
 */
enum
{
  FIELD_CODE,
};

static const InterviewField fields[] = {
  [FIELD_CODE] = { "code", INTERVIEW_FIELD_STRING, TRUE, 1, 100, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRedeemRequest, interview_redeem_request)

/**
 * interview_redeem_request_get_code:
 *
 * Returns: (transfer none): the code of an invitation or of a sign-in file
 */
const char *
interview_redeem_request_get_code (InterviewRedeemRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REDEEM_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CODE);
}
