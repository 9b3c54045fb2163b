/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/recording-api.h"

#include "client/request.h"
#include "core/protocol/consent-request.h"
#include "core/protocol/recording-request.h"

/*
 * Recording with consent: the text that is read, asking, deciding, stopping. Each call is one
 * request on the main context of its caller; errors are %INTERVIEW_ERROR with a message for people,
 * or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_recording_api_get_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the last recording of a room; %INTERVIEW_ERROR_NOT_FOUND if there is none.
 */
void
interview_recording_api_get_async (InterviewConnection *connection,
                                   const char *room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_RECORDING, room_id, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_get_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecording *
interview_recording_api_get_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_list_async:
 * @connection: the connection
 * @room_id: the room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the recordings that were asked for in a room, newest first.
 */
void
interview_recording_api_list_async (InterviewConnection *connection,
                                    const char *room_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_RECORDINGS, room_id, NULL);

  interview_request_expect_page (exchange, INTERVIEW_TYPE_RECORDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewPage *
interview_recording_api_list_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_ask_async:
 * @connection: the connection
 * @room_id: the room
 * @scope: for what
 * @text: (transfer none): what was read
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Asks everybody in the room whether it may be recorded; who asks agrees by it.
 */
void
interview_recording_api_ask_async (InterviewConnection *connection,
                                   const char *room_id,
                                   InterviewRecordingScope scope,
                                   InterviewConsentText *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_RECORDING_ASK, room_id, NULL);
  g_autoptr (InterviewRecordingRequest) body =
      g_object_new (INTERVIEW_TYPE_RECORDING_REQUEST, "scope", scope, "text-version",
                    interview_consent_text_get_version (text), "language",
                    interview_consent_text_get_language (text), NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (body));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_ask_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecording *
interview_recording_api_ask_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_decide_async:
 * @connection: the connection
 * @recording: (transfer none): the recording, with the text that was read
 * @decision: what is decided
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Decides whether oneself may be recorded, or takes an agreement back.
 */
void
interview_recording_api_decide_async (InterviewConnection *connection,
                                      InterviewRecording *recording,
                                      InterviewConsentDecision decision,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_RECORDING_DECIDE,
                             interview_recording_get_room_id (recording),
                             interview_recording_get_id (recording));
  InterviewConsentText *text = interview_recording_get_text (recording);
  g_autoptr (InterviewConsentRequest) body =
      g_object_new (INTERVIEW_TYPE_CONSENT_REQUEST, "decision", decision, "text-version",
                    interview_consent_text_get_version (text), "language",
                    interview_consent_text_get_language (text), NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (body));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_decide_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecording *
interview_recording_api_decide_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_stop_async:
 * @connection: the connection
 * @recording: (transfer none): the recording
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Stops a recording, or asking for it.
 */
void
interview_recording_api_stop_async (InterviewConnection *connection,
                                    InterviewRecording *recording,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_RECORDING_STOP,
                             interview_recording_get_room_id (recording),
                             interview_recording_get_id (recording));

  interview_request_expect_record (exchange, INTERVIEW_TYPE_RECORDING);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_stop_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewRecording *
interview_recording_api_stop_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_get_text_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads what is to be read before one asks to record.
 */
void
interview_recording_api_get_text_async (InterviewConnection *connection,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_CONSENT_TEXT, NULL, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_CONSENT_TEXT);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_get_text_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewConsentText *
interview_recording_api_get_text_finish (InterviewConnection *connection,
                                         GAsyncResult *result,
                                         GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_get_edition_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads the consent text in all its languages.
 */
void
interview_recording_api_get_edition_async (InterviewConnection *connection,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_CONSENT_EDITION, NULL, NULL);

  interview_request_expect_record (exchange, INTERVIEW_TYPE_CONSENT_EDITION);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_get_edition_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewConsentEdition *
interview_recording_api_get_edition_finish (InterviewConnection *connection,
                                            GAsyncResult *result,
                                            GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_change_edition_async:
 * @connection: the connection
 * @edition: (transfer none): the texts, and the version that they are based on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Makes a new version of the consent text.
 */
void
interview_recording_api_change_edition_async (InterviewConnection *connection,
                                              InterviewConsentEdition *edition,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE, NULL, NULL);

  interview_request_set_body (exchange, INTERVIEW_RECORD (edition));
  interview_request_expect_record (exchange, INTERVIEW_TYPE_CONSENT_EDITION);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_change_edition_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewConsentEdition *
interview_recording_api_change_edition_finish (InterviewConnection *connection,
                                               GAsyncResult *result,
                                               GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_recording_api_list_consents_async:
 * @connection: the connection
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the ledger of decisions, newest first.
 */
void
interview_recording_api_list_consents_async (InterviewConnection *connection,
                                             const char *cursor,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (InterviewRequest) exchange =
      interview_request_new (connection, INTERVIEW_ROUTE_CONSENTS, NULL, NULL);

  interview_request_set_query (exchange, "cursor", cursor);
  interview_request_expect_page (exchange, INTERVIEW_TYPE_CONSENT);
  interview_request_send_async (exchange, cancellable, callback, user_data);
}

/**
 * interview_recording_api_list_consents_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the answer, or %NULL
 */
InterviewPage *
interview_recording_api_list_consents_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error)
{
  return interview_request_send_finish (connection, result, error);
}
