/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recruiter-score.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_score_service_list (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         GError **error);

G_END_DECLS
