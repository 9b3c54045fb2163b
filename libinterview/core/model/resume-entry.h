/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESUME_ENTRY (interview_resume_entry_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResumeEntry,
                      interview_resume_entry,
                      INTERVIEW,
                      RESUME_ENTRY,
                      InterviewRecord)

const char *interview_resume_entry_get_title (InterviewResumeEntry *self);
const char *interview_resume_entry_get_organisation (InterviewResumeEntry *self);
const char *interview_resume_entry_get_period (InterviewResumeEntry *self);
const char *interview_resume_entry_get_description (InterviewResumeEntry *self);

G_END_DECLS
