/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/handlers/handlers.h"
#include "server/services/consent-service.h"
#include "server/services/recording-service.h"

gboolean
interview_handle_recording (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_recording_service_get (transaction, actor,
                                       interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_handle_recordings (InterviewExchange *exchange,
                             InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  return interview_answer_take_list (
      interview_exchange_get_answer (exchange),
      interview_recording_service_list (transaction, actor,
                                        interview_exchange_get_argument (exchange, 0), error),
      NULL);
}

gboolean
interview_handle_recording_ask (InterviewExchange *exchange,
                                InterviewTransaction *transaction,
                                InterviewActor *actor,
                                GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_recording_service_ask (transaction, actor,
                                       interview_exchange_get_argument (exchange, 0),
                                       interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_recording_decide (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_recording_service_decide (transaction, actor,
                                          interview_exchange_get_argument (exchange, 0),
                                          interview_exchange_get_argument (exchange, 1),
                                          interview_exchange_get_body (exchange), error));
}

gboolean
interview_handle_recording_stop (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_recording_service_stop (transaction, actor,
                                        interview_exchange_get_argument (exchange, 0),
                                        interview_exchange_get_argument (exchange, 1), error));
}

gboolean
interview_handle_consent_text (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_consent_service_get_text (transaction, actor,
                                                                           error));
}

gboolean
interview_handle_consent_edition (InterviewExchange *exchange,
                                  InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_consent_service_get_edition (transaction, actor,
                                                                              error));
}

gboolean
interview_handle_consent_edition_change (InterviewExchange *exchange,
                                         InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_consent_service_change (transaction, actor, interview_exchange_get_body (exchange),
                                        error));
}

gboolean
interview_handle_consents (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *consents =
      interview_consent_service_list (transaction, actor, interview_exchange_get_cursor (exchange),
                                      interview_exchange_get_limit (exchange), &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), consents,
                                     next_cursor);
}
