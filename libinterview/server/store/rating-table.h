/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/rating.h"
#include "core/model/received-rating.h"
#include "server/store/rating-series.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_rating_table_insert (InterviewTransaction *transaction,
                                        const InterviewRowHead *head,
                                        InterviewRating *rating,
                                        gint64 scale,
                                        GBytes *content_hash,
                                        GError **error);
gboolean interview_rating_table_find (InterviewTransaction *transaction,
                                      const char *id,
                                      const char *room_id,
                                      const char *recruiter_id,
                                      char **found_id,
                                      GBytes **content_hash,
                                      GError **error);
GPtrArray *interview_rating_table_list_series (InterviewTransaction *transaction,
                                               const char *company_id,
                                               GError **error);
gboolean interview_rating_table_count (InterviewTransaction *transaction,
                                       const char *recruiter_id,
                                       gint64 *count,
                                       GError **error);
GPtrArray *interview_rating_table_list_received (InterviewTransaction *transaction,
                                                 const char *recruiter_id,
                                                 const char *language,
                                                 gint64 first,
                                                 guint limit,
                                                 GError **error);

G_END_DECLS
