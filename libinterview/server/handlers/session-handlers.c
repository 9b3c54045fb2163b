/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/password-request.h"
#include "core/protocol/redeem-request.h"
#include "core/protocol/sign-in-request.h"
#include "server/handlers/handlers.h"
#include "server/services/invitation-service.h"
#include "server/services/session-service.h"

/* Both are made again each time that the unit of work runs. */
static void
clear_found (InterviewPasswordCheck *check)
{
  g_clear_pointer (&check->person_id, g_free);
  g_clear_pointer (&check->secret, g_free);
}

static void
set_passwords (InterviewPasswordCheck *check, const char *password, const char *replacement)
{
  g_free (check->password);
  g_free (check->replacement);
  check->password = g_strdup (password);
  check->replacement = g_strdup (replacement);
}

gboolean
interview_prepare_sign_in (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  InterviewSignInRequest *request = interview_exchange_get_body (exchange);
  InterviewPasswordCheck *check = interview_exchange_get_check (exchange);

  clear_found (check);
  set_passwords (check, interview_sign_in_request_get_password (request), NULL);
  return interview_session_service_find_secret (transaction,
                                                interview_sign_in_request_get_email (request),
                                                &check->person_id, &check->secret, error);
}

gboolean
interview_handle_sign_in (InterviewExchange *exchange,
                          InterviewTransaction *transaction,
                          InterviewActor *actor,
                          GError **error)
{
  InterviewPasswordCheck *check = interview_exchange_get_check (exchange);

  return interview_answer_take_record (
      interview_exchange_get_answer (exchange), 201,
      interview_session_service_sign_in (transaction, check->person_id, check->secret,
                                         interview_exchange_get_language (exchange), error));
}

gboolean
interview_handle_redeem (InterviewExchange *exchange,
                         InterviewTransaction *transaction,
                         InterviewActor *actor,
                         GError **error)
{
  InterviewRedeemRequest *request = interview_exchange_get_body (exchange);
  InterviewAnswer *answer = interview_exchange_get_answer (exchange);
  gint64 opens_at = 0;
  InterviewSession *session;

  session =
      interview_invitation_service_redeem (transaction, interview_redeem_request_get_code (request),
                                           interview_exchange_get_language (exchange), &opens_at,
                                           error);
  interview_answer_set_opens_at (answer, opens_at);
  return interview_answer_take_record (answer, 201, session);
}

gboolean
interview_handle_session (InterviewExchange *exchange,
                          InterviewTransaction *transaction,
                          InterviewActor *actor,
                          GError **error)
{
  return interview_answer_take_record (interview_exchange_get_answer (exchange), 200,
                                       interview_session_service_get (transaction, actor, error));
}

gboolean
interview_handle_sign_out (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  interview_answer_set_text (interview_exchange_get_answer (exchange), 204, NULL);
  return interview_session_service_sign_out (transaction, actor, error);
}

gboolean
interview_prepare_password (InterviewExchange *exchange,
                            InterviewTransaction *transaction,
                            InterviewActor *actor,
                            GError **error)
{
  InterviewPasswordRequest *request = interview_exchange_get_body (exchange);
  InterviewPasswordCheck *check = interview_exchange_get_check (exchange);

  clear_found (check);
  set_passwords (check, interview_password_request_get_current (request),
                 interview_password_request_get_replacement (request));
  return interview_session_service_find_own_secret (transaction, actor, &check->secret, error);
}

gboolean
interview_handle_password (InterviewExchange *exchange,
                           InterviewTransaction *transaction,
                           InterviewActor *actor,
                           GError **error)
{
  InterviewPasswordCheck *check = interview_exchange_get_check (exchange);

  interview_answer_set_text (interview_exchange_get_answer (exchange), 204, NULL);
  return interview_session_service_change_secret (transaction, actor, check->secret,
                                                  check->replacement_secret, error);
}
