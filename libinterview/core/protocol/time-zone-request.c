/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/time-zone-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewTimeZoneRequest says where somebody reads times.
 */
enum
{
  FIELD_TIME_ZONE,
};

static const InterviewField fields[] = {
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewTimeZoneRequest, interview_time_zone_request)

/**
 * interview_time_zone_request_get_time_zone:
 *
 * Returns: (transfer none): a name of the time zone database, as Asia/Shanghai
 */
const char *
interview_time_zone_request_get_time_zone (InterviewTimeZoneRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TIME_ZONE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}
