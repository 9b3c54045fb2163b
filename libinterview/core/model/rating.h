/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/aspect-mark.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATING (interview_rating_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRating, interview_rating, INTERVIEW, RATING, InterviewRecord)

const char *interview_rating_get_id (InterviewRating *self);
const char *interview_rating_get_room_id (InterviewRating *self);
const char *interview_rating_get_recruiter_id (InterviewRating *self);
gint64 interview_rating_get_stars (InterviewRating *self);
GPtrArray *interview_rating_get_aspects (InterviewRating *self);
const char *interview_rating_get_comment (InterviewRating *self);
gint64 interview_rating_get_answered_at (InterviewRating *self);
const char *interview_rating_get_delivery_token (InterviewRating *self);

G_END_DECLS
