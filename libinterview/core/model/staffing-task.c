/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/staffing-task.h"

#include "core/protocol/limits.h"

/*
 * InterviewStaffingTask tells who interviews whom.
 */
enum
{
  FIELD_ROOM_ID,
  FIELD_POSITION_TITLE,
  FIELD_CANDIDATE_NAME,
  FIELD_STARTS_AT,
  FIELD_DURATION_MINUTES,
  FIELD_RECRUITER_ID,
  FIELD_RECRUITER_NAME,
  FIELD_BY_PLAN,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_POSITION_TITLE] = { "position_title", INTERVIEW_FIELD_STRING, TRUE, 1,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_CANDIDATE_NAME] = { "candidate_name", INTERVIEW_FIELD_STRING, TRUE, 1,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_DURATION_MINUTES] = { "duration_minutes", INTERVIEW_FIELD_INTEGER, TRUE, 5, 480, NULL },
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_RECRUITER_NAME] = { "recruiter_name", INTERVIEW_FIELD_STRING, FALSE, 0,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_BY_PLAN] = { "by_plan", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewStaffingTask, interview_staffing_task)

/**
 * interview_staffing_task_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_staffing_task_get_room_id (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_staffing_task_get_position_title:
 *
 * Returns: (transfer none): the position, in the reader's language
 */
const char *
interview_staffing_task_get_position_title (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION_TITLE);
}

/**
 * interview_staffing_task_get_candidate_name:
 *
 * Returns: (transfer none): who is interviewed
 */
const char *
interview_staffing_task_get_candidate_name (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CANDIDATE_NAME);
}

/**
 * interview_staffing_task_get_starts_at:
 *
 * Returns: when it starts, microseconds since 1970 in UTC
 */
gint64
interview_staffing_task_get_starts_at (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_staffing_task_get_duration_minutes:
 *
 * Returns: how long, in minutes
 */
gint64
interview_staffing_task_get_duration_minutes (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DURATION_MINUTES);
}

/**
 * interview_staffing_task_get_recruiter_id:
 *
 * Returns: (nullable) (transfer none): who interviews; %NULL if nobody can
 */
const char *
interview_staffing_task_get_recruiter_id (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_staffing_task_get_recruiter_name:
 *
 * Returns: (nullable) (transfer none): their name
 */
const char *
interview_staffing_task_get_recruiter_name (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_NAME);
}

/**
 * interview_staffing_task_get_by_plan:
 *
 * Returns: whether the plan gave it to them and may give it to somebody else
 */
gboolean
interview_staffing_task_get_by_plan (InterviewStaffingTask *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_TASK (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_BY_PLAN);
}
