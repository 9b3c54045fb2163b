/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/staffing-policy.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewStaffingPolicy *interview_staffing_policy_table_get (InterviewTransaction *transaction,
                                                              const char *company_id,
                                                              GError **error);
gboolean interview_staffing_policy_table_replace (InterviewTransaction *transaction,
                                                  const char *company_id,
                                                  InterviewStaffingPolicy *policy,
                                                  GError **error);

G_END_DECLS
