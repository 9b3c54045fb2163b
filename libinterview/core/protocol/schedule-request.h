/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SCHEDULE_REQUEST (interview_schedule_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewScheduleRequest,
                      interview_schedule_request,
                      INTERVIEW,
                      SCHEDULE_REQUEST,
                      InterviewRecord)

gint64 interview_schedule_request_get_revision (InterviewScheduleRequest *self);
const char *const *interview_schedule_request_get_recruiter_ids (InterviewScheduleRequest *self);
gint64 interview_schedule_request_get_starts_at (InterviewScheduleRequest *self);
gint64 interview_schedule_request_get_duration_minutes (InterviewScheduleRequest *self);
const char *interview_schedule_request_get_time_zone (InterviewScheduleRequest *self);

G_END_DECLS
