/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/delivery.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_delivery_service_list (InterviewTransaction *transaction,
                                            InterviewActor *actor,
                                            const char *cursor,
                                            guint limit,
                                            char **next_cursor,
                                            GError **error);
InterviewDelivery *interview_delivery_service_resend (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      const char *delivery_id,
                                                      GError **error);

G_END_DECLS
