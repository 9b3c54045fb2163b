/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/staffing-policy.h"
#include "core/model/staffing.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewStaffing *interview_staffing_service_get (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   GError **error);
InterviewStaffing *interview_staffing_service_preview (InterviewTransaction *transaction,
                                                       InterviewActor *actor,
                                                       InterviewStaffingPolicy *policy,
                                                       GError **error);
InterviewStaffingPolicy *interview_staffing_service_get_policy (InterviewTransaction *transaction,
                                                                InterviewActor *actor,
                                                                GError **error);
InterviewStaffingPolicy *
interview_staffing_service_replace_policy (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           InterviewStaffingPolicy *policy,
                                           GError **error);

G_END_DECLS
