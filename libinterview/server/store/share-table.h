/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/row-head.h"
#include "server/store/share-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_share_table_insert (InterviewTransaction *transaction,
                                       const InterviewRowHead *head,
                                       const InterviewShareRow *row,
                                       GError **error);
InterviewShareRow *
interview_share_table_get_row (InterviewTransaction *transaction, const char *id, GError **error);
InterviewShareRow *interview_share_table_get_row_by_token (InterviewTransaction *transaction,
                                                           GBytes *token_hash,
                                                           GError **error);
gboolean interview_share_table_update (InterviewTransaction *transaction,
                                       const InterviewShareRow *row,
                                       GError **error);
gboolean interview_share_table_count_opening (InterviewTransaction *transaction,
                                              const char *id,
                                              GError **error);
gboolean interview_share_table_set_deleted (InterviewTransaction *transaction,
                                            const char *id,
                                            GError **error);
gboolean interview_share_table_count (InterviewTransaction *transaction,
                                      const char *company_id,
                                      const char *recording_id,
                                      gint64 *bytes,
                                      gint64 *open,
                                      GError **error);

InterviewRecordingShare *interview_share_table_get (InterviewTransaction *transaction,
                                                    const char *company_id,
                                                    const char *language,
                                                    const char *id,
                                                    GError **error);
GPtrArray *interview_share_table_list (InterviewTransaction *transaction,
                                       const char *company_id,
                                       const char *language,
                                       const char *reader_id,
                                       gint64 before,
                                       const char *before_id,
                                       guint limit,
                                       GError **error);
GPtrArray *interview_share_table_list_open (InterviewTransaction *transaction,
                                            const char *recording_id,
                                            GError **error);
GPtrArray *interview_share_table_list_late (InterviewTransaction *transaction, GError **error);
GPtrArray *interview_share_table_list_to_delete (InterviewTransaction *transaction,
                                                 gint64 ended_before,
                                                 GError **error);

G_END_DECLS
