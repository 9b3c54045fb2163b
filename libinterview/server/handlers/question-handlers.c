/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/asked-request.h"
#include "core/protocol/question-request.h"
#include "server/handlers/handlers.h"
#include "server/services/question-service.h"

gboolean
interview_handle_questions (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  return interview_answer_take_list (
      interview_exchange_get_answer (exchange),
      interview_question_service_list (transaction, actor,
                                       interview_exchange_get_argument (exchange, 0), error),
      NULL);
}

gboolean
interview_handle_question_asked (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  InterviewAskedRequest *request = interview_exchange_get_body (exchange);

  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_question_service_set_asked (transaction, actor,
                                            interview_exchange_get_argument (exchange, 0),
                                            interview_exchange_get_argument (exchange, 1),
                                            interview_asked_request_get_asked (request), error));
}

gboolean
interview_handle_question_type (InterviewExchange *exchange,
                                InterviewTransaction *transaction,
                                InterviewActor *actor,
                                GError **error)
{
  InterviewQuestionRequest *request = interview_exchange_get_body (exchange);

  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_question_service_type (transaction, actor,
                                       interview_exchange_get_argument (exchange, 0),
                                       interview_exchange_get_argument (exchange, 1),
                                       interview_question_request_get_text (request), error));
}
