/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/position.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewPositionText:
 *
 * A position in one language. @requirements is a JSON list of texts.
 */
typedef struct
{
  const char *language;
  const char *title;
  const char *department;
  const char *location;
  const char *description;
  const char *requirements;
} InterviewPositionText;

gboolean interview_position_table_insert (InterviewTransaction *transaction,
                                          const InterviewRowHead *head,
                                          GError **error);
gboolean interview_position_table_insert_text (InterviewTransaction *transaction,
                                               const char *id,
                                               const InterviewPositionText *text,
                                               GError **error);
char *interview_position_table_get_unit (InterviewTransaction *transaction,
                                         const char *company_id,
                                         const char *id,
                                         GError **error);
GPtrArray *interview_position_table_list (InterviewTransaction *transaction,
                                          const char *company_id,
                                          const char *language,
                                          const char *after_title,
                                          const char *after_id,
                                          guint limit,
                                          GError **error);

G_END_DECLS
