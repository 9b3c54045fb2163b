/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/company.h"
#include "core/protocol/switch-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewCompany *interview_company_service_get (InterviewTransaction *transaction,
                                                 InterviewActor *actor,
                                                 GError **error);
InterviewCompany *interview_company_service_switch (InterviewTransaction *transaction,
                                                    InterviewActor *actor,
                                                    InterviewSwitchRequest *request,
                                                    GError **error);

G_END_DECLS
