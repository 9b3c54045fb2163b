/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_single_row_finish (InterviewSqliteStatement *statement,
                                      gboolean found,
                                      const char *missing,
                                      GError **error);
gboolean interview_single_row_update (InterviewTransaction *transaction,
                                      InterviewSqliteStatement *statement,
                                      GError **error);

G_END_DECLS
