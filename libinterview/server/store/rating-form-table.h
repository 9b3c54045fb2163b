/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/rating-draft.h"
#include "core/model/rating-form.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_rating_form_table_insert (InterviewTransaction *transaction,
                                             const InterviewRowHead *head,
                                             gint64 scale,
                                             gboolean comment,
                                             GError **error);
gboolean interview_rating_form_table_insert_text (InterviewTransaction *transaction,
                                                  const char *form_id,
                                                  const char *language,
                                                  const char *title,
                                                  GError **error);
gboolean interview_rating_form_table_insert_aspect (InterviewTransaction *transaction,
                                                    const char *form_id,
                                                    const char *aspect_id,
                                                    int place,
                                                    GError **error);
gboolean interview_rating_form_table_insert_aspect_text (InterviewTransaction *transaction,
                                                         const char *aspect_id,
                                                         const char *language,
                                                         const char *label,
                                                         GError **error);
InterviewRatingForm *interview_rating_form_table_get (InterviewTransaction *transaction,
                                                      const char *company_id,
                                                      const char *language,
                                                      GError **error);
gboolean interview_rating_form_table_find_terms (InterviewTransaction *transaction,
                                                 const char *company_id,
                                                 gint64 *scale,
                                                 gint64 *minimum,
                                                 GError **error);
gboolean interview_rating_form_table_has_aspect (InterviewTransaction *transaction,
                                                 const char *company_id,
                                                 const char *aspect_id,
                                                 gboolean *there,
                                                 GError **error);
InterviewRatingDraft *interview_rating_form_table_get_draft (InterviewTransaction *transaction,
                                                             const char *company_id,
                                                             GError **error);
gboolean interview_rating_form_table_replace (InterviewTransaction *transaction,
                                              const char *company_id,
                                              InterviewRatingDraft *draft,
                                              GError **error);

G_END_DECLS
