/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/help-api.h"

#include "client/request.h"

/*
 * Help for candidates who are stuck. Who needs it is an #InterviewRemoteList; what is written about
 * it goes with the other chat messages.
 * Each call is one request on the main context of its caller; errors are %INTERVIEW_ERROR with a
 * message for people, or %G_IO_ERROR_CANCELLED.
 */

static void
send (InterviewConnection *connection,
      InterviewRoute route,
      const char *room_id,
      InterviewHelpRequest *body,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  g_autoptr (InterviewRequest) request = interview_request_new (connection, route, room_id, NULL);

  if (body != NULL)
    interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_HELP);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_help_api_get_async:
 * @connection: the connection of the candidate or an HR admin
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller; ends with interview_help_api_finish()
 * @user_data: for @callback
 *
 * Loads how far help for the candidate of a room is; %INTERVIEW_ERROR_NOT_FOUND if they never
 * asked.
 */
void
interview_help_api_get_async (InterviewConnection *connection,
                              const char *room_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  send (connection, INTERVIEW_ROUTE_HELP, room_id, NULL, cancellable, callback, user_data);
}

/**
 * interview_help_api_ask_async:
 * @connection: the connection of the candidate
 * @room_id: the room
 * @request: where they are stuck
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller; ends with interview_help_api_finish()
 * @user_data: for @callback
 *
 * Asks HR for help.
 */
void
interview_help_api_ask_async (InterviewConnection *connection,
                              const char *room_id,
                              InterviewHelpRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  send (connection, INTERVIEW_ROUTE_HELP_ASK, room_id, request, cancellable, callback, user_data);
}

/**
 * interview_help_api_close_async:
 * @connection: the connection of the candidate or an HR admin
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller; ends with interview_help_api_finish()
 * @user_data: for @callback
 *
 * Says that no more help is needed.
 */
void
interview_help_api_close_async (InterviewConnection *connection,
                                const char *room_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  send (connection, INTERVIEW_ROUTE_HELP_CLOSE, room_id, NULL, cancellable, callback, user_data);
}

/**
 * interview_help_api_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): how far it is, or %NULL
 */
InterviewHelp *
interview_help_api_finish (InterviewConnection *connection, GAsyncResult *result, GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
