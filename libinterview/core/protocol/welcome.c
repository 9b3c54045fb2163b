/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/welcome.h"

#include "core/protocol/limits.h"

/*
 * InterviewWelcome is the server’s answer to hello.
 */
enum
{
  FIELD_SEQUENCE,
  FIELD_RESUMED,
  FIELD_SERVER_TIME,
  FIELD_RECRUITER_LIMIT,
};

static const InterviewField fields[] = {
  [FIELD_SEQUENCE] = { "sequence", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT64, NULL },
  [FIELD_RESUMED] = { "resumed", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SERVER_TIME] = { "server_time", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_RECRUITER_LIMIT] = { "recruiter_limit", INTERVIEW_FIELD_INTEGER, FALSE, 0,
                              INTERVIEW_LIMIT_PANEL, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewWelcome, interview_welcome)

/**
 * interview_welcome_get_sequence:
 *
 * Returns: the newest event of this account
 */
gint64
interview_welcome_get_sequence (InterviewWelcome *self)
{
  g_return_val_if_fail (INTERVIEW_IS_WELCOME (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SEQUENCE);
}

/**
 * interview_welcome_get_resumed:
 *
 * Returns: whether the missed events follow; if not, the program loads everything again
 */
gboolean
interview_welcome_get_resumed (InterviewWelcome *self)
{
  g_return_val_if_fail (INTERVIEW_IS_WELCOME (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_RESUMED);
}

/**
 * interview_welcome_get_server_time:
 *
 * Returns: the server’s clock, microseconds since 1970 in UTC
 */
gint64
interview_welcome_get_server_time (InterviewWelcome *self)
{
  g_return_val_if_fail (INTERVIEW_IS_WELCOME (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SERVER_TIME);
}

/**
 * interview_welcome_get_recruiter_limit:
 *
 * Returns: how many recruiters a room may have on this server, 0 if it does not say
 */
gint64
interview_welcome_get_recruiter_limit (InterviewWelcome *self)
{
  g_return_val_if_fail (INTERVIEW_IS_WELCOME (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RECRUITER_LIMIT);
}
