/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice-settings.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewNoticeSettings *interview_notice_settings_table_get (InterviewTransaction *transaction,
                                                              const char *company_id,
                                                              gboolean with_secrets,
                                                              GError **error);
gboolean interview_notice_settings_table_replace (InterviewTransaction *transaction,
                                                  const char *company_id,
                                                  InterviewNoticeSettings *settings,
                                                  GError **error);

G_END_DECLS
