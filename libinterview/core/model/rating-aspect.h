/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATING_ASPECT (interview_rating_aspect_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingAspect,
                      interview_rating_aspect,
                      INTERVIEW,
                      RATING_ASPECT,
                      InterviewRecord)

const char *interview_rating_aspect_get_id (InterviewRatingAspect *self);
const char *interview_rating_aspect_get_label (InterviewRatingAspect *self);

G_END_DECLS
