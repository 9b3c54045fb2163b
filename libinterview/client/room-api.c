/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/room-api.h"

#include "client/request.h"
#include "core/clock.h"
#include "core/protocol/switch-request.h"

/*
 * Rooms, their invitations and the resume of their candidate. Each call is one request on the
 * main context of its caller; errors are %INTERVIEW_ERROR with a message for people, or
 * %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_room_api_list_async:
 * @connection: the connection
 * @from: (microseconds since 1970 in UTC): earliest start, 0 for any
 * @to: (microseconds since 1970 in UTC): start before this, 0 for any
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the rooms that the signed-in person may see, by the time that they start.
 */
void
interview_room_api_list_async (InterviewConnection *connection,
                               gint64 from,
                               gint64 to,
                               const char *cursor,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOMS, NULL, NULL);
  g_autofree char *earliest = from != 0 ? interview_time_format (from) : NULL;
  g_autofree char *latest = to != 0 ? interview_time_format (to) : NULL;

  interview_request_set_query (request, "from", earliest);
  interview_request_set_query (request, "to", latest);
  interview_request_set_query (request, "cursor", cursor);
  interview_request_expect_page (request, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewRoom, or %NULL
 */
InterviewPage *
interview_room_api_list_finish (InterviewConnection *connection,
                                GAsyncResult *result,
                                GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_get_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one room.
 */
void
interview_room_api_get_async (InterviewConnection *connection,
                              const char *room_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_get_finish (InterviewConnection *connection,
                               GAsyncResult *result,
                               GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_create_async:
 * @connection: the connection
 * @request: (transfer none): what to make
 * @key: (nullable): Idempotency-Key, the same when it is tried again
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Makes a room together with the invitation of its candidate.
 */
void
interview_room_api_create_async (InterviewConnection *connection,
                                 InterviewRoomRequest *request,
                                 const char *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_CREATE, NULL, NULL);

  interview_request_set_idempotency_key (exchange, key);
  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_CREATED_ROOM);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_room_api_create_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewCreatedRoom *
interview_room_api_create_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_switch_async:
 * @connection: the connection
 * @room_id: the room
 * @revision: the revision that the change is based on
 * @interactive: whether they are on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Turns the interactive features of a room on or off.
 */
void
interview_room_api_switch_async (InterviewConnection *connection,
                                 const char *room_id,
                                 gint64 revision,
                                 gboolean interactive,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_SWITCH, room_id, NULL);
  g_autoptr (InterviewSwitchRequest) body =
      g_object_new (INTERVIEW_TYPE_SWITCH_REQUEST, "revision", revision, "interactive", interactive,
                    NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_switch_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_switch_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_schedule_async:
 * @connection: the connection
 * @room_id: the room
 * @request: (transfer none): time and panel, and the revision that they are based on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Moves a room to another time, or gives it another panel.
 */
void
interview_room_api_schedule_async (InterviewConnection *connection,
                                   const char *room_id,
                                   InterviewScheduleRequest *request,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_SCHEDULE, room_id, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_room_api_schedule_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_schedule_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_cancel_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Calls an interview off for good.
 */
void
interview_room_api_cancel_async (InterviewConnection *connection,
                                 const char *room_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_CANCEL, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_cancel_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_cancel_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_reply_async:
 * @connection: the connection of the candidate
 * @room_id: the room
 * @request: (transfer none): what they answer to the invitation
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Accepts or declines an interview, or proposes another time.
 */
void
interview_room_api_reply_async (InterviewConnection *connection,
                                const char *room_id,
                                InterviewReplyRequest *request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_REPLY, room_id, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_room_api_reply_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the interview was moved since
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_reply_finish (InterviewConnection *connection,
                                 GAsyncResult *result,
                                 GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_set_entrance_async:
 * @connection: the connection
 * @room_id: the room
 * @request: (transfer none): how far its candidate may come
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Admits the candidate, sends them back to the lobby, or denies them the room.
 */
void
interview_room_api_set_entrance_async (InterviewConnection *connection,
                                       const char *room_id,
                                       InterviewEntranceRequest *request,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_ENTRANCE, room_id, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_room_api_set_entrance_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_set_entrance_finish (InterviewConnection *connection,
                                        GAsyncResult *result,
                                        GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_end_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Ends the interview for everybody in the room.
 */
void
interview_room_api_end_async (InterviewConnection *connection,
                              const char *room_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_ROOM_END, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_ROOM);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_end_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRoom *
interview_room_api_end_finish (InterviewConnection *connection,
                               GAsyncResult *result,
                               GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_renew_invitation_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Makes a new invitation for the candidate of a room; the old one stops working at once.
 */
void
interview_room_api_renew_invitation_async (InterviewConnection *connection,
                                           const char *room_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_INVITATION_RENEW, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_INVITATION);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_renew_invitation_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewInvitation *
interview_room_api_renew_invitation_finish (InterviewConnection *connection,
                                            GAsyncResult *result,
                                            GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_room_api_revoke_invitation_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Takes the invitation of a room back.
 */
void
interview_room_api_revoke_invitation_async (InterviewConnection *connection,
                                            const char *room_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_INVITATION_REVOKE, room_id, NULL);

  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_revoke_invitation_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_room_api_revoke_invitation_finish (InterviewConnection *connection,
                                             GAsyncResult *result,
                                             GError **error)
{
  return interview_request_send_finish_empty (connection, result, error);
}

/**
 * interview_room_api_get_resume_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the resume of the candidate of a room; %INTERVIEW_ERROR_NOT_FOUND if there is none.
 */
void
interview_room_api_get_resume_async (InterviewConnection *connection,
                                     const char *room_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_RESUME, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_RESUME);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_room_api_get_resume_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewResume *
interview_room_api_get_resume_finish (InterviewConnection *connection,
                                      GAsyncResult *result,
                                      GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
