/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/person.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_person_table_insert (InterviewTransaction *transaction,
                                        const InterviewRowHead *head,
                                        InterviewPerson *person,
                                        const char *language,
                                        GError **error);
InterviewPerson *interview_person_table_get (InterviewTransaction *transaction,
                                             const char *company_id,
                                             const char *person_id,
                                             GError **error);
gboolean interview_person_table_get_reader (InterviewTransaction *transaction,
                                            const char *person_id,
                                            char **language,
                                            char **time_zone,
                                            GError **error);
gboolean interview_person_table_set_time_zone (InterviewTransaction *transaction,
                                               const char *person_id,
                                               const char *time_zone,
                                               GError **error);
GPtrArray *interview_person_table_list (InterviewTransaction *transaction,
                                        const char *company_id,
                                        InterviewRole role,
                                        const char *after_name,
                                        const char *after_id,
                                        guint limit,
                                        GError **error);

G_END_DECLS
