/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_membership_table_insert (InterviewTransaction *transaction,
                                            const InterviewRowHead *head,
                                            const char *person_id,
                                            InterviewRole role,
                                            GError **error);
gboolean interview_membership_table_find (InterviewTransaction *transaction,
                                          const char *person_id,
                                          char **company_id,
                                          char **unit_id,
                                          InterviewRole *role,
                                          GError **error);
gboolean interview_membership_table_add_readers (InterviewTransaction *transaction,
                                                 const char *company_id,
                                                 InterviewRole role,
                                                 GPtrArray *person_ids,
                                                 GError **error);

G_END_DECLS
