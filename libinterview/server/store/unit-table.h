/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_unit_table_insert (InterviewTransaction *transaction,
                                      const char *id,
                                      const char *company_id,
                                      const char *parent_id,
                                      const char *external_id,
                                      GError **error);
gboolean interview_unit_table_insert_text (InterviewTransaction *transaction,
                                           const char *id,
                                           const char *language,
                                           const char *name,
                                           GError **error);

G_END_DECLS
