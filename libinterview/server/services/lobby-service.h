/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/entrance-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRoom *interview_lobby_service_decide (InterviewTransaction *transaction,
                                               InterviewActor *actor,
                                               const char *room_id,
                                               InterviewEntranceRequest *request,
                                               GError **error);

G_END_DECLS
