/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECRUITER_SKILL (interview_recruiter_skill_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecruiterSkill,
                      interview_recruiter_skill,
                      INTERVIEW,
                      RECRUITER_SKILL,
                      InterviewRecord)

const char *interview_recruiter_skill_get_recruiter_id (InterviewRecruiterSkill *self);
const char *const *interview_recruiter_skill_get_position_ids (InterviewRecruiterSkill *self);

G_END_DECLS
