/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/resume.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_resume_table_insert (InterviewTransaction *transaction,
                                        const InterviewRowHead *head,
                                        const char *person_id,
                                        const char *document,
                                        const char *original_blob_id,
                                        const char *original_name,
                                        GError **error);
InterviewResume *interview_resume_table_get (InterviewTransaction *transaction,
                                             const char *person_id,
                                             GError **error);
gboolean interview_resume_table_find_owner (InterviewTransaction *transaction,
                                            const char *blob_id,
                                            char **person_id,
                                            GError **error);

G_END_DECLS
