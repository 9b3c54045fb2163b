/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_setup_service_is_empty (InterviewTransaction *transaction,
                                           gboolean *empty,
                                           GError **error);
InterviewPerson *interview_setup_service_create (InterviewTransaction *transaction,
                                                 const char *company_name,
                                                 const char *language,
                                                 const char *admin_name,
                                                 const char *admin_email,
                                                 const char *admin_secret,
                                                 GError **error);
gboolean interview_setup_service_clean_up (InterviewTransaction *transaction, GError **error);

G_END_DECLS
