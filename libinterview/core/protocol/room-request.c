/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/room-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewRoomRequest is the body that makes a room.
 */
enum
{
  FIELD_CANDIDATE_ID,
  FIELD_POSITION_ID,
  FIELD_RECRUITER_IDS,
  FIELD_STARTS_AT,
  FIELD_DURATION_MINUTES,
  FIELD_TIME_ZONE,
  FIELD_INTERACTIVE,
  FIELD_BY_PLAN,
};

static const InterviewField fields[] = {
  [FIELD_CANDIDATE_ID] = { "candidate_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_POSITION_ID] = { "position_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_RECRUITER_IDS] = { "recruiter_ids", INTERVIEW_FIELD_STRINGS, FALSE, 0,
                            INTERVIEW_LIMIT_PANEL, NULL },
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_DURATION_MINUTES] = { "duration_minutes", INTERVIEW_FIELD_INTEGER, TRUE, 5, 480, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TIME_ZONE,
                        NULL },
  [FIELD_INTERACTIVE] = { "interactive", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_BY_PLAN] = { "by_plan", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRoomRequest, interview_room_request)

/**
 * interview_room_request_get_candidate_id:
 *
 * Returns: (transfer none): the candidate
 */
const char *
interview_room_request_get_candidate_id (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CANDIDATE_ID);
}

/**
 * interview_room_request_get_position_id:
 *
 * Returns: (transfer none): the position
 */
const char *
interview_room_request_get_position_id (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION_ID);
}

/**
 * interview_room_request_get_recruiter_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the recruiters; whoever asks if empty
 */
const char *const *
interview_room_request_get_recruiter_ids (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_RECRUITER_IDS);
}

/**
 * interview_room_request_get_starts_at:
 *
 * Returns: when it starts, microseconds since 1970 in UTC
 */
gint64
interview_room_request_get_starts_at (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_room_request_get_duration_minutes:
 *
 * Returns: how long, in minutes
 */
gint64
interview_room_request_get_duration_minutes (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DURATION_MINUTES);
}

/**
 * interview_room_request_get_time_zone:
 *
 * Returns: (nullable) (transfer none): the zone in which the time was chosen, such as Asia/Shanghai
 */
const char *
interview_room_request_get_time_zone (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}

/**
 * interview_room_request_get_interactive:
 *
 * Returns: whether the interactive features are on
 */
gboolean
interview_room_request_get_interactive (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERACTIVE);
}

/**
 * interview_room_request_get_by_plan:
 *
 * Returns: whether the staffing plan gives the room to a recruiter; nobody is named then
 */
gboolean
interview_room_request_get_by_plan (InterviewRoomRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REQUEST (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_BY_PLAN);
}
