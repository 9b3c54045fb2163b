/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_delivery_token_table_insert (InterviewTransaction *transaction,
                                                GBytes *token_hash,
                                                const char *room_id,
                                                gint64 scale,
                                                gint64 expires_at,
                                                GError **error);
gboolean interview_delivery_token_table_find (InterviewTransaction *transaction,
                                              GBytes *token_hash,
                                              char **room_id,
                                              gint64 *scale,
                                              GError **error);
gboolean interview_delivery_token_table_clean_up (InterviewTransaction *transaction,
                                                  GError **error);

G_END_DECLS
