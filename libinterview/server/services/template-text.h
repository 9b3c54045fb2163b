/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-template.h"

G_BEGIN_DECLS

InterviewNoticeTemplate *interview_template_text_get (InterviewNoticeKind kind,
                                                      const char *language);
InterviewNoticeTemplate *
interview_template_text_parse (InterviewNoticeKind kind, const char *language, const char *text);

extern const InterviewNoticeKind interview_template_kinds[];
extern const guint interview_template_n_kinds;
extern const char *const interview_template_languages[];

G_END_DECLS
