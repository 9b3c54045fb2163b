/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/notice-api.h"

#include "client/request.h"

/*
 * Messages, what they say, and what became of them. Each call is one request on the main context of
 * its caller; errors are %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED.
 */

/**
 * interview_notice_api_list_async:
 * @connection: the connection
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the messages to whoever is signed in, the newest first.
 */
void
interview_notice_api_list_async (InterviewConnection *connection,
                                 const char *cursor,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICES, NULL, NULL);

  interview_request_set_query (request, "cursor", cursor);
  interview_request_expect_page (request, INTERVIEW_TYPE_NOTICE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_list_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewNotice, or %NULL
 */
InterviewPage *
interview_notice_api_list_finish (InterviewConnection *connection,
                                  GAsyncResult *result,
                                  GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_send_contact_async:
 * @connection: the connection
 * @room_id: their room
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Has the company’s contact details sent to the candidate who is signed in.
 */
void
interview_notice_api_send_contact_async (InterviewConnection *connection,
                                         const char *room_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_CONTACT_SEND, room_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_send_contact_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_notice_api_send_contact_finish (InterviewConnection *connection,
                                          GAsyncResult *result,
                                          GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_send_onboarding_async:
 * @connection: the connection
 * @room_id: the room
 * @request: (transfer none): when, where, and what to bring
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Sends the candidate of a room when and where to begin.
 */
void
interview_notice_api_send_onboarding_async (InterviewConnection *connection,
                                            const char *room_id,
                                            InterviewOnboardingRequest *request,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (InterviewRequest) asked =
      interview_request_new (connection, INTERVIEW_ROUTE_ONBOARDING_SEND, room_id, NULL);

  interview_request_set_body (asked, INTERVIEW_RECORD (request));
  interview_request_expect_record (asked, INTERVIEW_TYPE_NOTICE);
  interview_request_send_async (asked, cancellable, callback, user_data);
}

/**
 * interview_notice_api_send_onboarding_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_notice_api_send_onboarding_finish (InterviewConnection *connection,
                                             GAsyncResult *result,
                                             GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_list_templates_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads what the company says in messages.
 */
void
interview_notice_api_list_templates_async (InterviewConnection *connection,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_TEMPLATES, NULL, NULL);

  interview_request_expect_page (request, INTERVIEW_TYPE_NOTICE_TEMPLATE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_list_templates_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewNoticeTemplate, or %NULL
 */
InterviewPage *
interview_notice_api_list_templates_finish (InterviewConnection *connection,
                                            GAsyncResult *result,
                                            GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_replace_template_async:
 * @connection: the connection
 * @template: (transfer none): what is said from now on
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Replaces a template.
 */
void
interview_notice_api_replace_template_async (InterviewConnection *connection,
                                             InterviewNoticeTemplate *template,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_TEMPLATE_REPLACE, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (template));
  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE_TEMPLATE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_replace_template_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the template as it is then, or %NULL
 */
InterviewNoticeTemplate *
interview_notice_api_replace_template_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_preview_async:
 * @connection: the connection
 * @template: (transfer none): a template that need not be stored
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Asks what an example of a template looks like.
 */
void
interview_notice_api_preview_async (InterviewConnection *connection,
                                    InterviewNoticeTemplate *template,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_PREVIEW, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (template));
  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE_PREVIEW);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_preview_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the example, or %NULL
 */
InterviewNoticePreview *
interview_notice_api_preview_finish (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_send_test_async:
 * @connection: the connection
 * @template: (transfer none): a template that need not be stored
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Sends an example of a template to whoever is signed in.
 */
void
interview_notice_api_send_test_async (InterviewConnection *connection,
                                      InterviewNoticeTemplate *template,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_TEST, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (template));
  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_send_test_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_notice_api_send_test_finish (InterviewConnection *connection,
                                       GAsyncResult *result,
                                       GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_get_settings_async:
 * @connection: the connection
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads how the company’s messages leave.
 */
void
interview_notice_api_get_settings_async (InterviewConnection *connection,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_SETTINGS, NULL, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE_SETTINGS);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_get_settings_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the settings without passwords, or %NULL
 */
InterviewNoticeSettings *
interview_notice_api_get_settings_finish (InterviewConnection *connection,
                                          GAsyncResult *result,
                                          GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_replace_settings_async:
 * @connection: the connection
 * @settings: (transfer none): all of them, with passwords where they change
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Sets how the company’s messages leave.
 */
void
interview_notice_api_replace_settings_async (InterviewConnection *connection,
                                             InterviewNoticeSettings *settings,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_NOTICE_SETTINGS_REPLACE, NULL, NULL);

  interview_request_set_body (request, INTERVIEW_RECORD (settings));
  interview_request_expect_record (request, INTERVIEW_TYPE_NOTICE_SETTINGS);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_replace_settings_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the settings as they are then, or %NULL
 */
InterviewNoticeSettings *
interview_notice_api_replace_settings_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_list_deliveries_async:
 * @connection: the connection
 * @cursor: (nullable): where the page before ended, %NULL for the first one
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Loads one page of the delivery log, the newest first.
 */
void
interview_notice_api_list_deliveries_async (InterviewConnection *connection,
                                            const char *cursor,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_DELIVERIES, NULL, NULL);

  interview_request_set_query (request, "cursor", cursor);
  interview_request_expect_page (request, INTERVIEW_TYPE_DELIVERY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_list_deliveries_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): a page of #InterviewDelivery, or %NULL
 */
InterviewPage *
interview_notice_api_list_deliveries_finish (InterviewConnection *connection,
                                             GAsyncResult *result,
                                             GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_resend_async:
 * @connection: the connection
 * @delivery_id: the delivery
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Lets a message go again that failed or is uncertain.
 */
void
interview_notice_api_resend_async (InterviewConnection *connection,
                                   const char *delivery_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (InterviewRequest) request =
      interview_request_new (connection, INTERVIEW_ROUTE_DELIVERY_RESEND, delivery_id, NULL);

  interview_request_expect_record (request, INTERVIEW_TYPE_DELIVERY);
  interview_request_send_async (request, cancellable, callback, user_data);
}

/**
 * interview_notice_api_resend_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the delivery as it is then, or %NULL
 */
InterviewDelivery *
interview_notice_api_resend_finish (InterviewConnection *connection,
                                    GAsyncResult *result,
                                    GError **error)
{
  return interview_request_send_finish (connection, result, error);
}

/**
 * interview_notice_api_set_time_zone_async:
 * @connection: the connection
 * @request: (transfer none): the zone
 * @cancellable: (nullable): to give up
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Says in which zone whoever is signed in reads times.
 */
void
interview_notice_api_set_time_zone_async (InterviewConnection *connection,
                                          InterviewTimeZoneRequest *request,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (InterviewRequest) asked =
      interview_request_new (connection, INTERVIEW_ROUTE_TIME_ZONE, NULL, NULL);

  interview_request_set_body (asked, INTERVIEW_RECORD (request));
  interview_request_send_async (asked, cancellable, callback, user_data);
}

/**
 * interview_notice_api_set_time_zone_finish:
 * @connection: the connection
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the server knows
 */
gboolean
interview_notice_api_set_time_zone_finish (InterviewConnection *connection,
                                           GAsyncResult *result,
                                           GError **error)
{
  return interview_request_send_finish_empty (connection, result, error);
}
