/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/problems.h"

#include "core/protocol/limits.h"

/* Names the kinds of problem; the names are stable, and the pages need not exist (RFC 9457,
 * 3.1.1). */
#define TYPE_PREFIX "urn:interview:problem:"

static const char *
get_title (InterviewErrorCode code)
{
  switch (interview_error_to_status (code))
    {
    case 400:
      return "The request is not valid";
    case 401:
      return "You are not signed in";
    case 403:
      return "This is not allowed";
    case 404:
      return "There is no such thing";
    case 405:
      return "This method is not possible here";
    case 409:
      return "This does not fit the present state";
    case 410:
      return "This is no longer valid";
    case 413:
      return "This is too large";
    case 422:
      return "The request cannot be done";
    case 429:
      return "Too many attempts";
    case 503:
      return "The server cannot do this now";
    case 507:
      return "The server has no space left";
    default:
      return "The server made a mistake";
    }
}

static InterviewProblem *
make (InterviewErrorCode code, const char *detail, gint64 retry_after, gint64 opens_at)
{
  g_autofree char *type = g_strconcat (TYPE_PREFIX, interview_error_to_code (code), NULL);
  g_autofree char *shown = NULL;

  if (detail != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (detail, -1);

      shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), INTERVIEW_LIMIT_TEXT));
      for (char *c = shown; *c != '\0'; c++)
        {
          if (g_ascii_iscntrl (*c))
            *c = ' ';
        }
    }
  return g_object_new (INTERVIEW_TYPE_PROBLEM, "type", type, "title", get_title (code), "status",
                       (gint64) interview_error_to_status (code), "detail", shown, "code",
                       interview_error_to_code (code), "retry-after", retry_after, "opens-at",
                       opens_at, NULL);
}

/**
 * interview_problem_new_for_code:
 * @code: an error
 * @detail: (nullable): what is wrong with this request, in English
 *
 * Returns: (transfer full): the problem document
 */
InterviewProblem *
interview_problem_new_for_code (InterviewErrorCode code, const char *detail)
{
  return make (code, detail, 0, 0);
}

/**
 * interview_problem_new_for_error:
 * @error: any error; what is not an %INTERVIEW_ERROR is the server's own affair and is not shown
 *
 * Returns: (transfer full): the problem document
 */
InterviewProblem *
interview_problem_new_for_error (const GError *error)
{
  return interview_problem_new_for_error_at (error, 0);
}

/**
 * interview_problem_new_for_error_at:
 * @error: as for interview_problem_new_for_error()
 * @opens_at: microseconds since 1970, UTC: from when it would be possible, 0 if not said
 *
 * Returns: (transfer full): the problem document
 */
InterviewProblem *
interview_problem_new_for_error_at (const GError *error, gint64 opens_at)
{
  if (error == NULL || error->domain != INTERVIEW_ERROR || error->code == INTERVIEW_ERROR_INTERNAL)
    return make (INTERVIEW_ERROR_INTERNAL, NULL, 0, 0);
  return make (error->code, error->message, 0, opens_at);
}

/**
 * interview_problem_new_too_often:
 * @wait: seconds until it may be tried again
 *
 * Returns: (transfer full): the problem document
 */
InterviewProblem *
interview_problem_new_too_often (guint wait)
{
  return make (INTERVIEW_ERROR_RATE_LIMITED, "wait and try again", wait, 0);
}
