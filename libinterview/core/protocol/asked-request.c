/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/asked-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewAskedRequest is the body that ticks a question.
 */
enum
{
  FIELD_ASKED,
};

static const InterviewField fields[] = {
  [FIELD_ASKED] = { "asked", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewAskedRequest, interview_asked_request)

/**
 * interview_asked_request_get_asked:
 *
 * Returns: whether it was asked
 */
gboolean
interview_asked_request_get_asked (InterviewAskedRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ASKED_REQUEST (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_ASKED);
}
