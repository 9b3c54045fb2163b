/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/sharing-policy.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewSharingPolicy *interview_sharing_policy_service_get (InterviewTransaction *transaction,
                                                              InterviewActor *actor,
                                                              GError **error);
InterviewSharingPolicy *interview_sharing_policy_service_replace (InterviewTransaction *transaction,
                                                                  InterviewActor *actor,
                                                                  InterviewSharingPolicy *policy,
                                                                  GError **error);

G_END_DECLS
