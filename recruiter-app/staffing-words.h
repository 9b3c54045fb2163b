/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/staffing.h"

G_BEGIN_DECLS

char *recruiter_staffing_words_score (double score, gint64 scale);
const char *recruiter_staffing_words_state (InterviewStandingState state);
char *recruiter_staffing_words_entry_change (InterviewStaffing *before,
                                             InterviewStaffingEntry *entry);
char *recruiter_staffing_words_task_change (InterviewStaffing *before,
                                            InterviewStaffing *after,
                                            InterviewStaffingTask *task);
char *recruiter_staffing_words_entry (InterviewStaffing *before, InterviewStaffingEntry *entry);
char *recruiter_staffing_words_task (InterviewStaffing *before,
                                     InterviewStaffing *after,
                                     InterviewStaffingTask *task);

G_END_DECLS
