/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NOTICE_PREVIEW (interview_notice_preview_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticePreview,
                      interview_notice_preview,
                      INTERVIEW,
                      NOTICE_PREVIEW,
                      InterviewRecord)

const char *interview_notice_preview_get_subject (InterviewNoticePreview *self);
const char *interview_notice_preview_get_plain (InterviewNoticePreview *self);
const char *interview_notice_preview_get_html (InterviewNoticePreview *self);
const char *interview_notice_preview_get_brief (InterviewNoticePreview *self);

G_END_DECLS
