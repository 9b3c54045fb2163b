/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/connection.h"
#include "client/page.h"
#include "core/model/delivery.h"
#include "core/model/notice-settings.h"
#include "core/model/notice-template.h"
#include "core/model/notice.h"
#include "core/protocol/notice-preview.h"
#include "core/protocol/onboarding-request.h"
#include "core/protocol/time-zone-request.h"

G_BEGIN_DECLS

void interview_notice_api_list_async (InterviewConnection *connection,
                                      const char *cursor,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
InterviewPage *interview_notice_api_list_finish (InterviewConnection *connection,
                                                 GAsyncResult *result,
                                                 GError **error);
void interview_notice_api_send_contact_async (InterviewConnection *connection,
                                              const char *room_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
InterviewNotice *interview_notice_api_send_contact_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);
void interview_notice_api_send_onboarding_async (InterviewConnection *connection,
                                                 const char *room_id,
                                                 InterviewOnboardingRequest *request,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
InterviewNotice *interview_notice_api_send_onboarding_finish (InterviewConnection *connection,
                                                              GAsyncResult *result,
                                                              GError **error);
void interview_notice_api_list_templates_async (InterviewConnection *connection,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
InterviewPage *interview_notice_api_list_templates_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);
void interview_notice_api_replace_template_async (InterviewConnection *connection,
                                                  InterviewNoticeTemplate *template,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
InterviewNoticeTemplate *
interview_notice_api_replace_template_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);
void interview_notice_api_preview_async (InterviewConnection *connection,
                                         InterviewNoticeTemplate *template,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
InterviewNoticePreview *interview_notice_api_preview_finish (InterviewConnection *connection,
                                                             GAsyncResult *result,
                                                             GError **error);
void interview_notice_api_send_test_async (InterviewConnection *connection,
                                           InterviewNoticeTemplate *template,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
InterviewNotice *interview_notice_api_send_test_finish (InterviewConnection *connection,
                                                        GAsyncResult *result,
                                                        GError **error);
void interview_notice_api_get_settings_async (InterviewConnection *connection,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
InterviewNoticeSettings *interview_notice_api_get_settings_finish (InterviewConnection *connection,
                                                                   GAsyncResult *result,
                                                                   GError **error);
void interview_notice_api_replace_settings_async (InterviewConnection *connection,
                                                  InterviewNoticeSettings *settings,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
InterviewNoticeSettings *
interview_notice_api_replace_settings_finish (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);
void interview_notice_api_list_deliveries_async (InterviewConnection *connection,
                                                 const char *cursor,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
InterviewPage *interview_notice_api_list_deliveries_finish (InterviewConnection *connection,
                                                            GAsyncResult *result,
                                                            GError **error);
void interview_notice_api_resend_async (InterviewConnection *connection,
                                        const char *delivery_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
InterviewDelivery *interview_notice_api_resend_finish (InterviewConnection *connection,
                                                       GAsyncResult *result,
                                                       GError **error);
void interview_notice_api_set_time_zone_async (InterviewConnection *connection,
                                               InterviewTimeZoneRequest *request,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean interview_notice_api_set_time_zone_finish (InterviewConnection *connection,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
