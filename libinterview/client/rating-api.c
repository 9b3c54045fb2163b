/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/rating-api.h"

#include "client/request.h"

/*
 * What a candidate is asked about the recruiters of a room. A rating is handed to the
 * #InterviewSpool. Each call is one
 * request on the main context of its caller; errors are %INTERVIEW_ERROR with a message for
 * people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_rating_api_get_form_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads what the company asks candidates about the recruiters of a room.
 */
void
interview_rating_api_get_form_async (InterviewConnection *connection,
                                     const char *room_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_RATING_FORM, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_RATING_FORM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_rating_api_get_form_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRatingForm *
interview_rating_api_get_form_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_rating_api_get_draft_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the form for ratings in every language.
 */
void
interview_rating_api_get_draft_async (InterviewConnection *connection,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_RATING_DRAFT, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_RATING_DRAFT);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_rating_api_get_draft_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRatingDraft *
interview_rating_api_get_draft_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_rating_api_replace_draft_async:
 * @connection: the connection
 * @draft: (transfer none): what is to be asked, with the revision that it is based on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Replaces the form for ratings. What was said before stays as it was said.
 */
void
interview_rating_api_replace_draft_async (InterviewConnection *connection,
                                          InterviewRatingDraft *draft,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_RATING_DRAFT_REPLACE, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (draft));
  interview_request_expect_record (request, INTERVIEW_TYPE_RATING_DRAFT);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_rating_api_replace_draft_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRatingDraft *
interview_rating_api_replace_draft_finish (InterviewConnection *connection,
                                           GAsyncResult *result,
                                           GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
