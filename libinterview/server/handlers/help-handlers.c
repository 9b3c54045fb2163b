/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/help-service.h"

gboolean
interview_handle_help_list (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  return interview_answer_take_list (interview_exchange_get_answer (exchange),
                                     interview_help_service_list (transaction, actor, error), NULL);
}

gboolean
interview_handle_help (InterviewExchange *exchange,
                       InterviewTransaction *transaction,
                       InterviewActor *actor,
                       GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_help_service_get (transaction, actor, interview_exchange_get_argument (exchange, 0),
                                  error));
}

gboolean
interview_handle_help_ask (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_help_service_ask (transaction, actor, interview_exchange_get_argument (exchange, 0),
                                  interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_help_close (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_help_service_close (transaction, actor,
                                    interview_exchange_get_argument (exchange, 0), error));
}
