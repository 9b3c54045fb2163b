/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/staffing.h"

G_BEGIN_DECLS

/**
 * InterviewStaffingChange:
 *
 * What became of a recruiter or of a task since somebody last looked.
 *
 * @INTERVIEW_STAFFING_CHANGE_NONE: nothing
 * @INTERVIEW_STAFFING_CHANGE_NEW: they were not there
 * @INTERVIEW_STAFFING_CHANGE_UP: further to the front
 * @INTERVIEW_STAFFING_CHANGE_DOWN: further back
 * @INTERVIEW_STAFFING_CHANGE_OUT: may not interview any more
 * @INTERVIEW_STAFFING_CHANGE_BACK: may interview again
 * @INTERVIEW_STAFFING_CHANGE_MOVED: a task that somebody else had
 */
typedef enum
{
  INTERVIEW_STAFFING_CHANGE_NONE,
  INTERVIEW_STAFFING_CHANGE_NEW,
  INTERVIEW_STAFFING_CHANGE_UP,
  INTERVIEW_STAFFING_CHANGE_DOWN,
  INTERVIEW_STAFFING_CHANGE_OUT,
  INTERVIEW_STAFFING_CHANGE_BACK,
  INTERVIEW_STAFFING_CHANGE_MOVED,
} InterviewStaffingChange;

InterviewStaffingChange interview_staffing_changes_find_entry (InterviewStaffing *before,
                                                               InterviewStaffingEntry *entry,
                                                               gint64 *former_place);
InterviewStaffingChange interview_staffing_changes_find_task (InterviewStaffing *before,
                                                              InterviewStaffing *after,
                                                              InterviewStaffingTask *task,
                                                              const char **former_name);

G_END_DECLS
