/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_staffing_update (InterviewTransaction *transaction,
                                    const char *company_id,
                                    gboolean anew,
                                    GError **error);

G_END_DECLS
