/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/access.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_relation_find (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  InterviewObjectKind kind,
                                  const char *object_id,
                                  InterviewRelation *relation,
                                  GError **error);
gboolean interview_relation_check_access (InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          InterviewRoute route,
                                          const char *object_id,
                                          GError **error);

G_END_DECLS
