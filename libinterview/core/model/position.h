/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_POSITION (interview_position_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPosition, interview_position, INTERVIEW, POSITION, InterviewRecord)

const char *interview_position_get_id (InterviewPosition *self);
gint64 interview_position_get_revision (InterviewPosition *self);
const char *interview_position_get_title (InterviewPosition *self);
const char *interview_position_get_department (InterviewPosition *self);
const char *interview_position_get_location (InterviewPosition *self);
const char *interview_position_get_description (InterviewPosition *self);
const char *const *interview_position_get_requirements (InterviewPosition *self);

G_END_DECLS
