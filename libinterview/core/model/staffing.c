/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/staffing.h"

/*
 * InterviewStaffing is the order of the recruiters, and who interviews whom.
 */
enum
{
  FIELD_AT,
  FIELD_SCALE,
  FIELD_MINIMUM,
  FIELD_RECRUITERS,
  FIELD_TASKS,
};

static const InterviewField fields[] = {
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
  [FIELD_MINIMUM] = { "minimum", INTERVIEW_FIELD_INTEGER, TRUE, 1, 50, NULL },
  [FIELD_RECRUITERS] = { "recruiters", INTERVIEW_FIELD_RECORDS, FALSE, 0, 0,
                         interview_staffing_entry_get_type },
  [FIELD_TASKS] = { "tasks", INTERVIEW_FIELD_RECORDS, FALSE, 0, 0,
                    interview_staffing_task_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewStaffing, interview_staffing)

/**
 * interview_staffing_get_at:
 *
 * Returns: when it was made, microseconds since 1970 in UTC
 */
gint64
interview_staffing_get_at (InterviewStaffing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}

/**
 * interview_staffing_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_staffing_get_scale (InterviewStaffing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}

/**
 * interview_staffing_get_minimum:
 *
 * Returns: so many ratings come together before anybody outside of HR learns of them
 */
gint64
interview_staffing_get_minimum (InterviewStaffing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_MINIMUM);
}

/**
 * interview_staffing_get_recruiters:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewStaffingEntry): the recruiters,
 *   the best first
 */
GPtrArray *
interview_staffing_get_recruiters (InterviewStaffing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_RECRUITERS);
}

/**
 * interview_staffing_get_tasks:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewStaffingTask): the interviews from
 *   today on, the next first
 */
GPtrArray *
interview_staffing_get_tasks (InterviewStaffing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_TASKS);
}
