/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/company.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewCompanyText:
 *
 * A company's profile in one language. @hiring_for, @facts and @links are JSON lists.
 */
typedef struct
{
  const char *language;
  const char *name;
  const char *tagline;
  const char *about;
  const char *hiring_for;
  const char *facts;
  const char *links;
} InterviewCompanyText;

gboolean interview_company_table_insert (InterviewTransaction *transaction,
                                         const char *id,
                                         const char *external_id,
                                         const char *default_language,
                                         gboolean interactive,
                                         GError **error);
gboolean interview_company_table_insert_text (InterviewTransaction *transaction,
                                              const char *id,
                                              const InterviewCompanyText *text,
                                              GError **error);
gboolean interview_company_table_set_logo (InterviewTransaction *transaction,
                                           const char *id,
                                           const char *blob_id,
                                           GError **error);
gboolean interview_company_table_insert_picture (InterviewTransaction *transaction,
                                                 const char *id,
                                                 int place,
                                                 const char *blob_id,
                                                 GError **error);
gboolean interview_company_table_insert_caption (InterviewTransaction *transaction,
                                                 const char *id,
                                                 int place,
                                                 const char *language,
                                                 const char *caption,
                                                 GError **error);

gboolean
interview_company_table_count (InterviewTransaction *transaction, gint64 *count, GError **error);
InterviewCompany *interview_company_table_get (InterviewTransaction *transaction,
                                               const char *id,
                                               const char *language,
                                               GError **error);
char *interview_company_table_get_name (InterviewTransaction *transaction,
                                        const char *id,
                                        const char *language,
                                        GError **error);
gboolean interview_company_table_switch (InterviewTransaction *transaction,
                                         const char *id,
                                         gint64 revision,
                                         gboolean interactive,
                                         GError **error);

G_END_DECLS
