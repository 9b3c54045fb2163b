/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/staff-api.h"

#include "client/request.h"

/*
 * What the staff of a company needs to plan interviews. Each call is one request on the main
 * context of its caller; errors are %INTERVIEW_ERROR with a message for people, or
 * %G_IO_ERROR_CANCELLED.
 */

static void
send_page (InterviewConnection *connection,
           InterviewRoute route,
           GType item_type,
           const char *cursor,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (InterviewRequest) request = interview_request_new (connection, route, NULL, NULL);

  interview_request_set_query (request, "cursor", cursor);
  interview_request_expect_page (request, item_type);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staff_api_list_positions_async:
 * @connection: the connection
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the open positions.
 */
void
interview_staff_api_list_positions_async (InterviewConnection *connection,
                                          const char *cursor,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  send_page (connection, INTERVIEW_ROUTE_POSITIONS, INTERVIEW_TYPE_POSITION, cursor, cancellable,
             callback, user_data);
}

/**
 * interview_staff_api_list_positions_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewPosition, or %NULL
 */
InterviewPage *
interview_staff_api_list_positions_finish (InterviewConnection *connection,
                                           GAsyncResult *result,
                                           GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staff_api_list_candidates_async:
 * @connection: the connection
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the candidates.
 */
void
interview_staff_api_list_candidates_async (InterviewConnection *connection,
                                           const char *cursor,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  send_page (connection, INTERVIEW_ROUTE_CANDIDATES, INTERVIEW_TYPE_PERSON, cursor, cancellable,
             callback, user_data);
}

/**
 * interview_staff_api_list_candidates_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewPerson, or %NULL
 */
InterviewPage *
interview_staff_api_list_candidates_finish (InterviewConnection *connection,
                                            GAsyncResult *result,
                                            GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staff_api_create_candidate_async:
 * @connection: the connection
 * @request: (transfer none): what to make
 * @key: (nullable): Idempotency-Key, the same when it is tried again
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Adds a candidate.
 */
void
interview_staff_api_create_candidate_async (InterviewConnection *connection,
                                            InterviewCandidateRequest *request,
                                            const char *key,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_CANDIDATE_CREATE, NULL, NULL);

  interview_request_set_idempotency_key (exchange, key);
  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_PERSON);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_staff_api_create_candidate_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewPerson *
interview_staff_api_create_candidate_finish (InterviewConnection *connection,
                                             GAsyncResult *result,
                                             GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_staff_api_list_scores_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the scores of the recruiters: one’s own, or for an HR admin those of all.
 */
void
interview_staff_api_list_scores_async (InterviewConnection *connection,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_SCORES, NULL, NULL);

  interview_request_expect_page (request, INTERVIEW_TYPE_RECRUITER_SCORE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_staff_api_list_scores_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewRecruiterScore, or %NULL
 */
InterviewPage *
interview_staff_api_list_scores_finish (InterviewConnection *connection,
                                        GAsyncResult *result,
                                        GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
