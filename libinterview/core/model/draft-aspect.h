/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/translation.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DRAFT_ASPECT (interview_draft_aspect_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDraftAspect,
                      interview_draft_aspect,
                      INTERVIEW,
                      DRAFT_ASPECT,
                      InterviewRecord)

const char *interview_draft_aspect_get_id (InterviewDraftAspect *self);
GPtrArray *interview_draft_aspect_get_labels (InterviewDraftAspect *self);

G_END_DECLS
