/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/fact.h"
#include "core/model/resume-entry.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESUME (interview_resume_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResume, interview_resume, INTERVIEW, RESUME, InterviewRecord)

const char *interview_resume_get_id (InterviewResume *self);
gint64 interview_resume_get_revision (InterviewResume *self);
const char *interview_resume_get_person_id (InterviewResume *self);
const char *interview_resume_get_headline (InterviewResume *self);
const char *interview_resume_get_summary (InterviewResume *self);
GPtrArray *interview_resume_get_basics (InterviewResume *self);
GPtrArray *interview_resume_get_experience (InterviewResume *self);
GPtrArray *interview_resume_get_education (InterviewResume *self);
const char *const *interview_resume_get_skills (InterviewResume *self);
const char *const *interview_resume_get_languages (InterviewResume *self);
const char *interview_resume_get_original_blob_id (InterviewResume *self);
const char *interview_resume_get_original_name (InterviewResume *self);

G_END_DECLS
