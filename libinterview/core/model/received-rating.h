/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/fact.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECEIVED_RATING (interview_received_rating_get_type ())
G_DECLARE_FINAL_TYPE (InterviewReceivedRating,
                      interview_received_rating,
                      INTERVIEW,
                      RECEIVED_RATING,
                      InterviewRecord)

gint64 interview_received_rating_get_stars (InterviewReceivedRating *self);
gint64 interview_received_rating_get_scale (InterviewReceivedRating *self);
GPtrArray *interview_received_rating_get_aspects (InterviewReceivedRating *self);
const char *interview_received_rating_get_comment (InterviewReceivedRating *self);
gint64 interview_received_rating_get_received_at (InterviewReceivedRating *self);

G_END_DECLS
