/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/participant.h"
#include "core/model/rating-aspect.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATING_FORM (interview_rating_form_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingForm,
                      interview_rating_form,
                      INTERVIEW,
                      RATING_FORM,
                      InterviewRecord)

const char *interview_rating_form_get_room_id (InterviewRatingForm *self);
const char *interview_rating_form_get_title (InterviewRatingForm *self);
gint64 interview_rating_form_get_scale (InterviewRatingForm *self);
GPtrArray *interview_rating_form_get_aspects (InterviewRatingForm *self);
gboolean interview_rating_form_get_comment (InterviewRatingForm *self);
GPtrArray *interview_rating_form_get_recruiters (InterviewRatingForm *self);
const char *interview_rating_form_get_delivery_token (InterviewRatingForm *self);

G_END_DECLS
