/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/chat-api.h"

#include "client/request.h"
#include "core/clock.h"
#include "core/protocol/limits.h"

/*
 * The messages of a room. What is written is handed to the #InterviewSpool. Each call is one
 * request on the main context of its caller; errors are %INTERVIEW_ERROR with a message for people,
 * or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_chat_api_list_async:
 * @connection: the connection
 * @room_id: the room
 * @scope: which messages
 * @from: only those of then or later, microseconds since 1970 in UTC; 0 for all
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads a page of messages, oldest first. As no two of a room have the same time, the time of the
 * last one of a page leads on to the next; it comes again with it.
 */
void
interview_chat_api_list_async (InterviewConnection *connection,
                               const char *room_id,
                               InterviewChatScope scope,
                               gint64 from,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  static const InterviewRoute routes[INTERVIEW_N_CHAT_SCOPES] = {
    [INTERVIEW_CHAT_SCOPE_ROOM] = INTERVIEW_ROUTE_CHAT,
    [INTERVIEW_CHAT_SCOPE_PANEL] = INTERVIEW_ROUTE_PANEL_CHAT,
    [INTERVIEW_CHAT_SCOPE_HELP] = INTERVIEW_ROUTE_HELP_CHAT,
  };
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, routes[scope], room_id, NULL);
  g_autofree char *limit = g_strdup_printf ("%d", INTERVIEW_LIMIT_PAGE);
  g_autofree char *time = from > 0 ? interview_time_format (from) : NULL;

  interview_request_set_query (request, "limit", limit);
  interview_request_set_query (request, "from", time);
  interview_request_expect_page (request, INTERVIEW_TYPE_CHAT_MESSAGE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_chat_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewChatMessage, or %NULL
 */
InterviewPage *
interview_chat_api_list_finish (InterviewConnection *connection,
                                GAsyncResult *result,
                                GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
