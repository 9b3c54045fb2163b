/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/staffing-api.h"

#include "client/request.h"

/*
 * Who interviews whom, by which rule, and who may interview. Each call is one request on the main
 * context of its caller; errors are %INTERVIEW_ERROR with a message for people, or
 * %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_staffing_api_get_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the order of the recruiters and who interviews whom.
 */
void
interview_staffing_api_get_async (InterviewConnection *connection,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_STAFFING, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_STAFFING);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStaffing *
interview_staffing_api_get_finish (InterviewConnection *connection,
                                   GAsyncResult *result,
                                   GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staffing_api_preview_async:
 * @connection: the connection
 * @policy: (transfer none): a policy that is not stored
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Asks for the plan that a policy would make today.
 */
void
interview_staffing_api_preview_async (InterviewConnection *connection,
                                      InterviewStaffingPolicy *policy,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_STAFFING_PREVIEW, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (policy));
  interview_request_expect_record (request, INTERVIEW_TYPE_STAFFING);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_preview_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStaffing *
interview_staffing_api_preview_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staffing_api_get_policy_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the policy of who interviews whom.
 */
void
interview_staffing_api_get_policy_async (InterviewConnection *connection,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_STAFFING_POLICY, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_STAFFING_POLICY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_get_policy_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStaffingPolicy *
interview_staffing_api_get_policy_finish (InterviewConnection *connection,
                                          GAsyncResult *result,
                                          GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staffing_api_replace_policy_async:
 * @connection: the connection
 * @policy: (transfer none): what is to hold, with the revision that it is based on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Replaces the policy; everybody is judged by it at once.
 */
void
interview_staffing_api_replace_policy_async (InterviewConnection *connection,
                                             InterviewStaffingPolicy *policy,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (policy));
  interview_request_expect_record (request, INTERVIEW_TYPE_STAFFING_POLICY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_replace_policy_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStaffingPolicy *
interview_staffing_api_replace_policy_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staffing_api_decide_async:
 * @connection: the connection
 * @recruiter_id: the recruiter
 * @request: (transfer none): what is decided
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Decides about a recruiter’s qualification.
 */
void
interview_staffing_api_decide_async (InterviewConnection *connection,
                                     const char *recruiter_id,
                                     InterviewStandingRequest *request,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_STANDING_DECIDE, recruiter_id, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_STANDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_decide_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStanding *
interview_staffing_api_decide_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staffing_api_appeal_async:
 * @connection: the connection
 * @recruiter_id: the recruiter
 * @request: (transfer none): why
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Objects to losing one’s own qualification.
 */
void
interview_staffing_api_appeal_async (InterviewConnection *connection,
                                     const char *recruiter_id,
                                     InterviewAppealRequest *request,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_STANDING_APPEAL, recruiter_id, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_STANDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_staffing_api_appeal_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewStanding *
interview_staffing_api_appeal_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
