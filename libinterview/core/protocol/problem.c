/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/problem.h"

#include "core/protocol/limits.h"

/*
 * InterviewProblem is an RFC 9457 problem document, and the body of the error message on the event
 * socket.
 */
enum
{
  FIELD_TYPE,
  FIELD_TITLE,
  FIELD_STATUS,
  FIELD_DETAIL,
  FIELD_CODE,
  FIELD_RETRY_AFTER,
  FIELD_OPENS_AT,
};

static const InterviewField fields[] = {
  [FIELD_TYPE] = { "type", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_TITLE] = { "title", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_STATUS] = { "status", INTERVIEW_FIELD_INTEGER, TRUE, 100, 599, NULL },
  [FIELD_DETAIL] = { "detail", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_CODE] = { "code", INTERVIEW_FIELD_STRING, TRUE, 1, 50, NULL },
  [FIELD_RETRY_AFTER] = { "retry_after", INTERVIEW_FIELD_INTEGER, FALSE, 0, 86400, NULL },
  [FIELD_OPENS_AT] = { "opens_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewProblem, interview_problem)

/**
 * interview_problem_get_type_uri:
 *
 * Returns: (transfer none): a URI that names the kind of problem
 */
const char *
interview_problem_get_type_uri (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TYPE);
}

/**
 * interview_problem_get_title:
 *
 * Returns: (transfer none): the kind of problem in English
 */
const char *
interview_problem_get_title (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TITLE);
}

/**
 * interview_problem_get_status:
 *
 * Returns: the HTTP status
 */
gint64
interview_problem_get_status (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STATUS);
}

/**
 * interview_problem_get_detail:
 *
 * Returns: (nullable) (transfer none): what is wrong with this request, in English
 */
const char *
interview_problem_get_detail (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DETAIL);
}

/**
 * interview_problem_get_code:
 *
 * Returns: (transfer none): the stable code, see interview_error_from_code()
 */
const char *
interview_problem_get_code (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CODE);
}

/**
 * interview_problem_get_retry_after:
 *
 * Returns: seconds to wait before trying again, 0 if not said
 */
gint64
interview_problem_get_retry_after (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RETRY_AFTER);
}

/**
 * interview_problem_get_opens_at:
 *
 * Returns: of an early invitation: from when it can be used
 */
gint64
interview_problem_get_opens_at (InterviewProblem *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PROBLEM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_OPENS_AT);
}
