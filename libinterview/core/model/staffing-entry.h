/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/standing.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_STAFFING_ENTRY (interview_staffing_entry_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStaffingEntry,
                      interview_staffing_entry,
                      INTERVIEW,
                      STAFFING_ENTRY,
                      InterviewRecord)

const char *interview_staffing_entry_get_recruiter_id (InterviewStaffingEntry *self);
const char *interview_staffing_entry_get_display_name (InterviewStaffingEntry *self);
gint64 interview_staffing_entry_get_place (InterviewStaffingEntry *self);
InterviewStandingState interview_staffing_entry_get_state (InterviewStaffingEntry *self);
gint64 interview_staffing_entry_get_revision (InterviewStaffingEntry *self);
const char *interview_staffing_entry_get_reason (InterviewStaffingEntry *self);
gint64 interview_staffing_entry_get_ratings (InterviewStaffingEntry *self);
gboolean interview_staffing_entry_get_shown (InterviewStaffingEntry *self);
double interview_staffing_entry_get_score (InterviewStaffingEntry *self);
gint64 interview_staffing_entry_get_latest_ratings (InterviewStaffingEntry *self);
double interview_staffing_entry_get_latest_score (InterviewStaffingEntry *self);
gint64 interview_staffing_entry_get_tasks (InterviewStaffingEntry *self);

G_END_DECLS
