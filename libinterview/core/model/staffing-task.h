/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_STAFFING_TASK (interview_staffing_task_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStaffingTask,
                      interview_staffing_task,
                      INTERVIEW,
                      STAFFING_TASK,
                      InterviewRecord)

const char *interview_staffing_task_get_room_id (InterviewStaffingTask *self);
const char *interview_staffing_task_get_position_title (InterviewStaffingTask *self);
const char *interview_staffing_task_get_candidate_name (InterviewStaffingTask *self);
gint64 interview_staffing_task_get_starts_at (InterviewStaffingTask *self);
gint64 interview_staffing_task_get_duration_minutes (InterviewStaffingTask *self);
const char *interview_staffing_task_get_recruiter_id (InterviewStaffingTask *self);
const char *interview_staffing_task_get_recruiter_name (InterviewStaffingTask *self);
gboolean interview_staffing_task_get_by_plan (InterviewStaffingTask *self);

G_END_DECLS
