/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/fact.h"
#include "core/model/notice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NOTICE_CONTENT (interview_notice_content_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticeContent,
                      interview_notice_content,
                      INTERVIEW,
                      NOTICE_CONTENT,
                      InterviewRecord)

InterviewNoticeKind interview_notice_content_get_kind (InterviewNoticeContent *self);
const char *interview_notice_content_get_language (InterviewNoticeContent *self);
const char *interview_notice_content_get_subject (InterviewNoticeContent *self);
const char *interview_notice_content_get_plain (InterviewNoticeContent *self);
const char *interview_notice_content_get_html (InterviewNoticeContent *self);
const char *interview_notice_content_get_brief (InterviewNoticeContent *self);
GPtrArray *interview_notice_content_get_values (InterviewNoticeContent *self);
const char *interview_notice_content_get_calendar (InterviewNoticeContent *self);
const char *interview_notice_content_get_calendar_method (InterviewNoticeContent *self);

G_END_DECLS
