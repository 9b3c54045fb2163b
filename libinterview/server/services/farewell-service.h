/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/notice.h"
#include "core/protocol/onboarding-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewNotice *interview_farewell_service_send_contact (InterviewTransaction *transaction,
                                                          InterviewActor *actor,
                                                          const char *room_id,
                                                          GError **error);
InterviewNotice *interview_farewell_service_send_onboarding (InterviewTransaction *transaction,
                                                             InterviewActor *actor,
                                                             const char *room_id,
                                                             InterviewOnboardingRequest *request,
                                                             GError **error);

G_END_DECLS
