/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/recruiter-skill.h"

G_BEGIN_DECLS

/**
 * InterviewTaskOrder:
 *
 * To whom of the qualified recruiters a task goes.
 *
 * @INTERVIEW_TASK_ORDER_BEST_FIRST: to the best one who has time left that day
 * @INTERVIEW_TASK_ORDER_EVENLY: to the one with the fewest tasks that day, the best one of those
 */
typedef enum
{
  INTERVIEW_TASK_ORDER_BEST_FIRST,
  INTERVIEW_TASK_ORDER_EVENLY,
} InterviewTaskOrder;

#define INTERVIEW_TYPE_TASK_ORDER (interview_task_order_get_type ())
GType interview_task_order_get_type (void);

/**
 * InterviewWithdrawalMode:
 *
 * Who withdraws the qualification of a recruiter whose score is too low.
 *
 * @INTERVIEW_WITHDRAWAL_MODE_CONFIRM: the server proposes, an HR admin decides
 * @INTERVIEW_WITHDRAWAL_MODE_AUTOMATIC: the server, by the policy; an HR admin can reinstate
 */
typedef enum
{
  INTERVIEW_WITHDRAWAL_MODE_CONFIRM,
  INTERVIEW_WITHDRAWAL_MODE_AUTOMATIC,
} InterviewWithdrawalMode;

#define INTERVIEW_TYPE_WITHDRAWAL_MODE (interview_withdrawal_mode_get_type ())
GType interview_withdrawal_mode_get_type (void);

#define INTERVIEW_TYPE_STAFFING_POLICY (interview_staffing_policy_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStaffingPolicy,
                      interview_staffing_policy,
                      INTERVIEW,
                      STAFFING_POLICY,
                      InterviewRecord)

gint64 interview_staffing_policy_get_revision (InterviewStaffingPolicy *self);
InterviewTaskOrder interview_staffing_policy_get_order (InterviewStaffingPolicy *self);
gint64 interview_staffing_policy_get_half_life_days (InterviewStaffingPolicy *self);
gint64 interview_staffing_policy_get_minimum_ratings (InterviewStaffingPolicy *self);
gint64 interview_staffing_policy_get_threshold_percent (InterviewStaffingPolicy *self);
InterviewWithdrawalMode interview_staffing_policy_get_withdrawal (InterviewStaffingPolicy *self);
gint64 interview_staffing_policy_get_capacity (InterviewStaffingPolicy *self);
gboolean interview_staffing_policy_get_choice (InterviewStaffingPolicy *self);
const char *interview_staffing_policy_get_time_zone (InterviewStaffingPolicy *self);
GPtrArray *interview_staffing_policy_get_skills (InterviewStaffingPolicy *self);

G_END_DECLS
