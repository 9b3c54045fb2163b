/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/session-api.h"

#include "client/failure.h"
#include "client/request.h"
#include "core/protocol/password-request.h"
#include "core/protocol/redeem-request.h"
#include "core/protocol/sign-in-request.h"

/*
 * Signing in and out. Each call is one request on the main context of its caller; errors are
 * %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED. The two that begin a
 * session put its token into the connection, the one that ends it takes it out.
 */

static InterviewSession *
finish_with_token (InterviewConnection *connection, GAsyncResult *result, GError **error)
{
  g_autoptr (InterviewSession) session = interview_request_send_finish (connection, result, error);

  if (session == NULL)
    return NULL;
  if (interview_session_get_token (session) == NULL)
    {
      g_propagate_error (error, interview_failure_not_understood ());
      return NULL;
    }
  interview_connection_set_token (connection, interview_session_get_token (session));
  return g_steal_pointer (&session);
}

/**
 * interview_session_api_sign_in_async:
 * @connection: the connection
 * @email: the address of somebody of the staff
 * @password: the password
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Signs somebody of the staff in.
 */
void
interview_session_api_sign_in_async (InterviewConnection *connection,
                                     const char *email,
                                     const char *password,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_SIGN_IN, NULL, NULL);
  g_autoptr (InterviewSignInRequest) body =
      g_object_new (INTERVIEW_TYPE_SIGN_IN_REQUEST, "email", email, "password", password, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_SESSION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_session_api_sign_in_finish:
 * @connection: the connection; has the new token afterwards
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_WRONG_PASSWORD among others
 *
 * Returns: (transfer full): the session with its token, or %NULL
 */
InterviewSession *
interview_session_api_sign_in_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return finish_with_token (connection, result, error);
}

/**
 * interview_session_api_redeem_async:
 * @connection: the connection
 * @code: a normalized code, from a link or typed
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Begins a session with the code of an invitation, or a one-time sign-in code of the staff.
 */
void
interview_session_api_redeem_async (InterviewConnection *connection,
                                    const char *code,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_REDEEM, NULL, NULL);
  g_autoptr (InterviewRedeemRequest) body =
      g_object_new (INTERVIEW_TYPE_REDEEM_REQUEST, "code", code, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_SESSION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_session_api_redeem_finish:
 * @connection: the connection; has the new token afterwards
 * @result: what the callback got
 * @error: return location; one of the INTERVIEW_ERROR_INVITATION_* values among others
 *
 * Returns: (transfer full): the session with its token, or %NULL
 */
InterviewSession *
interview_session_api_redeem_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return finish_with_token (connection, result, error);
}

/**
 * interview_session_api_get_async:
 * @connection: the connection, with a token
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Asks who is signed in, which also tells whether a kept token is still good.
 */
void
interview_session_api_get_async (InterviewConnection *connection,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_SESSION, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_SESSION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_session_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the session without its token, or %NULL
 */
InterviewSession *
interview_session_api_get_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_session_api_sign_out_async:
 * @connection: the connection, with a token
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Ends the session on the server.
 */
void
interview_session_api_sign_out_async (InterviewConnection *connection,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_SIGN_OUT, NULL, NULL);

  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_session_api_sign_out_finish:
 * @connection: the connection; has no token afterwards, even if the server could not be told
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the server ended the session
 */
gboolean
interview_session_api_sign_out_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  interview_connection_set_token (connection, NULL);
  return interview_request_send_finish_empty (connection, result, error);
}

/**
 * interview_session_api_change_password_async:
 * @connection: the connection, with the token of somebody of the staff
 * @current: the password until now
 * @replacement: the new one, at least ten characters
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Changes one's own password. All other sessions of the person end.
 */
void
interview_session_api_change_password_async (InterviewConnection *connection,
                                             const char *current,
                                             const char *replacement,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_PASSWORD, NULL, NULL);
  g_autoptr (InterviewPasswordRequest) body =
      g_object_new (INTERVIEW_TYPE_PASSWORD_REQUEST, "current", current, "replacement", replacement,
                    NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_session_api_change_password_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_WRONG_PASSWORD among others
 *
 * Returns: whether it was done
 */
gboolean
interview_session_api_change_password_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error)
{
  return interview_request_send_finish_empty (connection, result, error);
}
