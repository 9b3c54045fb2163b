/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/draft-aspect.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATING_DRAFT (interview_rating_draft_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingDraft,
                      interview_rating_draft,
                      INTERVIEW,
                      RATING_DRAFT,
                      InterviewRecord)

gint64 interview_rating_draft_get_revision (InterviewRatingDraft *self);
gint64 interview_rating_draft_get_scale (InterviewRatingDraft *self);
gint64 interview_rating_draft_get_minimum (InterviewRatingDraft *self);
gboolean interview_rating_draft_get_comment (InterviewRatingDraft *self);
GPtrArray *interview_rating_draft_get_titles (InterviewRatingDraft *self);
GPtrArray *interview_rating_draft_get_aspects (InterviewRatingDraft *self);

G_END_DECLS
