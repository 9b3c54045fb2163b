/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/sharing-policy.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewSharingPolicy *interview_sharing_policy_table_get (InterviewTransaction *transaction,
                                                            const char *company_id,
                                                            GError **error);
gboolean interview_sharing_policy_table_replace (InterviewTransaction *transaction,
                                                 const char *company_id,
                                                 InterviewSharingPolicy *policy,
                                                 GError **error);

G_END_DECLS
