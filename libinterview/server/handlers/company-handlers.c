/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/blob-service.h"
#include "server/services/company-service.h"
#include "server/services/score-service.h"
#include "server/services/staff-service.h"

gboolean
interview_handle_company (InterviewExchange *exchange,
                          InterviewTransaction *transaction,
                          InterviewActor *actor,
                          GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_company_service_get (transaction, actor, error));
}

gboolean
interview_handle_company_switch (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_company_service_switch (transaction, actor, interview_exchange_get_body (exchange),
                                        error));
}

gboolean
interview_handle_blob (InterviewExchange *exchange,
                       InterviewTransaction *transaction,
                       InterviewActor *actor,
                       GError **error)
{
  return interview_answer_take_blob (
      interview_exchange_get_answer (exchange),
      interview_blob_service_get (transaction, actor, interview_exchange_get_argument (exchange, 0),
                                  error));
}

gboolean
interview_handle_positions (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *positions =
      interview_staff_service_list_positions (transaction, actor,
                                              interview_exchange_get_cursor (exchange),
                                              interview_exchange_get_limit (exchange), &next_cursor,
                                              error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), positions,
                                     next_cursor);
}

gboolean
interview_handle_candidates (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *candidates =
      interview_staff_service_list_candidates (transaction, actor,
                                               interview_exchange_get_cursor (exchange),
                                               interview_exchange_get_limit (exchange),
                                               &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), candidates,
                                     next_cursor);
}

gboolean
interview_handle_recruiters (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *recruiters =
      interview_staff_service_list_recruiters (transaction, actor,
                                               interview_exchange_get_cursor (exchange),
                                               interview_exchange_get_limit (exchange),
                                               &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), recruiters,
                                     next_cursor);
}

gboolean
interview_handle_candidate_create (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_staff_service_create_candidate (transaction, actor,
                                                interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_scores (InterviewExchange *exchange,
                         InterviewTransaction *transaction,
                         InterviewActor *actor,
                         GError **error)
{
  return interview_answer_take_list (interview_exchange_get_answer (exchange),
                                     interview_score_service_list (transaction, actor, error),
                                     NULL);
}
