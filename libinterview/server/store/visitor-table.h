/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_visitor_table_list (InterviewTransaction *transaction,
                                         const char *room_id,
                                         GError **error);
gboolean interview_visitor_table_set (InterviewTransaction *transaction,
                                      const char *room_id,
                                      GPtrArray *person_ids,
                                      GError **error);
gboolean interview_visitor_table_clear (InterviewTransaction *transaction, GError **error);

G_END_DECLS
