/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/consent.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_consent_table_insert (InterviewTransaction *transaction,
                                         const char *company_id,
                                         InterviewConsent *consent,
                                         GError **error);
GPtrArray *interview_consent_table_list_latest (InterviewTransaction *transaction,
                                                const char *recording_id,
                                                GError **error);
GPtrArray *interview_consent_table_list (InterviewTransaction *transaction,
                                         const char *company_id,
                                         gint64 before,
                                         guint limit,
                                         gint64 *last,
                                         GError **error);

G_END_DECLS
