/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/disclosure.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_disclosure_table_insert (InterviewTransaction *transaction,
                                            const InterviewRowHead *head,
                                            const char *room_id,
                                            InterviewDisclosureKind kind,
                                            const char *asked_by,
                                            GError **error);
gboolean interview_disclosure_table_answer (InterviewTransaction *transaction,
                                            const char *room_id,
                                            InterviewDisclosureKind kind,
                                            InterviewDisclosureState state,
                                            gboolean kept,
                                            InterviewDisclosedText *contents,
                                            const char *answered_by,
                                            GError **error);
GPtrArray *interview_disclosure_table_list (InterviewTransaction *transaction,
                                            const char *room_id,
                                            GError **error);
gboolean interview_disclosure_table_clean_up (InterviewTransaction *transaction, GError **error);

G_END_DECLS
