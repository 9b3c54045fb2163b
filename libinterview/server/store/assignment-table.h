/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/participant.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_assignment_table_insert (InterviewTransaction *transaction,
                                            const char *room_id,
                                            const char *recruiter_id,
                                            int place,
                                            GError **error);
gboolean interview_assignment_table_clear (InterviewTransaction *transaction,
                                           const char *room_id,
                                           GError **error);
GPtrArray *interview_assignment_table_list (InterviewTransaction *transaction,
                                            const char *room_id,
                                            GError **error);
gboolean interview_assignment_table_contains (InterviewTransaction *transaction,
                                              const char *room_id,
                                              const char *recruiter_id,
                                              gboolean *assigned,
                                              GError **error);
gboolean interview_assignment_table_has_candidate (InterviewTransaction *transaction,
                                                   const char *recruiter_id,
                                                   const char *candidate_id,
                                                   gboolean *met,
                                                   GError **error);

G_END_DECLS
