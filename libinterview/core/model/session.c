/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/session.h"

#include "core/protocol/limits.h"

/*
 * InterviewSession is a sign-in: who somebody is and until when.
 */
enum
{
  FIELD_ID,
  FIELD_TOKEN,
  FIELD_EXPIRES_AT,
  FIELD_PERSON,
  FIELD_COMPANY_NAME,
  FIELD_ROOM_ID,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_TOKEN] = { "token", INTERVIEW_FIELD_STRING, FALSE, 1, 200, NULL },
  [FIELD_EXPIRES_AT] = { "expires_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_PERSON] = { "person", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_person_get_type },
  [FIELD_COMPANY_NAME] = { "company_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewSession, interview_session)

/**
 * interview_session_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_session_get_id (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_session_get_token:
 *
 * Returns: (nullable) (transfer none): the secret that proves it; only in the answer that made it
 */
const char *
interview_session_get_token (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TOKEN);
}

/**
 * interview_session_get_expires_at:
 *
 * Returns: when it ends, microseconds since 1970 in UTC
 */
gint64
interview_session_get_expires_at (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_EXPIRES_AT);
}

/**
 * interview_session_get_person:
 *
 * Returns: (nullable) (transfer none): who is signed in
 */
InterviewPerson *
interview_session_get_person (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_PERSON);
}

/**
 * interview_session_get_company_name:
 *
 * Returns: (transfer none): the company
 */
const char *
interview_session_get_company_name (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_COMPANY_NAME);
}

/**
 * interview_session_get_room_id:
 *
 * Returns: (nullable) (transfer none): the one room of a candidate
 */
const char *
interview_session_get_room_id (InterviewSession *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SESSION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}
