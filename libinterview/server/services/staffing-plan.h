/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/staffing-policy.h"
#include "core/model/standing.h"

G_BEGIN_DECLS

/**
 * InterviewPlanRecruiter:
 * @state: whether they may interview
 * @score: 0 ... 1
 * @place: (out): their place in the order, 1 for the best; 0 for who may not interview
 *
 * A recruiter in a plan.
 */
typedef struct
{
  const char *id;
  const char *name;
  InterviewStandingState state;
  double score;
  guint place;
} InterviewPlanRecruiter;

/**
 * InterviewPlanHold:
 *
 * How firmly somebody has a task.
 *
 * @INTERVIEW_PLAN_HOLD_NONE: the plan may give it to somebody else
 * @INTERVIEW_PLAN_HOLD_GIVEN: a person gave it to them: it is theirs as long as they may interview
 * @INTERVIEW_PLAN_HOLD_BEGUN: the interview has begun or is over: it stays theirs
 */
typedef enum
{
  INTERVIEW_PLAN_HOLD_NONE,
  INTERVIEW_PLAN_HOLD_GIVEN,
  INTERVIEW_PLAN_HOLD_BEGUN,
} InterviewPlanHold;

/**
 * InterviewPlanTask:
 * @room_id: the room; one that several recruiters hold has a task for each
 * @position_id: what the candidate applies for
 * @day: number of the day in the company's time zone
 * @starts_at: microseconds since 1970 in UTC
 * @ends_at: the same; not after @starts_at for what is over
 * @hold: how firmly somebody has it; %INTERVIEW_PLAN_HOLD_NONE afterwards where the plan decided
 * @recruiter_id: (inout) (nullable): who has it before and after; %NULL for nobody
 * @row: for the caller
 *
 * A seat in an interview that somebody has to take.
 */
typedef struct
{
  const char *room_id;
  const char *position_id;
  gint64 day;
  gint64 starts_at;
  gint64 ends_at;
  InterviewPlanHold hold;
  const char *recruiter_id;
  gconstpointer row;
} InterviewPlanTask;

void
interview_staffing_plan_make (InterviewStaffingPolicy *policy, GArray *recruiters, GArray *tasks);
gboolean interview_staffing_plan_is_free (InterviewStaffingPolicy *policy,
                                          const InterviewPlanRecruiter *recruiter,
                                          const InterviewPlanTask *task,
                                          GArray *tasks);

G_END_DECLS
