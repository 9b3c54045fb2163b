/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room-choice.h"
#include "core/protocol/choice-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRoomChoice *interview_choice_service_get (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   const char *room_id,
                                                   GError **error);
InterviewRoomChoice *interview_choice_service_choose (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      const char *room_id,
                                                      InterviewChoiceRequest *request,
                                                      GError **error);

G_END_DECLS
