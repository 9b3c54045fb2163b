/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/share-api.h"

#include "client/request.h"

/*
 * Sharing recordings by a link. Each call is one request on the main context of its caller; errors
 * are %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_share_api_create_async:
 * @connection: the connection
 * @room_id: the room
 * @recording_id: one that was recorded by who asks
 * @request: (transfer none): what is going to be sent
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Begins to share a recording; the answer has the link.
 */
void
interview_share_api_create_async (InterviewConnection *connection,
                                  const char *room_id,
                                  const char *recording_id,
                                  InterviewShareRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARE_CREATE, room_id, recording_id);

  interview_request_set_body (exchange, INTERVIEW_RECORD (request));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_create_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecordingShare *
interview_share_api_create_finish (InterviewConnection *connection,
                                   GAsyncResult *result,
                                   GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_list_async:
 * @connection: the connection
 * @cursor: (nullable): from the page before
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads what is or was shared, newest first.
 */
void
interview_share_api_list_async (InterviewConnection *connection,
                                const char *cursor,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARES, NULL, NULL);

  interview_request_set_query (exchange, "cursor", cursor);
  interview_request_expect_page (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewPage *
interview_share_api_list_finish (InterviewConnection *connection,
                                 GAsyncResult *result,
                                 GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_get_async:
 * @connection: the connection
 * @share_id: a share
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads a share, which says how much of it the server has.
 */
void
interview_share_api_get_async (InterviewConnection *connection,
                               const char *share_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARE, share_id, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecordingShare *
interview_share_api_get_finish (InterviewConnection *connection,
                                GAsyncResult *result,
                                GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_write_async:
 * @connection: the connection
 * @share: (transfer none): what is being sent; the part goes where it says
 * @part: (transfer none): the next bytes of the file
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Sends the next part of the file; %INTERVIEW_ERROR_OUT_OF_ORDER if it belongs elsewhere.
 */
void
interview_share_api_write_async (InterviewConnection *connection,
                                 InterviewRecordingShare *share,
                                 GBytes *part,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARE_WRITE,
                             interview_recording_share_get_id (share), NULL);

  interview_request_set_part (exchange, part, interview_recording_share_get_uploaded (share),
                              interview_recording_share_get_size (share));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_write_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecordingShare *
interview_share_api_write_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_finish_upload_async:
 * @connection: the connection
 * @share_id: a share of which all was sent
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Says that the file is there; the link opens from then on.
 */
void
interview_share_api_finish_upload_async (InterviewConnection *connection,
                                         const char *share_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARE_FINISH, share_id, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_finish_upload_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecordingShare *
interview_share_api_finish_upload_finish (InterviewConnection *connection,
                                          GAsyncResult *result,
                                          GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_withdraw_async:
 * @connection: the connection
 * @share_id: a share
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Takes a share back.
 */
void
interview_share_api_withdraw_async (InterviewConnection *connection,
                                    const char *share_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARE_WITHDRAW, share_id, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING_SHARE);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_withdraw_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecordingShare *
interview_share_api_withdraw_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_get_policy_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the company’s rule.
 */
void
interview_share_api_get_policy_async (InterviewConnection *connection,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARING_POLICY, NULL, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_SHARING_POLICY);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_get_policy_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewSharingPolicy *
interview_share_api_get_policy_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_share_api_replace_policy_async:
 * @connection: the connection
 * @policy: (transfer none): what is to hold, and the revision that it is based on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Changes the company’s rule.
 */
void
interview_share_api_replace_policy_async (InterviewConnection *connection,
                                          InterviewSharingPolicy *policy,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_SHARING_POLICY_REPLACE, NULL, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (policy));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_SHARING_POLICY);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_share_api_replace_policy_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewSharingPolicy *
interview_share_api_replace_policy_finish (InterviewConnection *connection,
                                           GAsyncResult *result,
                                           GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
