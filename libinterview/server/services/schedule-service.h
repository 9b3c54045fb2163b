/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"
#include "core/protocol/schedule-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_schedule_service_check (InterviewTransaction *transaction,
                                           gint64 starts_at,
                                           gint64 duration_minutes,
                                           const char *time_zone,
                                           GError **error);
InterviewRoom *interview_schedule_service_change (InterviewTransaction *transaction,
                                                  InterviewActor *actor,
                                                  const char *room_id,
                                                  InterviewScheduleRequest *request,
                                                  GError **error);
InterviewRoom *interview_schedule_service_cancel (InterviewTransaction *transaction,
                                                  InterviewActor *actor,
                                                  const char *room_id,
                                                  GError **error);
gboolean interview_schedule_service_miss (InterviewTransaction *transaction, GError **error);

G_END_DECLS
