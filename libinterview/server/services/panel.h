/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_panel_set (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *room_id,
                              const char *const *recruiter_ids,
                              GError **error);

G_END_DECLS
