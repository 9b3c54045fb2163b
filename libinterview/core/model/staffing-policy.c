/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/staffing-policy.h"

#include "core/protocol/limits.h"

/*
 * InterviewStaffingPolicy is the company's rule of who interviews whom. A recruiter without
 * skills can interview for every position.
 */
G_DEFINE_ENUM_TYPE (InterviewTaskOrder,
                    interview_task_order,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_TASK_ORDER_BEST_FIRST, "best-first"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_TASK_ORDER_EVENLY, "evenly"))

G_DEFINE_ENUM_TYPE (InterviewWithdrawalMode,
                    interview_withdrawal_mode,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_WITHDRAWAL_MODE_CONFIRM, "confirm"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_WITHDRAWAL_MODE_AUTOMATIC, "automatic"))

enum
{
  FIELD_REVISION,
  FIELD_ORDER,
  FIELD_HALF_LIFE_DAYS,
  FIELD_MINIMUM_RATINGS,
  FIELD_THRESHOLD_PERCENT,
  FIELD_WITHDRAWAL,
  FIELD_CAPACITY,
  FIELD_CHOICE,
  FIELD_TIME_ZONE,
  FIELD_SKILLS,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_ORDER] = { "order", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_task_order_get_type },
  [FIELD_HALF_LIFE_DAYS] = { "half_life_days", INTERVIEW_FIELD_INTEGER, TRUE, 0, 3650, NULL },
  [FIELD_MINIMUM_RATINGS] = { "minimum_ratings", INTERVIEW_FIELD_INTEGER, TRUE, 3, 1000, NULL },
  [FIELD_THRESHOLD_PERCENT] = { "threshold_percent", INTERVIEW_FIELD_INTEGER, TRUE, 0, 100, NULL },
  [FIELD_WITHDRAWAL] = { "withdrawal", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                         interview_withdrawal_mode_get_type },
  [FIELD_CAPACITY] = { "capacity", INTERVIEW_FIELD_INTEGER, TRUE, 1, 48, NULL },
  [FIELD_CHOICE] = { "choice", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TIME_ZONE,
                        NULL },
  [FIELD_SKILLS] = { "skills", INTERVIEW_FIELD_RECORDS, FALSE, 0, 0,
                     interview_recruiter_skill_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewStaffingPolicy, interview_staffing_policy)

/**
 * interview_staffing_policy_get_revision:
 *
 * Returns: the revision that an update must be based on; 0 before the first one
 */
gint64
interview_staffing_policy_get_revision (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_staffing_policy_get_order:
 *
 * Returns: to whom tasks go
 */
InterviewTaskOrder
interview_staffing_policy_get_order (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ORDER);
}

/**
 * interview_staffing_policy_get_half_life_days:
 *
 * Returns: after so many days a rating counts half; 0 if age makes no difference
 */
gint64
interview_staffing_policy_get_half_life_days (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_HALF_LIFE_DAYS);
}

/**
 * interview_staffing_policy_get_minimum_ratings:
 *
 * Returns: with fewer ratings nobody loses their qualification
 */
gint64
interview_staffing_policy_get_minimum_ratings (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_MINIMUM_RATINGS);
}

/**
 * interview_staffing_policy_get_threshold_percent:
 *
 * Returns: a score below this part of the way from the worst to the best mark is too low
 */
gint64
interview_staffing_policy_get_threshold_percent (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_THRESHOLD_PERCENT);
}

/**
 * interview_staffing_policy_get_withdrawal:
 *
 * Returns: who decides on a score that is too low
 */
InterviewWithdrawalMode
interview_staffing_policy_get_withdrawal (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_WITHDRAWAL);
}

/**
 * interview_staffing_policy_get_capacity:
 *
 * Returns: how many interviews a recruiter has in a day at most
 */
gint64
interview_staffing_policy_get_capacity (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_CAPACITY);
}

/**
 * interview_staffing_policy_get_choice:
 *
 * Returns: whether candidates may choose among the free recruiters
 */
gboolean
interview_staffing_policy_get_choice (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_CHOICE);
}

/**
 * interview_staffing_policy_get_time_zone:
 *
 * Returns: (transfer none): in which time zone days begin, such as `Asia/Shanghai`
 */
const char *
interview_staffing_policy_get_time_zone (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}

/**
 * interview_staffing_policy_get_skills:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewRecruiterSkill): who can interview
 *   for what
 */
GPtrArray *
interview_staffing_policy_get_skills (InterviewStaffingPolicy *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STAFFING_POLICY (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_SKILLS);
}
