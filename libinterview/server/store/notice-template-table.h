/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-template.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_notice_template_table_find (InterviewTransaction *transaction,
                                               const char *company_id,
                                               InterviewNoticeKind kind,
                                               const char *language,
                                               InterviewNoticeTemplate **template,
                                               GError **error);
gboolean interview_notice_template_table_replace (InterviewTransaction *transaction,
                                                  const char *company_id,
                                                  InterviewNoticeTemplate *template,
                                                  GError **error);
gboolean interview_notice_template_table_remove (InterviewTransaction *transaction,
                                                 const char *company_id,
                                                 InterviewNoticeTemplate *template,
                                                 GError **error);

G_END_DECLS
