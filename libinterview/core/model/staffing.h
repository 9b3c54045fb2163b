/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/staffing-entry.h"
#include "core/model/staffing-task.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_STAFFING (interview_staffing_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStaffing, interview_staffing, INTERVIEW, STAFFING, InterviewRecord)

gint64 interview_staffing_get_at (InterviewStaffing *self);
gint64 interview_staffing_get_scale (InterviewStaffing *self);
gint64 interview_staffing_get_minimum (InterviewStaffing *self);
GPtrArray *interview_staffing_get_recruiters (InterviewStaffing *self);
GPtrArray *interview_staffing_get_tasks (InterviewStaffing *self);

G_END_DECLS
