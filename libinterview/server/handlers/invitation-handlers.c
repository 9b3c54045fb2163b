/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/invitation-service.h"

gboolean
interview_handle_invitation_renew (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_invitation_service_renew (transaction, actor,
                                          interview_exchange_get_argument (exchange, 0),
                                          interview_exchange_get_endpoint (exchange), error));
}

gboolean
interview_handle_invitation_revoke (InterviewExchange *exchange,
                                    InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  interview_answer_set_text (interview_exchange_get_answer (exchange), 204, NULL);
  return interview_invitation_service_revoke (transaction, actor,
                                              interview_exchange_get_argument (exchange, 0), error);
}
