/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/audit-service.h"
#include "server/services/choice-service.h"
#include "server/services/staffing-service.h"
#include "server/services/standing-service.h"

gboolean
interview_handle_staffing (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_staffing_service_get (transaction, actor, error));
}

gboolean
interview_handle_staffing_preview (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_staffing_service_preview (transaction, actor,
                                          interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_staffing_policy (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_staffing_service_get_policy (transaction, actor,
                                                                              error));
}

gboolean
interview_handle_staffing_policy_replace (InterviewExchange *exchange,
                                          InterviewTransaction *transaction,
                                          InterviewActor *actor,
                                          GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_staffing_service_replace_policy (transaction, actor,
                                                 interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_standing_decide (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_standing_service_decide (transaction, actor,
                                         interview_exchange_get_argument (exchange, 0),
                                         interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_standing_appeal (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_standing_service_appeal (transaction, actor, interview_exchange_get_body (exchange),
                                         error));
}

gboolean
interview_handle_audit (InterviewExchange *exchange,
                        InterviewTransaction *transaction,
                        InterviewActor *actor,
                        GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *entries =
      interview_audit_service_list (transaction, actor, interview_exchange_get_cursor (exchange),
                                    interview_exchange_get_limit (exchange), &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), entries,
                                     next_cursor);
}

gboolean
interview_handle_room_choice (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_choice_service_get (transaction, actor,
                                    interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_handle_room_choose (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_choice_service_choose (transaction, actor,
                                       interview_exchange_get_argument (exchange, 0),
                                       interview_exchange_get_body (exchange), error));
}
