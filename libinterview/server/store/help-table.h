/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/help-row.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_help_table_insert (InterviewTransaction *transaction,
                                      const InterviewRowHead *head,
                                      const InterviewHelpRow *row,
                                      GError **error);
gboolean interview_help_table_update (InterviewTransaction *transaction,
                                      InterviewHelpRow *row,
                                      GError **error);
gboolean interview_help_table_find_row (InterviewTransaction *transaction,
                                        const char *id,
                                        InterviewHelpRow **row,
                                        GError **error);
InterviewHelp *interview_help_table_get (InterviewTransaction *transaction,
                                         const char *company_id,
                                         const char *language,
                                         const char *room_id,
                                         GError **error);
GPtrArray *interview_help_table_list (InterviewTransaction *transaction,
                                      const char *company_id,
                                      const char *language,
                                      GError **error);
gboolean
interview_help_table_add_called (InterviewTransaction *transaction, GPtrArray *ids, GError **error);

G_END_DECLS
