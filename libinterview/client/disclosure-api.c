/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/disclosure-api.h"

#include "client/request.h"
#include "core/protocol/disclosure-answer.h"

/*
 * What one side of a room asks the other for. Each call is one request on the main context of its
 * caller; errors are %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_disclosure_api_list_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads what was asked for in the room, at most one of each kind.
 */
void
interview_disclosure_api_list_async (InterviewConnection *connection,
                                     const char *room_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_DISCLOSURES, room_id, NULL);

  interview_request_expect_page (request, INTERVIEW_TYPE_DISCLOSURE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_disclosure_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewDisclosure, or %NULL
 */
InterviewPage *
interview_disclosure_api_list_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_disclosure_api_ask_async:
 * @connection: the connection
 * @room_id: the room
 * @kind: for what
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller; ends with interview_disclosure_api_finish()
 * @user_data: for @callback
 *
 * Asks the other side.
 */
void
interview_disclosure_api_ask_async (InterviewConnection *connection,
                                    const char *room_id,
                                    InterviewDisclosureKind kind,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection,
                             kind == INTERVIEW_DISCLOSURE_KIND_RESUME ? INTERVIEW_ROUTE_RESUME_ASK
                                                                      : INTERVIEW_ROUTE_PROFILE_ASK,
                             room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_DISCLOSURE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_disclosure_api_answer_async:
 * @connection: the connection
 * @room_id: the room
 * @kind: what was asked for
 * @contents: (nullable): what is given; %NULL for nothing, or to take it back
 * @keep: whether the company may keep it
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller; ends with interview_disclosure_api_finish()
 * @user_data: for @callback
 *
 * Answers the other side.
 */
void
interview_disclosure_api_answer_async (InterviewConnection *connection,
                                       const char *room_id,
                                       InterviewDisclosureKind kind,
                                       InterviewDisclosedText *contents,
                                       gboolean keep,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection,
                             kind == INTERVIEW_DISCLOSURE_KIND_RESUME
                                 ? INTERVIEW_ROUTE_RESUME_ANSWER
                                 : INTERVIEW_ROUTE_PROFILE_ANSWER,
                             room_id, NULL);
  g_autoptr (InterviewDisclosureAnswer) body =
      g_object_new (INTERVIEW_TYPE_DISCLOSURE_ANSWER, "agreed", contents != NULL, "keep", keep,
                    "contents", contents, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_DISCLOSURE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_disclosure_api_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Ends asking and answering.
 *
 * Returns: (transfer full): how it stands, or %NULL
 */
InterviewDisclosure *
interview_disclosure_api_finish (InterviewConnection *connection,
                                 GAsyncResult *result,
                                 GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
