/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/question-api.h"

#include "client/request.h"
#include "core/protocol/asked-request.h"

/*
 * The recommended questions of a room. Each call is one request on the main context of its
 * caller; errors are %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_question_api_list_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the questions that are recommended to the reader, best first; an empty page where the
 * interactive features are off.
 */
void
interview_question_api_list_async (InterviewConnection *connection,
                                   const char *room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_QUESTIONS, room_id, NULL);

  interview_request_expect_page (request, INTERVIEW_TYPE_QUESTION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_question_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewQuestion, or %NULL
 */
InterviewPage *
interview_question_api_list_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_question_api_set_asked_async:
 * @connection: the connection
 * @room_id: the room
 * @question_id: the question
 * @asked: whether it was asked
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Ticks a question as asked in this room, or takes the tick back.
 */
void
interview_question_api_set_asked_async (InterviewConnection *connection,
                                        const char *room_id,
                                        const char *question_id,
                                        gboolean asked,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_QUESTION_ASKED, room_id, question_id);
  g_autoptr (InterviewAskedRequest) body =
      g_object_new (INTERVIEW_TYPE_ASKED_REQUEST, "asked", asked, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_QUESTION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_question_api_set_asked_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewQuestion *
interview_question_api_set_asked_finish (InterviewConnection *connection,
                                         GAsyncResult *result,
                                         GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
