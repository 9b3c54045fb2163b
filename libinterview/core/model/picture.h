/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PICTURE (interview_picture_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPicture, interview_picture, INTERVIEW, PICTURE, InterviewRecord)

const char *interview_picture_get_blob_id (InterviewPicture *self);
const char *interview_picture_get_caption (InterviewPicture *self);

G_END_DECLS
