/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/error.h"
#include "server/handlers/handlers.h"
#include "server/services/share-page.h"
#include "server/services/share-service.h"
#include "server/services/sharing-policy-service.h"

gboolean
interview_handle_share_create (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_share_service_create (transaction, actor,
                                      interview_exchange_get_argument (exchange, 0),
                                      interview_exchange_get_argument (exchange, 1),
                                      interview_exchange_get_body (exchange),
                                      interview_exchange_get_endpoint (exchange), error));
}

gboolean
interview_handle_shares (InterviewExchange *exchange,
                         InterviewTransaction *transaction,
                         InterviewActor *actor,
                         GError **error)
{
  g_autofree char *next_cursor = NULL;
  GPtrArray *shares =
      interview_share_service_list (transaction, actor, interview_exchange_get_cursor (exchange),
                                    interview_exchange_get_limit (exchange), &next_cursor, error);

  return interview_answer_take_list (interview_exchange_get_answer (exchange), shares, next_cursor);
}

gboolean
interview_handle_share (InterviewExchange *exchange,
                        InterviewTransaction *transaction,
                        InterviewActor *actor,
                        GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_share_service_get (transaction, actor,
                                   interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_prepare_share_write (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_share_service_begin_part (transaction,
                                             interview_exchange_get_argument (exchange, 0),
                                             interview_exchange_get_upload (exchange), error);
}

gboolean
interview_handle_share_write (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_share_service_end_part (transaction, actor,
                                        interview_exchange_get_upload (exchange), error));
}

gboolean
interview_prepare_share_finish (InterviewExchange *exchange,
                                InterviewTransaction *transaction,
                                InterviewActor *actor,
                                GError **error)
{
  return interview_share_service_begin_check (transaction,
                                              interview_exchange_get_argument (exchange, 0),
                                              interview_exchange_get_upload (exchange), error);
}

gboolean
interview_handle_share_finish (InterviewExchange *exchange,
                               InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_share_service_end_check (transaction, actor,
                                         interview_exchange_get_upload (exchange), error));
}

gboolean
interview_handle_share_withdraw (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_share_service_withdraw (transaction, actor,
                                        interview_exchange_get_argument (exchange, 0), error));
}

gboolean
interview_handle_sharing_policy (InterviewExchange *exchange,
                                 InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_sharing_policy_service_get (transaction, actor,
                                                                             error));
}

gboolean
interview_handle_sharing_policy_replace (InterviewExchange *exchange,
                                         InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         GError **error)
{
  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 200,
      interview_sharing_policy_service_replace (transaction, actor,
                                                interview_exchange_get_body (exchange), error));
}

/* Whoever opens a link is a person in a browser, also when it does not work. */
gboolean
interview_handle_shared_page (InterviewExchange *exchange,
                              InterviewTransaction *transaction,
                              InterviewActor *actor,
                              GError **error)
{
  const char *token = interview_exchange_get_argument (exchange, 0);
  const char *language = interview_exchange_get_language (exchange);
  g_autoptr (GError) failure = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_service_open_page (transaction, token, language, &failure);
  g_autofree char *page = NULL;

  if (share == NULL && !g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  page = interview_share_page_make (share, token, language);
  interview_answer_set_text (interview_exchange_get_answer (exchange), share != NULL ? 200 : 404,
                             page);
  return TRUE;
}

gboolean
interview_handle_shared_recording (InterviewExchange *exchange,
                                   InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   GError **error)
{
  return interview_answer_take_blob (interview_exchange_get_answer (exchange),
                                     interview_share_service_open_recording (
                                         transaction, interview_exchange_get_argument (exchange, 0),
                                         error));
}
