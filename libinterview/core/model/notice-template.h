/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/notice.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NOTICE_TEMPLATE (interview_notice_template_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNoticeTemplate,
                      interview_notice_template,
                      INTERVIEW,
                      NOTICE_TEMPLATE,
                      InterviewRecord)

InterviewNoticeKind interview_notice_template_get_kind (InterviewNoticeTemplate *self);
const char *interview_notice_template_get_language (InterviewNoticeTemplate *self);
gint64 interview_notice_template_get_revision (InterviewNoticeTemplate *self);
gboolean interview_notice_template_get_custom (InterviewNoticeTemplate *self);
const char *interview_notice_template_get_subject (InterviewNoticeTemplate *self);
const char *interview_notice_template_get_body (InterviewNoticeTemplate *self);
const char *interview_notice_template_get_brief (InterviewNoticeTemplate *self);

G_END_DECLS
