/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECRUITER_SCORE (interview_recruiter_score_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecruiterScore,
                      interview_recruiter_score,
                      INTERVIEW,
                      RECRUITER_SCORE,
                      InterviewRecord)

const char *interview_recruiter_score_get_recruiter_id (InterviewRecruiterScore *self);
const char *interview_recruiter_score_get_display_name (InterviewRecruiterScore *self);
gint64 interview_recruiter_score_get_ratings (InterviewRecruiterScore *self);
gboolean interview_recruiter_score_get_shown (InterviewRecruiterScore *self);
double interview_recruiter_score_get_score (InterviewRecruiterScore *self);
gint64 interview_recruiter_score_get_scale (InterviewRecruiterScore *self);

G_END_DECLS
