/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

char *interview_application_table_ensure (InterviewTransaction *transaction,
                                          const InterviewRowHead *head,
                                          const char *candidate_id,
                                          const char *position_id,
                                          GError **error);

G_END_DECLS
