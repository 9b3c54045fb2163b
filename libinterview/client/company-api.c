/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/company-api.h"

#include "client/request.h"
#include "core/protocol/switch-request.h"

/*
 * The profile of the company and its switches. Each call is one request on the main context of
 * its caller; errors are %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_company_api_get_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the profile of the company that the signed-in person belongs to or is interviewed by.
 */
void
interview_company_api_get_async (InterviewConnection *connection,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_COMPANY, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_COMPANY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_company_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewCompany *
interview_company_api_get_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_company_api_switch_async:
 * @connection: the connection
 * @revision: the revision that the change is based on
 * @interactive: whether they are on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Turns the interactive features of the whole company on or off.
 */
void
interview_company_api_switch_async (InterviewConnection *connection,
                                    gint64 revision,
                                    gboolean interactive,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_COMPANY_SWITCH, NULL, NULL);
  g_autoptr (InterviewSwitchRequest) body =
      g_object_new (INTERVIEW_TYPE_SWITCH_REQUEST, "revision", revision, "interactive", interactive,
                    NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_COMPANY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_company_api_switch_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewCompany *
interview_company_api_switch_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
