/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/consent-edition.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_consent_text_table_insert (InterviewTransaction *transaction,
                                              const char *company_id,
                                              InterviewConsentText *text,
                                              const char *created_by,
                                              GError **error);
gboolean interview_consent_text_table_get_version (InterviewTransaction *transaction,
                                                   const char *company_id,
                                                   gint64 *version,
                                                   GError **error);
InterviewConsentText *interview_consent_text_table_get (InterviewTransaction *transaction,
                                                        const char *company_id,
                                                        gint64 version,
                                                        const char *language,
                                                        GError **error);
GPtrArray *interview_consent_text_table_list (InterviewTransaction *transaction,
                                              const char *company_id,
                                              gint64 version,
                                              GError **error);

G_END_DECLS
