/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/standing.h"
#include "core/protocol/appeal-request.h"
#include "core/protocol/standing-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewStanding *interview_standing_service_decide (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      const char *recruiter_id,
                                                      InterviewStandingRequest *request,
                                                      GError **error);
InterviewStanding *interview_standing_service_appeal (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      InterviewAppealRequest *request,
                                                      GError **error);

G_END_DECLS
