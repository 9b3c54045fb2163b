/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/fact.h"
#include "core/model/notice.h"

G_BEGIN_DECLS

GStrv interview_placeholders_list (InterviewNoticeKind kind);
const char *interview_placeholders_find (GPtrArray *values, const char *name);
gboolean interview_placeholders_check (const char *text, InterviewNoticeKind kind, GError **error);
char *interview_placeholders_fill_line (const char *text, GPtrArray *values);
char *interview_placeholders_fill (const char *text, GPtrArray *values);

G_END_DECLS
