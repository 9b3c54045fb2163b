/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_panel_notice_service_update (InterviewTransaction *transaction,
                                                const char *room_id,
                                                const char *actor_id,
                                                GError **error);

G_END_DECLS
