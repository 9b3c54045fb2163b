/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/schedule-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewScheduleRequest is the body that moves a room to another time or gives it another panel.
 */
enum
{
  FIELD_REVISION,
  FIELD_RECRUITER_IDS,
  FIELD_STARTS_AT,
  FIELD_DURATION_MINUTES,
  FIELD_TIME_ZONE,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_RECRUITER_IDS] = { "recruiter_ids", INTERVIEW_FIELD_STRINGS, TRUE, 1,
                            INTERVIEW_LIMIT_PANEL, NULL },
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_DURATION_MINUTES] = { "duration_minutes", INTERVIEW_FIELD_INTEGER, TRUE, 5, 480, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TIME_ZONE,
                        NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewScheduleRequest, interview_schedule_request)

/**
 * interview_schedule_request_get_revision:
 *
 * Returns: the revision that the change is based on
 */
gint64
interview_schedule_request_get_revision (InterviewScheduleRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCHEDULE_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_schedule_request_get_recruiter_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): who is on the panel
 */
const char *const *
interview_schedule_request_get_recruiter_ids (InterviewScheduleRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCHEDULE_REQUEST (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_RECRUITER_IDS);
}

/**
 * interview_schedule_request_get_starts_at:
 *
 * Returns: when it starts, microseconds since 1970 in UTC
 */
gint64
interview_schedule_request_get_starts_at (InterviewScheduleRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCHEDULE_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_schedule_request_get_duration_minutes:
 *
 * Returns: how long, in minutes
 */
gint64
interview_schedule_request_get_duration_minutes (InterviewScheduleRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCHEDULE_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DURATION_MINUTES);
}

/**
 * interview_schedule_request_get_time_zone:
 *
 * Returns: (nullable) (transfer none): the zone in which the time was chosen
 */
const char *
interview_schedule_request_get_time_zone (InterviewScheduleRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SCHEDULE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}
