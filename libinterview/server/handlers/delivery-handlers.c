/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/delivery-service.h"
#include "server/services/notice-settings-service.h"

gboolean
interview_handle_notice_settings (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_notice_settings_service_get (transaction, actor,
                                                                              error));
}

gboolean
interview_handle_notice_settings_replace (InterviewExchange *exchange,
                                          InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_notice_settings_service_replace (transaction, actor,
                                                 interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_deliveries (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *deliveries =
      interview_delivery_service_list (transaction, actor, interview_exchange_get_cursor (exchange),
                                       interview_exchange_get_limit (exchange), &next_cursor,
                                       error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), deliveries,
                                     next_cursor);
}

gboolean
interview_handle_delivery_resend (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_delivery_service_resend (transaction, actor,
                                         interview_exchange_get_argument (exchange, 0), error));
}
