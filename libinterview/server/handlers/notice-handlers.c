/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/time-zone-request.h"
#include "server/handlers/handlers.h"
#include "server/services/farewell-service.h"
#include "server/services/inbox-service.h"
#include "server/services/notice-template-service.h"

gboolean
interview_handle_notices (InterviewExchange *exchange,
                          InterviewTransaction *transaction,
                          InterviewActor *actor,
                          GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *notices =
      interview_inbox_service_list (transaction, actor, interview_exchange_get_cursor (exchange),
                                    interview_exchange_get_limit (exchange), &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), notices,
                                     next_cursor);
}

gboolean
interview_handle_contact_send (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 201,
                                       interview_farewell_service_send_contact (
                                           transaction, actor,
                                           interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_handle_onboarding_send (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_farewell_service_send_onboarding (transaction, actor,
                                                  interview_exchange_get_argument (exchange, 0),
                                                  interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_notice_templates (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_list (interview_exchange_get_answer (exchange),
                                     interview_notice_template_service_list (transaction, actor,
                                                                             error),
                                     NULL);
}

gboolean
interview_handle_notice_template_replace (InterviewExchange *exchange,
                                          InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_notice_template_service_replace (transaction, actor,
                                                 interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_notice_preview (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_notice_template_service_preview (transaction, actor,
                                                 interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_notice_test (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_notice_template_service_test (transaction, actor,
                                              interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_time_zone (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  InterviewTimeZoneRequest *request = interview_exchange_get_body (exchange);

  interview_answer_set_text (interview_exchange_get_answer (exchange), 204, NULL);
  return interview_inbox_service_set_time_zone (transaction, actor,
                                                interview_time_zone_request_get_time_zone (request),
                                                error);
}
