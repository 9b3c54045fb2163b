/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ASPECT_MARK (interview_aspect_mark_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAspectMark,
                      interview_aspect_mark,
                      INTERVIEW,
                      ASPECT_MARK,
                      InterviewRecord)

const char *interview_aspect_mark_get_aspect_id (InterviewAspectMark *self);
gint64 interview_aspect_mark_get_stars (InterviewAspectMark *self);

G_END_DECLS
