/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/rating-draft-service.h"
#include "server/services/rating-service.h"

gboolean
interview_handle_rating_form (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_rating_service_get_form (transaction, actor,
                                         interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_handle_rating (InterviewExchange *exchange,
                         InterviewTransaction *transaction,
                         InterviewActor *actor,
                         GError **error)
{
  gboolean created = FALSE;
  InterviewRating *rating =
      interview_rating_service_submit (transaction, interview_exchange_get_argument (exchange, 0),
                                       interview_exchange_get_body (exchange), &created, error);

  return interview_answer_take_record (interview_exchange_get_answer (exchange),
                                       created ? 201 : 200, rating);
}

gboolean
interview_handle_rating_draft (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_rating_draft_service_get (transaction, actor,
                                                                           error));
}

gboolean
interview_handle_rating_draft_replace (InterviewExchange *exchange,
                                       InterviewTransaction *transaction,
                                       InterviewActor *actor,
                                       GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_rating_draft_service_replace (transaction, actor,
                                              interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_received_ratings (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_list (
      interview_exchange_get_answer (exchange),
      interview_rating_service_list_received (transaction, actor,
                                              interview_exchange_get_argument (exchange, 0), error),
      NULL);
}
