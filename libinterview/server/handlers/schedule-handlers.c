/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/schedule-service.h"

gboolean
interview_handle_room_schedule (InterviewExchange *exchange,
                                InterviewTransaction *transaction,
                                InterviewActor *actor,
                                GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_schedule_service_change (transaction, actor,
                                         interview_exchange_get_argument (exchange, 0),
                                         interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_room_cancel (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_schedule_service_cancel (transaction, actor,
                                         interview_exchange_get_argument (exchange, 0), error));
}
