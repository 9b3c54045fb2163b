/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/choice-api.h"

#include "client/request.h"
#include "core/protocol/choice-request.h"

/*
 * Whom a candidate meets. Each call is one request on the main context of its caller; errors are
 * %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_choice_api_get_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads whom a candidate meets, and among whom they may choose.
 */
void
interview_choice_api_get_async (InterviewConnection *connection,
                                const char *room_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_CHOICE, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM_CHOICE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_choice_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoomChoice *
interview_choice_api_get_finish (InterviewConnection *connection,
                                 GAsyncResult *result,
                                 GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_choice_api_choose_async:
 * @connection: the connection
 * @room_id: the room
 * @recruiter_id: whom the candidate wants
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Chooses a recruiter; %INTERVIEW_ERROR_RECRUITER_TAKEN if somebody else was faster.
 */
void
interview_choice_api_choose_async (InterviewConnection *connection,
                                   const char *room_id,
                                   const char *recruiter_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_CHOOSE, room_id, NULL);
  g_autoptr (InterviewChoiceRequest) body =
      g_object_new (INTERVIEW_TYPE_CHOICE_REQUEST, "recruiter-id", recruiter_id, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM_CHOICE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_choice_api_choose_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoomChoice *
interview_choice_api_choose_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
