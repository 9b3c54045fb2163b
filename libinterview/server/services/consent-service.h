/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/consent-edition.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewConsentText *interview_consent_service_get_text (InterviewTransaction *transaction,
                                                          InterviewActor *actor,
                                                          GError **error);
gboolean interview_consent_service_check_text (InterviewTransaction *transaction,
                                               const char *company_id,
                                               gint64 version,
                                               const char *language,
                                               GError **error);
InterviewConsentEdition *interview_consent_service_get_edition (InterviewTransaction *transaction,
                                                                InterviewActor *actor,
                                                                GError **error);
InterviewConsentEdition *interview_consent_service_change (InterviewTransaction *transaction,
                                                           InterviewActor *actor,
                                                           InterviewConsentEdition *edition,
                                                           GError **error);
GPtrArray *interview_consent_service_list (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           const char *cursor,
                                           guint limit,
                                           char **next_cursor,
                                           GError **error);

G_END_DECLS
