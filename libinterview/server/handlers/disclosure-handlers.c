/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/disclosure-service.h"

static InterviewDisclosureKind
get_kind (InterviewExchange *exchange)
{
  switch (interview_exchange_get_route (exchange))
    {
    case INTERVIEW_ROUTE_PROFILE_ASK:
    case INTERVIEW_ROUTE_PROFILE_ANSWER:
      return INTERVIEW_DISCLOSURE_KIND_COMPANY;
    default:
      return INTERVIEW_DISCLOSURE_KIND_RESUME;
    }
}

gboolean
interview_handle_disclosures (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_list (
      interview_exchange_get_answer (exchange),
      interview_disclosure_service_list (transaction, interview_exchange_get_argument (exchange, 0),
                                         error),
      NULL);
}

gboolean
interview_handle_disclosure_ask (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_disclosure_service_ask (transaction, actor,
                                        interview_exchange_get_argument (exchange, 0),
                                        get_kind (exchange), error));
}

gboolean
interview_handle_disclosure_answer (InterviewExchange *exchange,
                                    InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_disclosure_service_answer (transaction, actor,
                                           interview_exchange_get_argument (exchange, 0),
                                           get_kind (exchange),
                                           interview_exchange_get_body (exchange), error));
}
